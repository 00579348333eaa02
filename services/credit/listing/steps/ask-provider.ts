import { providerAsked, providerInput } from '../../objection.js'
import { ProviderAsked } from '../events.js'
import { listing } from '../state.js'

/** The platform asks the one that gave the data; the bureau that listed, when nobody else is named. */
export const askProvider = listing.step({
  name: 'AskProvider',
  title: { zh: '请提供单位核查', en: 'Ask the provider' },
  law: ['HNXY:41'],
  from: ['OBJECTED'],
  who: { of: 'platform', office: 'staff' },
  input: providerInput,
  emits: [ProviderAsked],
  decide: (input, { facts }, { rules }) => providerAsked(input, facts.agency, rules),
})
