/**
 * The clock ledger: what a row makes of the dated events of a record. It knows no "now": it gives the instant at which a
 * clock lapses (`lapseAt`), and `stateAt` says what that means at a moment. The same facts give the same clocks, in
 * whatever order they were recorded.
 */
export { type Fact, isOn, type Switches } from './firing.js'
export type { Basis, Remaining } from './runs.js'
export { type Clock, type ClockState, reckon, stateAt } from './reckon.js'
export { type Candidate, check } from './clock-check.js'
