import { field } from '#kernel'
import { HeavyPenaltyDecided, ListingDropped } from '../events.js'
import { isBefore, listing } from '../state.js'

/** A heavier penalty lets the listing be decided; any other outcome of the case drops it (6.4). */
export const noteDecision = listing.step({
  name: 'NoteDecision',
  title: { zh: '记明处理决定', en: 'Note the decision' },
  law: ['SX44:2'],
  from: ['any'],
  who: 'system',
  input: {
    outcome: field.oneOf('heavy', 'light-penalty', 'no-penalty', 'transfer'),
    on: field.day,
    decider: field.person.optional(),
  },
  emits: [HeavyPenaltyDecided, ListingDropped],
  decide: ({ outcome, on, decider }, { state }) => {
    if (!isBefore(state)) return []
    return outcome === 'heavy'
      ? HeavyPenaltyDecided({ on, decider: decider ?? '' })
      : ListingDropped({ ground: outcome })
  },
})
