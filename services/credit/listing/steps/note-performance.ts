import { PenaltyPerformed } from '../events.js'
import { listing } from '../state.js'

/** The penalty was performed in full: one of the conditions of early removal. */
export const notePerformance = listing.step({
  name: 'NotePerformance',
  title: { zh: '记明处罚履行', en: 'Note performance' },
  law: ['SX44:16'],
  from: ['any'],
  who: 'system',
  emits: [PenaltyPerformed],
  decide: (_, { facts }) => (facts.performed ? [] : PenaltyPerformed({})),
})
