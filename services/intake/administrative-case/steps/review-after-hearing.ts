import { refuse } from '#kernel'
import { LegalityReviewed } from '../events.js'
import { administrativeCase } from '../state.js'
import { reviewer } from '../who.js'

/** What went through a hearing is reviewed for legality before anyone decides (CFF 58(2)). */
export const reviewAfterHearing = administrativeCase.step({
  name: 'ReviewAfterHearing',
  title: { zh: '听证后法制审核', en: 'Review legality after the hearing' },
  law: ['CFF:58'],
  from: ['HEARING_DONE'],
  who: reviewer,
  makes: '案件审核/法制审核表',
  emits: [LegalityReviewed],
  decide: (_, { facts: { hearing } }) => {
    if (!hearing.held) return refuse('ERR_GUARD', { guard: 'no-hearing-held' })
    if (hearing.reviewed) return refuse('ERR_GUARD', { guard: 'done-already' })
    return hearing.reported ? LegalityReviewed({}) : refuse('ERR_DOC_MISSING', { missing: ['听证报告'] })
  },
})
