import type { NormalRow } from './clock-row.js'
import { type Firing, isOn, readDate, type Switches } from './firing.js'
import { dayOf, type Instant, plusDays, startOf } from './instant.js'

/** A time during which the clock stands still; without `to` it is still open. */
export interface Interval {
  readonly from: Instant
  readonly to?: Instant
  /** The event that began it. */
  readonly by?: string
  /** The end was known from the beginning. */
  readonly fixed?: true
}

/** Hours stand still to the end of the day that `until` names; for days its date is the last one excluded. */
const fixedEnd = (row: NormalRow, until: string): Instant => {
  const hours = row.length.some((one) => 'unit' in one && one.unit === 'H')
  return startOf(hours ? plusDays(dayOf(until), 1) : dayOf(until))
}

const fixedPauses = (row: NormalRow, firings: readonly Firing[]): Interval[] =>
  firings.flatMap((firing): Interval[] => {
    const field = firing.role === 'pause' ? row.pauses[firing.index]!.until : undefined
    const until = field === undefined ? undefined : readDate(firing.data[field])
    return until === undefined ? [] : [{ from: firing.at, to: fixedEnd(row, until), fixed: true, by: firing.event }]
  })

/** Opens with the first `from`, ends with the next `to`; with `pair` one interval per value of the field. */
const pairedPauses = (row: NormalRow, firings: readonly Firing[]): Interval[] => {
  const open = new Map<string, { from: Instant; by: string }>()
  const closed: Interval[] = []
  for (const firing of firings) {
    if (firing.role !== 'pause' && firing.role !== 'resume') continue
    const rule = row.pauses[firing.index]!
    if (rule.until !== undefined) continue
    const name = `${firing.index}|${rule.pair === undefined ? '' : String(firing.data[rule.pair] ?? '')}`
    const begun = open.get(name)
    if (firing.role === 'pause') open.set(name, begun ?? { from: firing.at, by: firing.event })
    else if (begun !== undefined) {
      closed.push({ ...begun, to: firing.at })
      open.delete(name)
    }
  }
  return [...closed, ...open.values()]
}

/** All pauses of a row, those behind a switch that is off left out. */
export const pausesOf = (row: NormalRow, firings: readonly Firing[], switches: Switches): Interval[] => {
  if (row.pauses.length === 0) return []
  const live = firings.filter(
    (one) => (one.role === 'pause' || one.role === 'resume') && isOn(row.pauses[one.index]!.if, switches),
  )
  if (live.length === 0) return []
  return [...pairedPauses(row, live), ...fixedPauses(row, live)]
}

/** As they were known at an instant: later ones are left out, and one that ends later is still open. */
export const pausesUpTo = (pauses: readonly Interval[], at: Instant): Interval[] =>
  pauses
    .filter((one) => one.from <= at)
    .map((one) => (one.to !== undefined && one.to > at && !one.fixed ? { from: one.from, by: one.by } : one))

/** The events whose pauses are still open, each once. */
export const openedBy = (pauses: readonly Interval[]): string[] => [
  ...new Set(pauses.flatMap((one) => (one.to === undefined && one.by !== undefined ? [one.by] : []))),
]

/** Their union, in order; at most the last is open. */
export const unitePauses = (pauses: readonly Interval[]): Interval[] => {
  const united: { from: Instant; to?: Instant }[] = []
  for (const { from, to } of [...pauses].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const last = united.at(-1)
    if (last === undefined || (last.to !== undefined && from > last.to)) united.push({ from, ...(to && { to }) })
    else if (last.to !== undefined && (to === undefined || to > last.to)) {
      if (to === undefined) delete last.to
      else last.to = to
    }
  }
  return united
}
