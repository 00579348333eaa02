import { providerAsked, providerInput } from '../../objection.js'
import { ProviderAsked } from '../events.js'
import { publicity } from '../state.js'

export const askProvider = publicity.step({
  name: 'AskProvider',
  title: { zh: '请提供单位核查', en: 'Ask the provider' },
  law: ['HNXY:41'],
  from: ['MARKED'],
  who: { of: 'platform', office: 'staff' },
  input: providerInput,
  emits: [ProviderAsked],
  decide: (input, { facts }, { rules }) => providerAsked(input, facts.agency, rules),
})
