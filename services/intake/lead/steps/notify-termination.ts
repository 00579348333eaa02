import { TerminationNotified } from '../events.js'
import { toldAlready } from '../guards.js'
import { lead } from '../state.js'

/** The parties hear that the mediation is over. */
export const notifyTermination = lead.step({
  name: 'NotifyTermination',
  title: { zh: '告知终止调解', en: 'Notify the termination' },
  law: ['TSJB:23'],
  from: ['MEDIATION_TERMINATED'],
  who: { of: 'holder', may: 'handle-complaint', office: 'desk' },
  makes: ['投诉终止调解决定书', '送达回证'],
  emits: [TerminationNotified],
  unless: ({ facts }) => toldAlready(facts, TerminationNotified),
  decide: () => TerminationNotified({}),
})
