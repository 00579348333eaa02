import {
  addMonths,
  type Calendar,
  clamp,
  FAR,
  next,
  numberOf,
  type NumberSpan,
  previous,
  previousWorking,
  type Table,
  textOf,
} from './calendar.js'
import { backwards, backwardSteps, pastPause, plainSteps, unite, walk, workingSteps } from './spans.js'
import type { ClockKind, Unit } from './clock-row.js'
import { type Day, dayOf, fromMs, type Instant, startOf, toMs } from './instant.js'

export {
  addMonths,
  type Calendar,
  type CalendarData,
  calendarOf,
  isWorking,
  nextWorking,
  previousWorking,
  workingDaysBetween,
} from './calendar.js'

/**
 * Day counting (rulebook 9): the first day is excluded, the last included, working days are the State Council's,
 * excluded spans are (from, to], and a period that ends on a rest day ends on the next working day.
 */

/** `n` units, or up to and including a day (hours: an instant). */
export type Span = { readonly n: number; readonly unit: Unit } | { readonly until: Day | Instant }

/** The days after the first up to and including the second; in hour clocks the two may be instants. */
export type Excluded = readonly (readonly [Day | Instant, Day | Instant])[]

export type CountInput = Span & {
  /** The day (hours: the instant) that is not counted; of a `before` clock the day counted back from. */
  readonly start: Day | Instant
  readonly calendar: Calendar
  /** Default `period`. */
  readonly kind?: ClockKind
  /** `false` for restrictive periods (查封、扣押、羁押): the last day stays where it falls (R-CAL-11). Default true. */
  readonly rolls?: boolean
  readonly excluded?: Excluded
  /** Each is added to the end of what stands before it; `until` replaces it. */
  readonly extensions?: readonly Span[]
  /** The last day at which the period may end. */
  readonly cap?: Day | Instant
}

/** Days; instants where the unit is hours, except `lastSafeDay`. */
export interface Counted {
  readonly due: Day | Instant
  /** Without the roll to the next working day. */
  readonly strict: Day | Instant
  /** The last working day on or before `strict`. */
  readonly lastSafeDay: Day
  readonly provisional: boolean
}

const HOUR_MS = 3_600_000

const plainEnd = (start: number, span: { n: number; unit: Unit }): number => {
  if (span.unit === 'CD') return start + span.n
  if (span.unit === 'H') return start + Math.ceil(span.n / 24)
  return numberOf(addMonths(textOf(start), span.unit === 'Y' ? span.n * 12 : span.n))
}

/** Neighbouring calendar spans are added up first, excluded days follow (R-CAL-15): months never see a span. */
const walkSpans = (table: Table, start: number, all: readonly Span[], spans: readonly NumberSpan[]): number => {
  let done = start
  let base = start
  let end = start
  const settle = (): number => (end === base ? done : walk(plainSteps, done, end - base, spans))
  for (const span of all) {
    if (!('until' in span) && span.unit !== 'WD') {
      end = plainEnd(end, span)
      continue
    }
    const from = settle()
    done = base = end = 'until' in span ? numberOf(span.until) : walk(workingSteps(table), from, span.n, spans)
  }
  return settle()
}

/** Excluded days are skipped backwards too (R-CAL-13). */
const walkBack = (table: Table, start: number, span: Span, spans: readonly NumberSpan[]): number => {
  if ('until' in span) return numberOf(span.until)
  if (span.unit === 'WD') return -walk(backwardSteps(table), -start, span.n, backwards(spans))
  const days = start - plainEnd(start, { n: -span.n, unit: span.unit })
  return -walk(plainSteps, -start, days, backwards(spans))
}

const reach = (span: Span): number => {
  if ('until' in span) return 0
  return Math.abs(span.n) * { H: 1, CD: 1, WD: 2, M: 31, Y: 366 }[span.unit] + 31
}

/** A table for everything that the count can touch. */
const tableFor = (calendar: Calendar, start: number, all: readonly Span[], spans: readonly NumberSpan[]): Table => {
  let [lo, hi, far] = [start, start, 0]
  const touch = (day: number): void => {
    lo = Math.min(lo, day)
    hi = Math.max(hi, day)
  }
  for (const span of all) {
    if ('until' in span) touch(numberOf(span.until))
    far += reach(span)
  }
  for (const [from, to] of spans) {
    touch(from)
    touch(to)
    far += to - from
  }
  return calendar.table(lo - far, hi + far)
}

const daySpans = (excluded: Excluded | undefined): NumberSpan[] =>
  excluded === undefined || excluded.length === 0
    ? []
    : unite(excluded.map(([from, to]): NumberSpan => [numberOf(from), numberOf(to)]))

interface Line {
  readonly start: number
  readonly all: readonly Span[]
  readonly spans: readonly NumberSpan[]
  readonly table: Table
}

const lineOf = (input: CountInput): Line => {
  const start = numberOf(input.start)
  const all = input.extensions?.length ? [input, ...input.extensions] : [input]
  const spans = daySpans(input.excluded)
  return { start, all, spans, table: tableFor(input.calendar, start, all, spans) }
}

/** First and last day whose being worked decides the result; with months and calendar days only the end matters. */
const decisive = (input: CountInput, start: number, strict: number, due: number): NumberSpan => {
  const working =
    ('unit' in input && input.unit === 'WD') || input.extensions?.some((one) => 'unit' in one && one.unit === 'WD')
  if (!working) return [strict, due]
  return input.kind === 'before' ? [strict, start - 1] : [Math.min(start + 1, strict), due]
}

const finish = (input: CountInput, { start, table }: Line, strict: number, due: number): Counted => {
  const cap = input.cap === undefined ? Infinity : numberOf(input.cap)
  const [lo, hi] = decisive(input, start, Math.min(strict, cap), Math.min(due, cap))
  return {
    due: textOf(Math.min(due, cap)),
    strict: textOf(Math.min(strict, cap)),
    lastSafeDay: textOf(previous(table, clamp(Math.min(strict, cap), FAR))),
    provisional: lo < input.calendar.horizon[0] || hi > input.calendar.horizon[1],
  }
}

const countDays = (input: CountInput): Counted => {
  const line = lineOf(input)
  const { start, all, spans, table } = line
  if (input.kind === 'before') {
    const day = walkBack(table, start, input, spans)
    return finish(input, line, day, day)
  }
  const end = walkSpans(table, start, all, spans)
  if (input.kind === 'gate') return finish(input, line, end, end)
  const strict = pastPause(end, spans, (day) => day)
  if (input.rolls === false) return finish(input, line, strict, strict)
  const due = pastPause(next(table, strict), spans, (day) => next(table, day))
  return finish(input, line, strict, due)
}

const edge = (text: Day | Instant): number => (text.length === 10 ? toMs(startOf(text)) + 24 * HOUR_MS : toMs(text))
const hourSpans = (excluded: Excluded | undefined): NumberSpan[] =>
  unite((excluded ?? []).map(([from, to]): NumberSpan => [edge(from), edge(to)]))

const instantOf = (text: Day | Instant): number => toMs(text.length === 10 ? startOf(text) : text)

/** Hours run through nights, weekends and holidays (`roll.hours`). */
const countHours = (input: CountInput): Counted => {
  const spans = hourSpans(input.excluded)
  let end = instantOf(input.start)
  let hours = 0
  for (const span of [input, ...(input.extensions ?? [])]) {
    if ('until' in span) [end, hours] = [instantOf(span.until), 0]
    else hours += span.n * { H: 1, CD: 24, WD: 24, M: 720, Y: 8760 }[span.unit]
  }
  const back = input.kind === 'before'
  if (back) end -= hours * HOUR_MS
  else end = pastPause(walk(plainSteps, end, hours * HOUR_MS, spans), spans, (after) => after - 1)
  const due = fromMs(input.cap === undefined ? end : Math.min(end, instantOf(input.cap)))
  const day = numberOf(due)
  const [from, to] = input.calendar.horizon
  return {
    due,
    strict: due,
    lastSafeDay: previousWorking(input.calendar, dayOf(due)),
    provisional: day < from || day > to,
  }
}

const isHours = (input: CountInput): boolean => 'unit' in input && input.unit === 'H'

/**
 * When a period ends. Excluded days are skipped, extensions are added to the end, a `before` clock is counted back from
 * the day before `start`, gates and restrictive periods do not roll, and a pause that is open on the last day leaves one
 * more. Dates are held between the years 1 and 9999.
 */
export const count = (input: CountInput): Counted => (isHours(input) ? countHours(input) : countDays(input))

/** What is left of the period after a day (hours: an instant): working days, else calendar days; hours may be broken. */
export const remainingAfter = (input: CountInput, since: Day | Instant): { n: number; unit: 'H' | 'WD' | 'CD' } => {
  const hours = isHours(input)
  const working = 'unit' in input && input.unit === 'WD'
  const end = count(input).strict
  const line = hours ? undefined : lineOf(input)
  const steps = working ? workingSteps(line!.table) : plainSteps
  const read = hours ? instantOf : (text: string): number => numberOf(text)
  const [from, to] = [read(since), read(end)]
  const skipped = (line?.spans ?? hourSpans(input.excluded)).reduce((sum, span) => {
    const [lo, hi] = [Math.max(span[0], from), Math.min(span[1], to)]
    return hi > lo ? sum + steps.between(lo, hi) : sum
  }, 0)
  const n = Math.max(0, to > from ? steps.between(from, to) - skipped : 0)
  return { n: hours ? n / HOUR_MS : n, unit: hours ? 'H' : working ? 'WD' : 'CD' }
}
