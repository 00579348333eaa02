import { field, refuse } from '#kernel'
import { ListingRestored } from '../events.js'
import { listing } from '../state.js'

/** Concealment or fraud comes to light: back on the list, and all terms run anew from today (SX44 20). */
export const restoreListing = listing.step({
  name: 'RestoreListing',
  title: { zh: '恢复列入', en: 'Restore the listing' },
  law: ['SX44:20'],
  from: ['REMOVED_EARLY'],
  who: { of: 'holder', office: ['responsible', 'collective'] },
  makes: '恢复列入决定书',
  input: { fraud: field.yes.meta({ title: '隐瞒真实情况、弄虚作假', description: 'Concealment or fraud was found' }) },
  emits: [ListingRestored],
  decide: ({ fraud }, _, { today }) =>
    fraud ? ListingRestored({ date: today }) : refuse('ERR_GUARD', { guard: 'fraud' }),
})
