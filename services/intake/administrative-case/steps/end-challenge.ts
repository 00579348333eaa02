import { field, refuse } from '#kernel'
import { enclosures, titled } from '../../form.js'
import { ChallengeEnded } from '../events.js'
import { administrativeCase } from '../state.js'
import { bureau } from '../who.js'

const PAPERS = { recon: '行政复议决定书', suit: '行政判决书' } as const

/** As the decision of the reconsideration organ or the judgment says; a decision that it revokes is revoked by RevokeDecision. */
export const endChallenge = administrativeCase.step({
  name: 'EndChallenge',
  title: { zh: '复议诉讼终结', en: 'End a challenge' },
  law: ['FYF:62', 'XSF:69', 'XSF:70'],
  from: ['SERVED', 'PERFORMING', 'ENFORCING', 'CLOSED', 'REVOKED'],
  who: bureau,
  input: {
    kind: titled(field.oneOf('recon', 'suit'), '复议或者诉讼', 'Reconsideration or lawsuit'),
    result: titled(field.oneOf('upheld', 'revoked'), '结果', 'Result'),
    enclosures,
  },
  emits: [ChallengeEnded],
  decide: ({ kind, result, enclosures: given }, { facts }) => {
    if (!given[PAPERS[kind]]?.length) return refuse('ERR_DOC_MISSING', { missing: [PAPERS[kind]] })
    return facts.challenges.some((one) => one.kind === kind && one.to === undefined)
      ? ChallengeEnded({ kind, result })
      : refuse('ERR_GUARD', { guard: 'not-challenged', kind })
  },
})
