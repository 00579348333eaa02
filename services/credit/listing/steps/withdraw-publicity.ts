import { refuse } from '#kernel'
import { PublicityWithdrawn } from '../events.js'
import { listing } from '../state.js'

export const withdrawPublicity = listing.step({
  name: 'WithdrawPublicity',
  title: { zh: '撤下公示', en: 'Withdraw the publicity' },
  law: ['SX44:19', 'CFF:48'],
  from: ['REVOKED', 'AUTO_REMOVED'],
  who: { of: 'holder', office: 'publishers' },
  emits: [PublicityWithdrawn],
  decide: (_, { facts }) => (facts.toWithdraw ? PublicityWithdrawn({}) : refuse('ERR_GUARD', { guard: 'not-public' })),
})
