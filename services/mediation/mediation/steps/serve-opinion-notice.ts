import { dayOf, field, firstOf, inFuture, refuse, servedDay, tooSoon } from '#kernel'
import { OpinionNoticeServed } from '../events.js'
import { mediation } from '../state.js'

/** The authority sends a patent request to the respondent, who has 15 days from receipt. */
export const serveOpinionNotice = mediation.step({
  name: 'ServeOpinionNotice',
  title: { zh: '送达陈述意见通知书', en: 'Serve the notice to comment' },
  law: ['GZ81:65'],
  from: ['REQUESTED'],
  who: { of: 'holder', office: 'mediators' },
  makes: '陈述意见通知书',
  input: {
    servedOn: field.day
      .nullable()
      .optional()
      .meta({ title: '送达日期', description: 'Day of service; today when left out, null while not served' }),
  },
  emits: [OpinionNoticeServed],
  unless: ({ facts, state }) => !facts.patent && refuse('ERR_STATE', { state, guard: 'not-patent' }),
  decide: (input, { since }, { today, now }) => {
    const servedOn = servedDay(input.servedOn, today)
    return (
      firstOf(inFuture(now, { servedOn }), servedOn !== null && tooSoon('servedOn', servedOn, dayOf(since))) ??
      OpinionNoticeServed({ servedOn })
    )
  },
})
