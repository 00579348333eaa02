import { field, refuse } from '#kernel'
import { BUREAU } from '../../bureau.js'
import { ListingRevoked, ObjectionResolved } from '../events.js'
import { listing } from '../state.js'

/** Dismissed or corrected, the listing stands; upheld for removal it falls. */
export const resolveObjection = listing.step({
  name: 'ResolveObjection',
  title: { zh: '处理异议', en: 'Resolve the objection' },
  law: ['HNXY:41'],
  from: ['OBJECTED'],
  who: { of: ['platform', 'holder'], office: BUREAU },
  makes: '异议处理结果告知书',
  input: {
    upheld: field.yes.meta({ title: '异议成立', description: 'The objection is right' }),
    for: field
      .oneOf('correction', 'removal')
      .optional()
      .meta({ title: '处理方式', description: 'What follows when it is right' }),
  },
  emits: [ObjectionResolved, ListingRevoked],
  decide: (input, { facts }) => {
    if (input.upheld !== (input.for !== undefined))
      return refuse('ERR_GUARD', { guard: 'what-follows', upheld: input.upheld })
    const { case: of, agency, published } = facts
    const falls = input.for === 'removal'
    return [
      ObjectionResolved(input),
      ...(falls ? [ListingRevoked({ case: of, agency, ground: 'objection-upheld', published })] : []),
    ]
  },
})
