import { dayOf, type Day, type Instant } from './instant.js'
import { refuse, type Refusal } from './step.js'

/** The day of service or receipt that a paper counts from: left out, the day of the step; null: not yet. */
export const servedDay = (given: Day | null | undefined, today: Day): Day | null =>
  given === undefined ? today : given

/** ERR_DATE when one of the named days lies after the day on which the act is recorded. */
export const inFuture = (now: Instant, days: Readonly<Record<string, Day | null | undefined>>): Refusal | undefined => {
  const [name, given] = Object.entries(days).find(([, value]) => value && value > dayOf(now)) ?? []
  return name ? refuse('ERR_DATE', { field: name, given, notAfter: dayOf(now) }) : undefined
}

/** ERR_DATE when a day lies before the act that made it possible. */
export const tooSoon = (field: string, given: Day | null, notBefore: Day | undefined): Refusal | false =>
  given !== null && notBefore !== undefined && given < notBefore && refuse('ERR_DATE', { field, given, notBefore })
