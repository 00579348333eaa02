import { field, isRefusal, refuse, servedDay } from '#kernel'
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
  input: { servedOn: field.servedOn },
  emits: [OpinionNoticeServed],
  unless: ({ facts, state }) => !facts.patent && refuse('ERR_STATE', { state, guard: 'not-patent' }),
  decide: (input, { since }, context) => {
    const servedOn = servedDay({ servedOn: input.servedOn }, context, since)
    return isRefusal(servedOn) ? servedOn : OpinionNoticeServed({ servedOn })
  },
})
