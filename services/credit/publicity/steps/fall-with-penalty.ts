import { PublicityEnded } from '../events.js'
import { isOver, publicity } from '../state.js'

/** The penalty was revoked; its public copies are withdrawn on the case itself (CLK-PUB-WITHDRAW). */
export const fallWithPenalty = publicity.step({
  name: 'FallWithPenalty',
  title: { zh: '随处罚撤下', en: 'Fall with the penalty' },
  law: ['CFF:48', 'HNXY:42'],
  from: ['any'],
  who: 'system',
  emits: [PublicityEnded],
  decide: (_, { facts, state }) =>
    isOver(state) ? [] : PublicityEnded({ case: facts.case, ground: 'penalty-revoked' }),
})
