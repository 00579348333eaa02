import { field } from '#kernel'
import { NoIntentProven } from '../events.js'
import { isBefore, listing } from '../state.js'

/** What the defence or the hearing proved about intent. */
export const noteDefence = listing.step({
  name: 'NoteDefence',
  title: { zh: '记明陈述申辩', en: 'Note the defence' },
  law: ['SX44:12'],
  from: ['any'],
  who: 'system',
  input: { noIntentProven: field.yes },
  emits: [NoIntentProven],
  decide: ({ noIntentProven }, { facts, state }) =>
    noIntentProven && !facts.noIntent && isBefore(state) ? NoIntentProven({}) : [],
})
