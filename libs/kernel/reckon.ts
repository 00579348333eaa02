import type { LapseKind, NormalRow, Unit } from './clock-row.js'
import { remainingAfter, type Span } from './days.js'
import { type Fact, type Firing, firingsOf, isOn } from './firing.js'
import { openedBy } from './pauses.js'
import { type Day, dayNumber, dayOf, type Instant, plusDays, startOf, toMs } from './instant.js'
import {
  type Basis,
  isHourly,
  type KeyedLine,
  lapseIn,
  type Line,
  linesOf,
  type Measured,
  type Remaining,
  type Run,
  runsOf,
  settle,
} from './runs.js'

export type ClockState = 'running' | 'paused' | 'open' | 'satisfied' | 'lapsed' | 'breached' | 'cancelled'

/** Dates are days, instants where the unit is hours. A key that does not apply is absent. */
export interface Clock {
  readonly id: string
  /** The value of the row's `each` field; '' where there is none. */
  readonly key: string
  readonly state: ClockState
  /** When it began to run. */
  readonly start: Instant
  /** What is counted from (of a `before` clock: counted back from). */
  readonly base: Day | Instant
  readonly length: Span
  readonly unit: Unit
  readonly lapse: LapseKind
  /** Absent while paused. */
  readonly due?: Day | Instant
  readonly strict?: Day | Instant
  readonly lastSafeDay?: Day
  readonly provisional: boolean
  /** The union of what pauses took out, each from … (not counted out) to … (counted out). */
  readonly excluded: readonly (readonly [string, string])[]
  readonly extensions: readonly { event: string; fact: string; at: Instant; add: Span }[]
  readonly cap?: Day | Instant
  readonly pausedSince?: Day | Instant
  /** Events whose pauses are open: what ends each of them starts the clock again. */
  readonly pausedBy?: readonly string[]
  /** The first instant after a pause whose end was fixed beforehand. */
  readonly pausedUntil?: Instant
  readonly remaining?: Remaining
  /** Pauses whose end was fixed beforehand: `due` is known through them, `stateAt` shows them as paused. */
  readonly holds?: readonly { from: Day | Instant; to: Instant; since: Instant; remaining: Remaining; by?: string }[]
  /** The first instant outside the period; absent while paused and when stopped before it. */
  readonly lapseAt?: Instant
  /** Lapses of earlier courses, before a new start; they stand. */
  readonly earlier?: readonly { due: Day | Instant; at: Instant }[]
  readonly stoppedAt?: Instant
  /** Id of the fact that stopped or cancelled it. */
  readonly stoppedBy?: string
  /** How late a duty was done: hours begun, else calendar days. */
  readonly lateBy?: { n: number; unit: 'H' | 'CD' }
}

const HOUR_MS = 3_600_000

const AFTER_LAPSE: Readonly<Record<LapseKind, ClockState>> = {
  breach: 'breached',
  lost: 'lapsed',
  auto: 'lapsed',
  reminder: 'lapsed',
  gate: 'open',
}

/** What an end makes of a clock: a lapse that came first stands, except that an open gate can still be closed. */
const stateAfter = (row: NormalRow, end: Firing, lapsed: boolean): ClockState => {
  if (lapsed && row.lapse.kind !== 'gate') return AFTER_LAPSE[row.lapse.kind]
  return end.role === 'stop' ? 'satisfied' : 'cancelled'
}

/** Hours begun after an instant, calendar days after a day. */
export const lateness = (due: Day | Instant, at: Instant): { n: number; unit: 'H' | 'CD' } =>
  due.length === 10
    ? { n: dayNumber(dayOf(at)) - dayNumber(due), unit: 'CD' }
    : { n: Math.ceil((toMs(at) - toMs(due)) / HOUR_MS), unit: 'H' }

/** How it ended, if it did. */
const ending = (row: NormalRow, run: Run, measured: Measured): Partial<Clock> & { state: ClockState } => {
  const { end } = run
  const lapseAt = lapseIn(measured)
  if (!end) return { state: measured.paused ? 'paused' : 'running', ...(lapseAt && { lapseAt }) }
  const lapsed = lapseAt !== undefined && lapseAt <= end.at
  const state = stateAfter(row, end, lapsed)
  return {
    state,
    ...(lapsed && { lapseAt }),
    stoppedAt: end.at,
    stoppedBy: end.id,
    ...(state === 'breached' && end.role === 'stop' && { lateBy: lateness(measured.counted.due, end.at) }),
  }
}

const dates = (line: Line, run: Run, { counted, paused }: Measured): Partial<Clock> => {
  if (!paused) return { due: counted.due, strict: counted.strict, lastSafeDay: counted.lastSafeDay }
  return run.end ? {} : { pausedSince: paused.since, pausedBy: openedBy(line.pauses), remaining: paused.remaining }
}

/** Pauses with a known end that lie before the lapse. */
const holdsOf = (line: Line, run: Run, measured: Measured): Partial<Clock> => {
  if (run.end) return {}
  const { base, lapseAt } = { base: measured.input.start, lapseAt: measured.lapseAt }
  const held = line.pauses.filter((one) => one.fixed && one.from < lapseAt && one.to! > startOf(dayOf(base)))
  if (held.length === 0) return {}
  const hourly = isHourly(run.length)
  const holds = held.map((one) => {
    const own = hourly ? one.from : dayOf(one.from)
    const from = own > base ? own : base
    const to = hourly ? one.to! : startOf(plusDays(dayOf(one.to!), 1))
    return {
      from,
      since: one.from > run.start.at ? one.from : run.start.at,
      to,
      remaining: remainingAfter(measured.input, from),
      ...(one.by !== undefined && { by: one.by }),
    }
  })
  return { holds }
}

const earlierLapses = (line: Line, runs: readonly Run[]): Partial<Clock> => {
  const earlier = runs.slice(0, -1).flatMap((run) => {
    const { measured } = settle(line, run)
    const at = lapseIn(measured)
    return at !== undefined && at <= (run.end?.at ?? run.over!) ? [{ due: measured.counted.due, at }] : []
  })
  return earlier.length === 0 ? {} : { earlier }
}

const excludedIn = ({ input, counted, paused }: Measured): Clock['excluded'] =>
  paused ? input.excluded! : input.excluded!.filter(([from]) => from <= counted.due)

const clockOf = (line: KeyedLine): Clock[] => {
  const runs = runsOf(line, line.firings)
  const run = runs.at(-1)
  if (!run) return []
  const { measured, added } = settle(line, run)
  const { input, counted, paused } = measured
  return [
    {
      id: line.row.id,
      key: line.key,
      start: run.start.at,
      base: input.start,
      length: run.length,
      unit: 'unit' in run.length ? run.length.unit : 'CD',
      lapse: line.row.lapse.kind,
      provisional: !paused && counted.provisional,
      excluded: excludedIn(measured),
      extensions: added.map(({ event, fact, at, add }) => ({ event, fact, at, add })),
      ...(input.cap !== undefined && { cap: input.cap }),
      ...dates(line, run, measured),
      ...holdsOf(line, run, measured),
      ...earlierLapses(line, runs),
      ...ending(line.row, run, measured),
    },
  ]
}

/**
 * The clocks of a row: none before it starts or while its switch is off, one per value of `each`, else one.
 * A clock that began again shows its last course; lapses of earlier ones stand in `earlier`.
 */
export const reckon = (row: NormalRow, facts: readonly Fact[], basis: Basis): Clock[] =>
  isOn(row.if, basis.switches) ? reckonFirings(row, firingsOf(row, facts), facts, basis) : []

/** The same from what was already found to fire. */
export const reckonFirings = (row: NormalRow, firings: readonly Firing[], facts: readonly Fact[], basis: Basis) =>
  linesOf(row, firings, facts, basis).flatMap(clockOf)

type Writable<T> = { -readonly [K in keyof T]: T[K] }

/** The clock as it stands at a moment: what was running may have lapsed, opened, or be held by a pause with a fixed end. */
export const stateAt = (clock: Clock, now: Instant): Clock => {
  if (clock.state !== 'running') return clock
  if (clock.lapseAt !== undefined && clock.lapseAt <= now) return { ...clock, state: AFTER_LAPSE[clock.lapse] }
  const hold = clock.holds?.find((one) => one.since <= now && now < one.to)
  if (!hold) return clock
  const paused: Writable<Clock> = {
    ...clock,
    state: 'paused',
    pausedSince: hold.from,
    pausedBy: hold.by === undefined ? [] : [hold.by],
    pausedUntil: hold.to,
    remaining: hold.remaining,
  }
  for (const name of ['due', 'strict', 'lastSafeDay', 'lapseAt'] as const) delete paused[name]
  paused.provisional = false
  return paused
}
