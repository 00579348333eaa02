import { field, isRefusal, refuse, servedDay } from '#kernel'
import { NoticeReceived } from '../events.js'
import { mediation } from '../state.js'

/** The respondent, or the authority on the return slip, says when the notice arrived. */
export const acknowledgeNotice = mediation.step({
  name: 'AcknowledgeNotice',
  title: { zh: '签收通知书', en: 'Acknowledge the notice' },
  law: ['GZ81:65'],
  from: ['SERVED'],
  who: { of: ['respondent', 'holder'], office: ['party', 'mediators'] },
  input: {
    of: field.oneOf('OpinionNoticeServed').meta({ title: '文书', description: 'Which paper' }),
    on: field.acknowledgedOn,
  },
  emits: [NoticeReceived],
  decide: ({ of, on: given }, { facts, since }, context) => {
    if (facts.noticedOn !== null) return refuse('ERR_GUARD', { guard: 'already-served', servedOn: facts.noticedOn })
    const on = servedDay({ on: given }, context, since)
    return isRefusal(on) ? on : NoticeReceived({ of, on })
  },
})
