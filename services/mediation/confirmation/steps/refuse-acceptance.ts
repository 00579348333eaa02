import { field, firstOf, inFuture, servedDay, tooSoon } from '#kernel'
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
    servedOn: field.day.nullable().optional().meta({ title: '送达日期', description: 'Day of service' }),
  },
  emits: [Refused],
  decide: (input, { facts }, { today, now }) => {
    const servedOn = servedDay(input.servedOn, today)
    return (
      firstOf(inFuture(now, { servedOn }), servedOn !== null && tooSoon('servedOn', servedOn, facts.receivedOn)) ??
      Refused({ mediation: facts.mediation, grounds: input.grounds, servedOn })
    )
  },
})
