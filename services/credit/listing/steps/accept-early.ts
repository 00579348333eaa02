import { refuse } from '#kernel'
import { EarlyAccepted } from '../events.js'
import { listing } from '../state.js'

export const acceptEarly = listing.step({
  name: 'AcceptEarly',
  title: { zh: '受理提前移出申请', en: 'Accept the application for early removal' },
  law: ['SX44:17'],
  from: ['EARLY_APPLIED'],
  who: { of: 'holder', office: 'staff' },
  makes: '受理通知书',
  emits: [EarlyAccepted],
  decide: (_, { facts }) => (facts.accepted ? refuse('ERR_GUARD', { guard: 'already-accepted' }) : EarlyAccepted({})),
})
