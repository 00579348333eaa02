import type { LengthChoice, NormalRow } from './clock-row.js'
import { numberOf, textOf } from './calendar.js'
import { type Calendar, count, type Counted, type CountInput, remainingAfter, type Span } from './days.js'
import { type Fact, type Firing, matches, readDate, type Switches } from './firing.js'
import { type Day, dayOf, type Instant, plusMs, startOf } from './instant.js'
import { type Interval, pausesOf, pausesUpTo, unitePauses } from './pauses.js'

/** What a clock is reckoned with besides its row and its facts. */
export interface Basis {
  readonly calendar: Calendar
  readonly switches: Switches
}

/** One course of a clock, from a start to what ended it or to the next start. */
export interface Run {
  readonly start: Firing
  readonly length: Span
  readonly extensions: Firing[]
  end?: Firing
  /** When a new start took its place. */
  over?: Instant
}

export interface Applied {
  readonly event: string
  readonly fact: string
  readonly at: Instant
  readonly add: Span
  readonly rule: number
}

export type Remaining = { readonly n: number; readonly unit: 'H' | 'WD' | 'CD' }

/** Where a run stands: counted, or paused with what remains. */
export interface Measured {
  readonly input: CountInput
  readonly counted: Counted
  readonly lapseAt: Instant
  readonly paused?: { readonly since: Day | Instant; readonly remaining: Remaining }
}

export type ExtensionFault = 'after-due' | 'times' | 'order' | 'amount' | 'not-later'

export const isHourly = (length: Span): boolean => 'unit' in length && length.unit === 'H'

const spanOf = (length: LengthChoice | Span, data: Fact['data']): Span | undefined => {
  if ('n' in length) return { n: length.n, unit: length.unit }
  const until = readDate(data[length.until])
  return until === undefined ? undefined : { until }
}

const lengthFor = (row: NormalRow, start: Firing): Span | undefined => {
  const choice = row.length.find((one) => matches(one.when, start.data))
  return choice && spanOf(choice, start.data)
}

/** The day counting begins from; hours: the instant. */
const baseOf = (row: NormalRow, { start, length }: Run): Day | Instant => {
  if (!isHourly(length)) return dayOf(start.date)
  return start.date.length === 10 && row.kind !== 'before' ? start.occurred : start.date
}

const later = <T extends string>(a: T, b: T): T => (a > b ? a : b)

/** Days after the start that are taken out, as days; hours: as instants. */
const excludedBy = (pauses: readonly Interval[], base: Day | Instant, hourly: boolean): [string, string][] => {
  const spans: [string, string][] = []
  for (const { from, to } of pauses) {
    const span: [string, string] = hourly ? [later(from, base), to!] : [later(dayOf(from), base), dayOf(to!)]
    const last = spans.at(-1)
    if (span[1] <= span[0]) continue
    if (last && span[0] <= last[1]) last[1] = later(last[1], span[1])
    else spans.push(span)
  }
  return spans
}

const dayAfter = (day: Day): Day => textOf(numberOf(day) + 1)

const lapseOf = (row: NormalRow, run: Run, due: Day | Instant): Instant => {
  if (row.kind === 'gate') return due.length === 10 ? startOf(due) : due
  const lapse = due.length === 10 ? startOf(dayAfter(due)) : plusMs(due, 1)
  return later(lapse, run.start.at)
}

const capOf = (row: NormalRow, run: Run): Day | Instant | undefined =>
  row.cap === undefined ? undefined : readDate(run.start.data[row.cap])

/** Whether a period that ends on a rest day rolls: not when the row says so, nor under `roll.restDay` none. */
export const rollsUnder = (row: NormalRow, switches: Switches): boolean =>
  row.rolls !== false && switches['roll.restDay'] !== 'none'

/** Counts a run with the pauses known at its end and the extensions that apply. */
const measureWith = (
  row: NormalRow,
  run: Run,
  united: readonly Interval[],
  added: readonly Applied[],
  basis: Basis,
) => {
  const hourly = isHourly(run.length)
  const base = baseOf(row, run)
  const open = united.at(-1)?.to === undefined ? united.at(-1) : undefined
  const closed = open ? united.slice(0, -1) : united
  const excluded = closed.length === 0 ? [] : excludedBy(closed, row.kind === 'before' ? '' : base, hourly)
  // The spread stands last: Node 20 adds every property after a leading spread one by one, 0.6 µs each.
  const input: CountInput = {
    start: base,
    calendar: basis.calendar,
    kind: row.kind,
    rolls: rollsUnder(row, basis.switches),
    excluded,
    extensions: added.map((one) => one.add),
    cap: capOf(row, run),
    ...run.length,
  }
  const counted = count(input)
  const lapseAt = lapseOf(row, run, counted.due)
  if (!open || lapseAt <= later(open.from, run.start.at)) return { input, counted, lapseAt }
  const since = later(hourly ? open.from : dayOf(open.from), base)
  return { input, counted, lapseAt, paused: { since, remaining: remainingAfter(input, since) } }
}

export interface Line {
  readonly row: NormalRow
  readonly pauses: readonly Interval[]
  readonly facts: readonly Fact[]
  readonly basis: Basis
}

const cutoff = (run: Run): Instant | undefined => run.end?.at ?? run.over

const measure = ({ row, pauses, basis }: Line, run: Run, added: readonly Applied[]): Measured => {
  const end = cutoff(run)
  const known = end === undefined || pauses.length === 0 ? pauses : pausesUpTo(pauses, end)
  return measureWith(row, run, unitePauses(known), added, basis)
}

/** The lapse, unless a pause holds it up. */
export const lapseIn = (measured: Measured): Instant | undefined => (measured.paused ? undefined : measured.lapseAt)

const cameBefore = (line: Line, event: string, added: readonly Applied[], at: Instant): boolean =>
  line.row.extensions.some((one) => one.by.event === event)
    ? added.some((one) => one.event === event)
    : line.facts.some((fact) => fact.type === event && fact.at <= at)

const amountOf = ({ add }: NormalRow['extensions'][number], data: Fact['data']): Span | undefined => {
  if (!('field' in add)) return spanOf(add, data)
  const n = data[add.field]
  return typeof n === 'number' && Number.isInteger(n) && n > 0 ? { n, unit: add.unit } : undefined
}

const isLater = (add: Span, measured: Measured): boolean =>
  !('until' in add) || dayOf(add.until) > dayOf(measured.counted.strict) || measured.paused !== undefined

/** Why an extension does not count, its amount left aside. */
export const timingFault = (line: Line, added: readonly Applied[], measured: Measured, firing: Firing) => {
  const rule = line.row.extensions[firing.index]!
  const lapse = lapseIn(measured)
  if (lapse !== undefined && lapse <= firing.at) return 'after-due'
  if (added.filter((one) => one.rule === firing.index).length >= rule.times) return 'times'
  return rule.after !== undefined && !cameBefore(line, rule.after, added, firing.at) ? 'order' : undefined
}

/** Why an extension does not count: `add` names no number, or a day that is not later. */
export const amountFault = (line: Line, measured: Measured, firing: Firing): ExtensionFault | undefined => {
  const add = amountOf(line.row.extensions[firing.index]!, firing.data)
  if (add === undefined) return 'amount'
  return isLater(add, measured) ? undefined : 'not-later'
}

/** Extensions in the order of their dates, each judged by the due date that those before it left; a fact extends once. */
export const settle = (line: Line, run: Run): { measured: Measured; added: readonly Applied[] } => {
  let added: readonly Applied[] = []
  let measured = measure(line, run, added)
  for (const firing of run.extensions) {
    if (added.at(-1)?.fact === firing.id) continue
    if (timingFault(line, added, measured, firing) ?? amountFault(line, measured, firing)) continue
    const add = amountOf(line.row.extensions[firing.index]!, firing.data)!
    added = [...added, { event: firing.event, fact: firing.id, at: firing.at, add, rule: firing.index }]
    measured = measure(line, run, added)
  }
  return { measured, added }
}

/** A right or an automatic event is over when its clock has lapsed; a duty stays until it is done. */
const isGone = (line: Line, run: Run, at: Instant): boolean => {
  if (line.row.lapse.kind !== 'lost' && line.row.lapse.kind !== 'auto') return false
  const lapse = lapseIn(settle(line, run).measured)
  return lapse !== undefined && lapse <= at
}

/** The courses of a clock in time. A start while one is on does nothing (`keep`) or begins a new one (`restart`). */
export const runsOf = (line: Line, firings: readonly Firing[]): Run[] => {
  const runs: Run[] = []
  for (const firing of firings) {
    const last = runs.at(-1)
    const on = last && !last.end ? last : undefined
    if (firing.role === 'start') begin(line, runs, on, firing)
    else if (on && firing.role === 'extension') on.extensions.push(firing)
    else if (on && (firing.role === 'stop' || firing.role === 'moot')) on.end = firing
  }
  return runs
}

const begin = (line: Line, runs: Run[], on: Run | undefined, start: Firing): void => {
  const length = lengthFor(line.row, start)
  if (length === undefined) return
  if (on && line.row.again === 'keep' && !isGone(line, on, start.at)) return
  if (on) on.over = start.at
  runs.push({ start, length, extensions: [] })
}

/** The values of the row's `each` field; undefined: the event has none and concerns every clock. */
export const keysOf = (row: NormalRow, data: Fact['data']): readonly string[] | undefined => {
  if (row.each === undefined) return ['']
  const held = data[row.each]
  if (held === undefined || held === null) return undefined
  return (Array.isArray(held) ? held : [held]).map(String)
}

export interface KeyedLine extends Line {
  readonly key: string
  readonly firings: readonly Firing[]
}

/** One line of firings per clock of the row, in the order of their keys. */
export const linesOf = (
  row: NormalRow,
  firings: readonly Firing[],
  facts: readonly Fact[],
  basis: Basis,
): KeyedLine[] => {
  const lineOf = (key: string, own: readonly Firing[]): KeyedLine => {
    return { row, key, firings: own, facts, basis, pauses: pausesOf(row, own, basis.switches) }
  }
  if (row.each === undefined) return [lineOf('', firings)]
  const starts = firings.filter((one) => one.role === 'start')
  const keys = new Set(starts.flatMap((one) => keysOf(row, one.data) ?? ['']))
  return [...keys].sort().map((key) =>
    lineOf(
      key,
      firings.filter((one) => concerns(row, one, key)),
    ),
  )
}

const concerns = (row: NormalRow, firing: Firing, key: string): boolean => {
  const keys = keysOf(row, firing.data)
  return keys ? keys.includes(key) : firing.role !== 'start' || key === ''
}
