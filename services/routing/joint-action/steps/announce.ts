import { clockIn, field, refuse, tellsIdentity } from '#kernel'
import { JointActionAnnounced } from '../events.js'
import { agenciesIn, jointAction } from '../state.js'

/** The participants, and nobody else, are told two working days ahead; later only when it is urgent, with the reason. */
export const announce = jointAction.step({
  name: 'Announce',
  title: { zh: '通知参加单位', en: 'Announce to the participants' },
  law: ['SEED:cooperation'],
  from: ['APPROVED'],
  who: { of: 'office', office: 'staff' },
  makes: '通知',
  input: { urgent: field.text.optional().meta({ title: '紧急理由', description: 'Why the notice is short' }) },
  emits: [JointActionAnnounced],
  decide: ({ urgent }, record) => {
    const { facts } = record
    const notice = clockIn(record, jointAction.reads.notice)
    if (notice?.due !== undefined && notice.state === 'lapsed' && !urgent)
      return refuse('ERR_GUARD', { guard: 'notice', due: notice.due, day: facts.day })
    return tellsIdentity({ urgent }) ?? JointActionAnnounced({ to: agenciesIn(facts.parts), urgent })
  },
})
