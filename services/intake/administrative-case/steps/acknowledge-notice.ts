import { field, isRefusal, refuse, servedDay } from '#kernel'
import { enclosures, titled } from '../../form.js'
import { serviceOf } from '../decision.js'
import { NoticeReceived } from '../events.js'
import { administrativeCase } from '../state.js'
import { respondentOrOfficer } from '../who.js'

/** The day a paper reached the party, when it was not served as it was issued: clocks on receipt count from it. */
export const acknowledgeNotice = administrativeCase.step({
  name: 'AcknowledgeNotice',
  title: { zh: '签收文书', en: 'Acknowledge a paper' },
  law: ['PROC:82'],
  from: ['any'],
  who: respondentOrOfficer,
  makes: '送达回证',
  input: {
    of: titled(
      field.oneOf('PenaltyNoticeServed', 'DecisionServed', 'ReminderServed'),
      '文书',
      'Event that issued the paper',
    ),
    on: field.acknowledgedOn,
    enclosures,
  },
  emits: [NoticeReceived],
  decide: ({ of, on: given }, { facts }, context) => {
    const issued = facts.unserved[of]
    if (issued === undefined) return refuse('ERR_GUARD', { guard: 'nothing-to-acknowledge', of })
    const on = servedDay({ on: given }, context, issued)
    if (isRefusal(on)) return on
    return NoticeReceived({ of, on, ...(of === 'DecisionServed' && serviceOf(facts.decision!)) })
  },
})
