import { field, servedDay } from '#kernel'
import { Rejected } from '../events.js'
import { REJECTION_GROUNDS } from '../grounds.js'
import { confirmation } from '../state.js'
import { ruling, wrongDays } from './confirm.js'

/** The parties may mediate again, sue or arbitrate (R-JC-08). */
export const reject = confirmation.step({
  name: 'Reject',
  title: { zh: '驳回申请', en: 'Reject' },
  law: ['MSF:206', 'MSJS:358'],
  from: ['ACCEPTED', 'REVIEWING'],
  who: { of: 'holder', office: 'judges' },
  makes: '驳回申请裁定书',
  input: {
    ...ruling,
    ground: field.choice(REJECTION_GROUNDS).meta({ title: '理由', description: 'Ground of MSJS 358' }),
  },
  emits: [Rejected],
  decide: (input, { facts }, { today, now }) => {
    const ruledOn = input.ruledOn ?? today
    const servedOn = servedDay(input.servedOn, today)
    return (
      wrongDays(now, facts.receivedOn, ruledOn, servedOn) ??
      Rejected({ mediation: facts.mediation, ground: input.ground, ruledOn, servedOn })
    )
  },
})
