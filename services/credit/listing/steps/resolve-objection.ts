import { resolutionInput, resolutionWrong } from '../../objection.js'
import { ListingRevoked, ObjectionResolved } from '../events.js'
import { listing } from '../state.js'

/** Dismissed or corrected, the listing stands; upheld for removal it falls. */
export const resolveObjection = listing.step({
  name: 'ResolveObjection',
  title: { zh: '处理异议', en: 'Resolve the objection' },
  law: ['HNXY:41'],
  from: ['OBJECTED'],
  who: { of: ['platform', 'holder'], office: 'staff' },
  makes: '异议处理结果告知书',
  input: resolutionInput,
  emits: [ObjectionResolved, ListingRevoked],
  decide: (input, { facts }) => {
    const { case: of, agency, published } = facts
    const falls = input.for === 'removal'
    return (
      resolutionWrong(input) ?? [
        ObjectionResolved(input),
        ...(falls ? [ListingRevoked({ case: of, agency, ground: 'objection-upheld', published })] : []),
      ]
    )
  },
})
