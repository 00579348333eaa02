import { dayOf, refuse, type Day, type Instant, type Refusal } from '#kernel'

/** The day of service or receipt that a paper counts from: `null` is not served yet, left out is the day of the command. */
export const servedDay = (given: Day | null | undefined, today: Day): Day | null =>
  given === undefined ? today : given

/** ERR_DATE when one of the named days lies after the day on which the act is recorded. */
export const inFuture = (now: Instant, days: Readonly<Record<string, Day | null | undefined>>): Refusal | undefined => {
  const [name, given] = Object.entries(days).find(([, value]) => value && value > dayOf(now)) ?? []
  return name ? refuse('ERR_DATE', { field: name, given, notAfter: dayOf(now) }) : undefined
}
