import { dayOf, field, firstOf, inFuture, refuse, tooSoon } from '#kernel'
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
    on: field.day.optional().meta({ title: '收到日期', description: 'Day of receipt; today when left out' }),
  },
  emits: [NoticeReceived],
  decide: ({ of, on: given }, { facts, since }, { today, now }) => {
    const on = given ?? today
    return (
      firstOf(
        facts.noticedOn !== null && refuse('ERR_GUARD', { guard: 'already-served', servedOn: facts.noticedOn }),
        inFuture(now, { on }),
        tooSoon('on', on, dayOf(since)),
      ) ?? NoticeReceived({ of, on })
    )
  },
})
