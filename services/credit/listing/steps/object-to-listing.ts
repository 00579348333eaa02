import { field } from '#kernel'
import { platformIn } from '../../platform.js'
import { ObjectionFiled } from '../events.js'
import { listing } from '../state.js'

/** The record is marked at once. The bureau enters the objection of a third party that it concerns. */
export const objectToListing = listing.step({
  name: 'ObjectToListing',
  title: { zh: '对列入提出异议', en: 'Object to the listing' },
  law: ['HNXY:41', 'GB22'],
  from: ['PUBLISHED'],
  who: { of: ['respondent', 'holder'], office: ['party', 'staff'] },
  makes: '异议申请书',
  input: {
    scope: field.oneOf('own', 'provider').default('own').meta({ title: '异议范围', description: 'Who can settle it' }),
  },
  emits: [ObjectionFiled],
  decide: ({ scope }, _, { rules }) => ObjectionFiled({ scope, platform: platformIn(rules) }),
})
