import { PenaltyPerformed } from '../events.js'
import { isOver, publicity } from '../state.js'

export const notePerformance = publicity.step({
  name: 'NotePerformance',
  title: { zh: '记明处罚履行', en: 'Note performance' },
  law: ['FG36'],
  from: ['any'],
  who: 'system',
  emits: [PenaltyPerformed],
  decide: (_, { facts, state }) => (facts.performed || isOver(state) ? [] : PenaltyPerformed({})),
})
