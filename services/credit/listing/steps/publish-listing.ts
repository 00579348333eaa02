import { ListingPublished } from '../events.js'
import { listing } from '../state.js'

/** In the national enterprise credit system, within 20 working days. */
export const publishListing = listing.step({
  name: 'PublishListing',
  title: { zh: '公示列入', en: 'Publish the listing' },
  law: ['SX44:14'],
  from: ['LISTED', 'RESTORED'],
  who: { of: 'holder', office: 'publishers' },
  makes: '公示记录',
  emits: [ListingPublished],
  decide: (_, { facts }, { today }) => ListingPublished({ case: facts.case, on: today }),
})
