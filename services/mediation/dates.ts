import { dayOf, refuse, type Day, type Instant, type Refusal } from '#kernel'
import type { Rules } from '#rules'

/** The day of service or receipt that a paper counts from: `null` is not served yet, left out is the day of the command. */
export const servedDay = (given: Day | null | undefined, today: Day): Day | null =>
  given === undefined ? today : given

/**
 * Last day of a period that a guard asks for.
 * @returns ERR_DATE for a beginning before any law that is loaded.
 */
export const lastDayOf = (clock: string, record: string, start: Day, rules: Rules): Day | Refusal =>
  rules.clock(clock, start, record)
    ? rules.countClock({ clock, record, start }).due
    : refuse('ERR_DATE', { clock, given: start })

/** ERR_DATE when one of the named days lies after the day on which the act is recorded. */
export const inFuture = (now: Instant, days: Readonly<Record<string, Day | null | undefined>>): Refusal | undefined => {
  const [name, given] = Object.entries(days).find(([, value]) => value && value > dayOf(now)) ?? []
  return name ? refuse('ERR_DATE', { field: name, given, notAfter: dayOf(now) }) : undefined
}

/** ERR_DATE when a day lies before the act that made it possible. */
export const tooSoon = (field: string, given: Day, notBefore: Day | undefined): Refusal | false =>
  notBefore !== undefined && given < notBefore && refuse('ERR_DATE', { field, given, notBefore })
