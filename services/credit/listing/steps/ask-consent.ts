import { refuse } from '#kernel'
import { ConsentAsked } from '../events.js'
import { listing } from '../state.js'

/** A county asks the city, the city the province. */
export const askConsent = listing.step({
  name: 'AskConsent',
  title: { zh: '请示列入', en: 'Ask for consent' },
  law: ['SX44:22'],
  from: ['NOTICE_INCLUDED'],
  who: { of: 'holder', office: 'staff' },
  makes: '请示',
  emits: [ConsentAsked],
  unless: ({ facts }) => !facts.noticed && refuse('ERR_NOTICE_MISSING', { case: facts.case }),
  decide: (_, { facts }, { rules }) => {
    const superior = rules.superiorOf(facts.agency)
    if (!superior) return refuse('ERR_GUARD', { guard: 'superior', agency: facts.agency })
    return ConsentAsked({ of: superior.code, case: facts.case, agency: facts.agency })
  },
})
