import { field, refuse } from '#kernel'
import { ObjectionDecided } from '../events.js'
import { confirmation } from '../state.js'

/** Upheld, the confirmation falls; performance meanwhile does not end a pending objection. */
export const decideObjection = confirmation.step({
  name: 'DecideObjection',
  title: { zh: '裁定异议', en: 'Decide the objection' },
  law: ['MSJS:372'],
  from: ['CONFIRMED', 'PERFORMING', 'ENFORCING', 'PERFORMED'],
  who: { of: 'holder', office: 'judges' },
  makes: '异议裁定书',
  input: { upheld: field.yes.meta({ title: '异议成立', description: 'The objection is right' }) },
  emits: [ObjectionDecided],
  decide: (input, { facts }) =>
    facts.objected ? ObjectionDecided(input) : refuse('ERR_GUARD', { guard: 'no-objection' }),
})
