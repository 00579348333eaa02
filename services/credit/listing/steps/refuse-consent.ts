import { ConsentRefused } from '../events.js'
import { listing } from '../state.js'

export const refuseConsent = listing.step({
  name: 'RefuseConsent',
  title: { zh: '不同意列入', en: 'Refuse consent' },
  law: ['SX44:22'],
  from: ['CONSENT_ASKED'],
  who: { of: 'superior', office: 'responsible' },
  makes: '不同意函',
  emits: [ConsentRefused],
  decide: () => ConsentRefused({}),
})
