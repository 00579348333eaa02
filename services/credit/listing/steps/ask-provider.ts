import { field, refuse } from '#kernel'
import { BUREAU } from '../../bureau.js'
import { ProviderAsked } from '../events.js'
import { listing } from '../state.js'

/** The platform asks the one that gave the data; the bureau that listed, when nobody else is named. */
export const askProvider = listing.step({
  name: 'AskProvider',
  title: { zh: '请提供单位核查', en: 'Ask the provider' },
  law: ['HNXY:41'],
  from: ['OBJECTED'],
  who: { of: 'platform', office: BUREAU },
  input: { of: field.agency.optional().meta({ title: '信息提供单位', description: 'Who gave the data' }) },
  emits: [ProviderAsked],
  decide: ({ of }, { facts }, { rules }) => {
    const provider = of ?? facts.agency
    return rules.agency(provider)
      ? ProviderAsked({ of: provider })
      : refuse('ERR_GUARD', { guard: 'agency', of: provider })
  },
})
