import { field } from '#kernel'
import { ListingRevoked } from '../events.js'
import { isClosed, listing } from '../state.js'

/** The penalty was revoked: the listing falls with it, whatever it has come to. */
export const fallWithPenalty = listing.step({
  name: 'FallWithPenalty',
  title: { zh: '随处罚撤销', en: 'Fall with the penalty' },
  law: ['SX44:19'],
  from: ['any'],
  who: 'system',
  makes: (_, { facts }) => (facts.listedOn ? [{ title: '撤销列入决定书', agency: facts.agency }] : []),
  input: { ground: field.name },
  emits: [ListingRevoked],
  decide: ({ ground }, { facts, state }) =>
    isClosed(state)
      ? []
      : ListingRevoked({ case: facts.case, agency: facts.agency, ground, published: facts.published }),
})
