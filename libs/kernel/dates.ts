import { dayOf, type Day, type Instant } from './instant.js'
import { refuse, type Refusal } from './step.js'

/** The day of service or receipt that a paper counts from: left out, the day of the step; null: not yet. */
export const servedDay = (given: Day | null | undefined, today: Day): Day | null =>
  given === undefined ? today : given

/** ERR_DATE when one of the named days lies after a last one, mostly the day on which the act is recorded. */
export const afterDay = (last: Day, days: Readonly<Record<string, Day | null | undefined>>): Refusal | undefined => {
  const [field, given] = Object.entries(days).find(([, value]) => value && value > last) ?? []
  return field && given ? refuse('ERR_DATE', { field, given, notAfter: last }) : undefined
}

/** ERR_DATE when one of the named days lies after the day on which the act is recorded. */
export const inFuture = (now: Instant, days: Readonly<Record<string, Day | null | undefined>>): Refusal | undefined =>
  afterDay(dayOf(now), days)

/** ERR_DATE when a day lies before the act that made it possible. */
export const tooSoon = (field: string, given: Day | null, notBefore: Day | undefined): Refusal | false =>
  given !== null && notBefore !== undefined && given < notBefore && refuse('ERR_DATE', { field, given, notBefore })

/** ERR_DATE when a day lies outside two others, which are allowed themselves. */
export const outside = (field: string, given: Day, notBefore: Day, notAfter: Day): Refusal | undefined =>
  given < notBefore || given > notAfter ? refuse('ERR_DATE', { field, given, notBefore, notAfter }) : undefined
