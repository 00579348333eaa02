import { field, refuse } from '#kernel'
import { EarlyDecided } from '../events.js'
import { listing } from '../state.js'

/** A refusal may come at once, an approval only after acceptance. */
export const decideEarly = listing.step({
  name: 'DecideEarly',
  title: { zh: '决定提前移出', en: 'Decide on early removal' },
  law: ['SX44:17'],
  from: ['EARLY_APPLIED'],
  who: { of: 'holder', office: ['responsible', 'collective'] },
  makes: '准予/不予信用修复决定书',
  input: { approved: field.yes.meta({ title: '准予移出', description: 'Approved' }) },
  emits: [EarlyDecided],
  decide: (input, { facts }) =>
    input.approved && !facts.accepted ? refuse('ERR_GUARD', { guard: 'not-accepted' }) : EarlyDecided(input),
})
