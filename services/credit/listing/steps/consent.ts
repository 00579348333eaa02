import { ConsentGiven } from '../events.js'
import { listing } from '../state.js'

export const consent = listing.step({
  name: 'Consent',
  title: { zh: '同意列入', en: 'Consent' },
  law: ['SX44:22'],
  from: ['CONSENT_ASKED'],
  who: { of: 'superior', office: 'responsible' },
  makes: '同意函',
  emits: [ConsentGiven],
  decide: () => ConsentGiven({}),
})
