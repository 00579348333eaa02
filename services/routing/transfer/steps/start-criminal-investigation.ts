import { CriminalInvestigationStarted } from '../events.js'
import { transfer } from '../state.js'

/** The police investigate with what they were handed. */
export const startCriminalInvestigation = transfer.step({
  name: 'StartCriminalInvestigation',
  title: { zh: '开展刑事侦查', en: 'Start the criminal investigation' },
  law: ['XSSF:115'],
  from: ['HANDED_OVER'],
  who: { of: 'police', office: 'staff' },
  emits: [CriminalInvestigationStarted],
  decide: () => CriminalInvestigationStarted({}),
})
