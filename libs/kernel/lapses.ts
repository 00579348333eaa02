import type { LapseKind, NormalRow } from './clock-row.js'
import type { Day, Instant } from './instant.js'
import type { Clock } from './reckon.js'

/** A lapse that follows from the facts, with the event that it makes. */
export interface ClockLapse {
  readonly clock: string
  readonly key: string
  readonly at: Instant
  readonly due: Day | Instant
  readonly kind: LapseKind
  /** The row's event; of clocks that lapse `together` only the last has it. */
  readonly event?: string
}

const before = (a: ClockLapse, b: ClockLapse): number => {
  for (const name of ['at', 'clock', 'key'] as const) if (a[name] !== b[name]) return a[name] < b[name] ? -1 : 1
  return 0
}

const lapsesIn = (clock: Clock): ClockLapse[] => {
  const { id, key, lapse: kind, due, lapseAt: at } = clock
  const earlier = (clock.earlier ?? []).map((one) => ({ clock: id, key, kind, ...one }))
  return at === undefined ? earlier : [...earlier, { clock: id, key, kind, at, due: due! }]
}

/** Whether this lapse is the last of those that must come together. */
const completes = (row: NormalRow, lapse: ClockLapse, clocks: readonly Clock[]): boolean => {
  const ids = row.lapse.together
  if (ids === undefined) return true
  const current = clocks.filter((clock) => ids.includes(clock.id) && clock.lapseAt !== undefined)
  const last = current.flatMap(lapsesIn).sort(before).at(-1)
  return (
    ids.every((id) => current.some((clock) => clock.id === id)) && last?.clock === lapse.clock && last.at === lapse.at
  )
}

/**
 * Every lapse of the clocks of one record, past and to come, in the order in which they fire. What is written and not
 * here no longer follows from the facts.
 */
export const lapsesOf = (rows: readonly NormalRow[], clocks: readonly Clock[]): ClockLapse[] => {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return clocks
    .flatMap(lapsesIn)
    .sort(before)
    .map((lapse) => {
      const row = byId.get(lapse.clock)
      return row?.lapse.event !== undefined && completes(row, lapse, clocks)
        ? { ...lapse, event: row.lapse.event }
        : lapse
    })
}
