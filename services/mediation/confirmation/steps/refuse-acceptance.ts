import { field, isRefusal, servedDay } from '#kernel'
import { Refused } from '../events.js'
import { REFUSAL_GROUNDS } from '../grounds.js'
import { confirmation } from '../state.js'

export const refuseAcceptance = confirmation.step({
  name: 'RefuseAcceptance',
  title: { zh: '不予受理', en: 'Refuse acceptance' },
  law: ['MSJS:355'],
  from: ['APPLIED'],
  who: { of: 'holder', office: 'judges' },
  makes: '不予受理裁定书',
  input: {
    grounds: field.list(field.choice(REFUSAL_GROUNDS), 1).meta({ title: '理由', description: 'Grounds of MSJS 355' }),
    servedOn: field.servedOn,
  },
  emits: [Refused],
  decide: (input, { facts }, context) => {
    const servedOn = servedDay({ servedOn: input.servedOn }, context, facts.receivedOn)
    return isRefusal(servedOn) ? servedOn : Refused({ mediation: facts.mediation, grounds: input.grounds, servedOn })
  },
})
