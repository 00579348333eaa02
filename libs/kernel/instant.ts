/**
 * Time as the law counts it: Asia/Shanghai, no daylight saving (R-CAL-16).
 *
 * An `Instant` is always the same fixed-width text, `2026-03-07T16:00:00.000+08:00`, so that instants compare and sort as text.
 * A `Day` is a local civil day, `2026-03-07`.
 */
export type Instant = string
export type Day = string

const OFFSET_MS = 8 * 3_600_000
const DAY_MS = 86_400_000

let last = { ms: NaN, at: '' }

/** Milliseconds since 1970 UTC to the fixed-width local text. What it is now is asked several times within a millisecond. */
export const fromMs = (ms: number): Instant => {
  if (ms !== last.ms) last = { ms, at: new Date(ms + OFFSET_MS).toISOString().slice(0, 23) + '+08:00' }
  return last.at
}

export const toMs = (at: Instant): number => Date.parse(at)

/** The local day an instant falls on. */
export const dayOf = (at: Instant): Day => at.slice(0, 10)

/** 00:00 local of a day. */
export const startOf = (day: Day): Instant => `${day}T00:00:00.000+08:00`

/** The last moment of a day. */
export const endOf = (day: Day): Instant => `${day}T23:59:59.999+08:00`

export const plusMs = (at: Instant, ms: number): Instant => fromMs(toMs(at) + ms)

/** Whole days since 1970-01-01, for arithmetic on days. */
export const dayNumber = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS

export const dayFromNumber = (n: number): Day => new Date(n * DAY_MS).toISOString().slice(0, 10)

export const plusDays = (day: Day, n: number): Day => dayFromNumber(dayNumber(day) + n)

/** 1 = Monday … 7 = Sunday. */
export const weekday = (day: Day): number => ((dayNumber(day) + 3) % 7) + 1

const DAY = /^\d{4}-\d{2}-\d{2}$/
const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?$/
const ZONED = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/

/** Whether the text is a day that exists (`2026-02-30` does not). */
export const isDay = (text: string): boolean => {
  if (!DAY.test(text)) return false
  const ms = Date.parse(`${text}T00:00:00Z`)
  return Number.isFinite(ms) && new Date(ms).toISOString().slice(0, 10) === text
}

/**
 * Reads a day (taken as 00:00 local), a local time, or a time with an offset.
 * @returns the fixed-width instant, or undefined when the text is none of these, or names a moment that does not exist or whose local year
 * has no four digits.
 */
export const readInstant = (text: string): Instant | undefined => {
  if (!isDay(text.slice(0, 10))) return undefined
  if (DAY.test(text)) return startOf(text)
  if (!LOCAL.test(text) && !ZONED.test(text)) return undefined
  const ms = Date.parse(LOCAL.test(text) ? `${text}+08:00` : text)
  const at = Number.isFinite(ms) ? fromMs(ms) : ''
  return isDay(dayOf(at)) ? at : undefined
}
