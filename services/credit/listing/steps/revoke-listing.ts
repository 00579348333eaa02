import { field } from '#kernel'
import { ListingRevoked } from '../events.js'
import { listing } from '../state.js'

export const REVOCATION_GROUNDS = ['listing-wrong', 'penalty-revoked', 'penalty-unlawful', 'penalty-void'] as const

/** The listing was wrong or its penalty does not stand: as if never listed (R-CRD-13). */
export const revokeListing = listing.step({
  name: 'RevokeListing',
  title: { zh: '撤销列入', en: 'Revoke the listing' },
  law: ['SX44:19'],
  from: ['open'],
  who: { of: 'holder', office: ['responsible', 'collective'] },
  makes: (_, { facts }) => (facts.listedOn ? ['撤销列入决定书'] : []),
  input: { ground: field.oneOf(...REVOCATION_GROUNDS).meta({ title: '原因', description: 'Ground' }) },
  emits: [ListingRevoked],
  decide: ({ ground }, { facts }) =>
    ListingRevoked({ case: facts.case, agency: facts.agency, ground, published: facts.published }),
})
