import { type Day, dayFromNumber, dayNumber, type Instant } from './instant.js'

/** Holidays and adjusted workdays of the years from `from` to `to`; outside them every date is provisional (R-CAL-17). */
export interface CalendarData {
  readonly from: Day
  readonly to: Day
  /** Days off by the State Council's notice, weekends inside a holiday included. */
  readonly off: readonly Day[]
  /** Weekend days that are worked (调休). */
  readonly work: readonly Day[]
  /** What a day off is called, for explanations. */
  readonly names?: Readonly<Record<Day, { readonly zh: string; readonly en: string }>>
}

/** A calendar made ready for counting by `calendarOf`. */
export interface Calendar {
  readonly data: CalendarData
  readonly off: ReadonlySet<Day>
  readonly work: ReadonlySet<Day>
  /** Day numbers of the first and last day that the data covers. */
  readonly horizon: readonly [number, number]
  /** A table that holds all days from `lo` to `hi`. */
  readonly table: (lo: number, hi: number) => Table
}

export interface Table {
  /** Working days of the table up to and including the day. */
  readonly count: (day: number) => number
  /** The n-th working day of the table, from 1. */
  readonly nth: (n: number) => number
}

/** Two day numbers. */
export type NumberSpan = readonly [number, number]

const NEAR: NumberSpan = [dayNumber('2000-01-01'), dayNumber('2099-12-31')]
export const FAR: NumberSpan = [dayNumber('0001-01-01'), dayNumber('9999-12-31')]
/** Statutory days off with a fixed solar date, for years whose notice is not loaded (R-CAL-17). */
const FIXED_OFF = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03']

const digits = (text: string, from: number, to: number): number => {
  let value = 0
  for (let i = from; i < to; i++) value = value * 10 + text.charCodeAt(i) - 48
  return value
}

/** Days since 1970-01-01 of the date that a day or instant begins with; `dayNumber` without a parser, six times as fast. */
export const numberOf = (text: Day | Instant): number => {
  const month = digits(text, 5, 7)
  const year = digits(text, 0, 4) - (month < 3 ? 1 : 0)
  const era = Math.floor(year / 400)
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + digits(text, 8, 10) - 1
  return (
    era * 146_097 +
    (year - era * 400) * 365 +
    Math.floor((year % 400) / 4) -
    Math.floor((year % 400) / 100) +
    dayOfYear -
    719_468
  )
}

export const clamp = (n: number, [lo, hi]: NumberSpan): number => (n < lo ? lo : n > hi ? hi : n)
const isWeekend = (day: number): boolean => ((day % 7) + 10) % 7 > 4

/** Texts of days that were asked for, since making one costs more than counting to it. */
const texts: Day[] = []
export const textOf = (day: number): Day =>
  day < NEAR[0] || day > NEAR[1] ? dayFromNumber(clamp(day, FAR)) : (texts[day - NEAR[0]] ??= dayFromNumber(day))

const fixedOff = (range: NumberSpan, [from, to]: NumberSpan): number[] => {
  const days: number[] = []
  for (let year = +textOf(range[0]).slice(0, 4); year <= +textOf(range[1]).slice(0, 4); year++)
    for (const date of FIXED_OFF) days.push(numberOf(`${String(year).padStart(4, '0')}-${date}`))
  return days.filter((day) => day < from || day > to)
}

const workingFlags = (data: CalendarData, range: NumberSpan): Uint8Array => {
  const flags = new Uint8Array(range[1] - range[0] + 1)
  for (let i = 0; i < flags.length; i++) flags[i] = isWeekend(range[0] + i) ? 0 : 1
  const horizon: NumberSpan = [numberOf(data.from), numberOf(data.to)]
  for (const day of fixedOff(range, horizon)) flags[day - range[0]] = 0
  for (const day of data.off) flags[numberOf(day) - range[0]] = 0
  for (const day of data.work) flags[numberOf(day) - range[0]] = 1
  return flags
}

const buildTable = (data: CalendarData, range: NumberSpan): Table => {
  const flags = workingFlags(data, range)
  const counts = new Int32Array(flags.length)
  const days = new Int32Array(flags.length + 1)
  let n = 0
  for (let i = 0; i < flags.length; i++) {
    if (flags[i]) days[++n] = range[0] + i
    counts[i] = n
  }
  return {
    count: (day) => counts[clamp(day, range) - range[0]]!,
    nth: (k) => days[clamp(k, [1, n])]!,
  }
}

/** Reads the data once; counting with the result is a look-up. Build it when the rules are loaded and keep it. */
export const calendarOf = (data: CalendarData): Calendar => {
  let near: Table | undefined
  let far: Table | undefined
  return {
    data,
    off: new Set(data.off),
    work: new Set(data.work),
    horizon: [numberOf(data.from), numberOf(data.to)],
    table: (lo, hi) =>
      lo - 60 > NEAR[0] && hi + 60 < NEAR[1] ? (near ??= buildTable(data, NEAR)) : (far ??= buildTable(data, FAR)),
  }
}

const tableAround = (calendar: Calendar, day: number): Table => calendar.table(day, day)
export const previous = (table: Table, day: number): number => table.nth(table.count(day))
export const next = (table: Table, day: number): number => table.nth(table.count(day - 1) + 1)

export const isWorking = (calendar: Calendar, day: Day): boolean => {
  const n = numberOf(day)
  return previous(tableAround(calendar, n), n) === n
}

/** The day itself when it is worked, else the next day that is. */
export const nextWorking = (calendar: Calendar, day: Day): Day =>
  textOf(next(tableAround(calendar, numberOf(day)), numberOf(day)))

/** The day itself when it is worked, else the last day before it that is. */
export const previousWorking = (calendar: Calendar, day: Day): Day =>
  textOf(previous(tableAround(calendar, numberOf(day)), numberOf(day)))

/** Working days after `from` up to and including `to`. */
export const workingDaysBetween = (calendar: Calendar, from: Day, to: Day): number => {
  const [lo, hi] = [numberOf(from), numberOf(to)]
  const table = calendar.table(lo, hi)
  return table.count(hi) - table.count(lo)
}

/** Corresponding day of a later or earlier month, or its last day (R-CAL-05). */
export const addMonths = (day: Day, months: number): Day => {
  const month = +day.slice(0, 4) * 12 + +day.slice(5, 7) - 1 + months
  if (month < 12 || month >= 120_000) return textOf(month < 12 ? FAR[0] : FAR[1])
  const year = Math.floor(month / 12)
  const prefix = (n: number): string =>
    `${String(Math.floor(n / 12)).padStart(4, '0')}-${String((n % 12) + 1).padStart(2, '0')}`
  const last =
    month === 119_999 ? 31 : numberOf(`${prefix(month + 1)}-01`) - numberOf(`${prefix(year * 12 + (month % 12))}-01`)
  return `${prefix(month)}-${String(Math.min(+day.slice(8, 10), last)).padStart(2, '0')}`
}
