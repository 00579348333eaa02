import { field } from '#kernel'
import { ListingNoticeReplaced, ListingNotified } from '../events.js'
import { isBefore, listing } from '../state.js'

/** The bureau's penalty notice was served, with or without a section on listing; a later one replaces the earlier. */
export const includeNotice = listing.step({
  name: 'IncludeNotice',
  title: { zh: '随告知书告知拟列入', en: 'Include in the penalty notice' },
  law: ['SX44:13', 'HNXY:28'],
  from: ['any'],
  who: 'system',
  input: { agency: field.agency, listing: field.yes },
  emits: [ListingNotified, ListingNoticeReplaced],
  decide: (input, { facts, state }) => {
    if (!isBefore(state) || input.agency !== facts.agency || input.listing === facts.noticed) return []
    return input.listing ? ListingNotified({}) : ListingNoticeReplaced({})
  },
})
