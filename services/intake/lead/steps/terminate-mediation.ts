import { field } from '#kernel'
import { titled } from '../../form.js'
import { MediationTerminated, TERMINATION_GROUNDS } from '../events.js'
import { outcomeOf } from '../outcome.js'
import { lead } from '../state.js'

/** One of the eight grounds of TSJB 23; the parties are told within seven working days. */
export const terminateMediation = lead.step({
  name: 'TerminateMediation',
  title: { zh: '终止调解', en: 'Terminate the mediation' },
  law: ['TSJB:23'],
  from: ['COMPLAINT_ACCEPTED'],
  who: { of: 'holder', may: 'handle-complaint', office: 'desk' },
  makes: '投诉终止调解决定书',
  input: { ground: titled(field.choice(TERMINATION_GROUNDS), '理由', 'Ground') },
  emits: [MediationTerminated],
  claims: (_input, { id }) => [outcomeOf(id)],
  decide: MediationTerminated,
})
