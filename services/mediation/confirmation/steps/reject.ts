import { field, isRefusal } from '#kernel'
import { Rejected } from '../events.js'
import { REJECTION_GROUNDS } from '../grounds.js'
import { confirmation } from '../state.js'
import { ruling, rulingDays } from './confirm.js'

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
  decide: (input, { facts }, context) => {
    const days = rulingDays(input, facts.receivedOn, context)
    return isRefusal(days) ? days : Rejected({ mediation: facts.mediation, ground: input.ground, ...days })
  },
})
