import { field } from '#kernel'
import { DROP_GROUNDS, ListingDropped } from '../events.js'
import { BEFORE, listing } from '../state.js'

/** The bureau gives the listing up; a case that ends without a heavier penalty does it by itself. */
export const dropListing = listing.step({
  name: 'DropListing',
  title: { zh: '不再列入', en: 'Drop the listing' },
  law: ['SX44:2', 'SX44:12'],
  from: BEFORE,
  who: { of: 'holder', office: 'staff' },
  input: { ground: field.oneOf(...DROP_GROUNDS).meta({ title: '原因', description: 'Ground' }) },
  emits: [ListingDropped],
  decide: ListingDropped,
})
