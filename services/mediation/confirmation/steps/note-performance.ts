import { field } from '#kernel'
import { PerformanceRecorded } from '../events.js'
import { confirmation } from '../state.js'

const STANDING: readonly string[] = ['CONFIRMED', 'PERFORMING', 'ENFORCING']

/** A side told the mediation body. Before the ruling nothing is noted: Confirm looks at the mediation itself. */
export const notePerformance = confirmation.step({
  name: 'NotePerformance',
  title: { zh: '记明履行', en: 'Note performance' },
  law: ['MSF:206'],
  from: ['open', 'REFUSED', 'REJECTED', 'WITHDRAWN', 'PERFORMED', 'REVOKED'],
  who: 'system',
  input: { remaining: field.fen, left: field.list(field.name), all: field.yes },
  emits: [PerformanceRecorded],
  decide: (input, { state }) => (STANDING.includes(state) ? PerformanceRecorded(input) : []),
})
