import { dayOf, endOf, type Day, type Instant } from './instant.js'
import { refuse, type Context, type Refusal } from './step.js'

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

/**
 * The day a paper reached its addressee, in the one field named: left out, the day of the step; null: not yet.
 * @param since the act that made the paper possible
 * @returns ERR_DATE for a day before that act, or after the one on which the step is recorded.
 */
export const servedDay = <G extends Day | null | undefined>(
  given: Readonly<Record<string, G>>,
  { today, now }: Pick<Context, 'today' | 'now'>,
  since?: Day | Instant,
): Day | Extract<G, null> | Refusal => {
  const [[field, named] = ['', undefined]] = Object.entries<Day | null | undefined>(given)
  if (named === null) return null as Extract<G, null>
  const day = named ?? today
  const no = since === undefined ? inFuture(now, { [field]: day }) : outside(field, day, dayOf(since), dayOf(now))
  return no ?? day
}

/** When a paper took effect that arrived on a day: at its source's own moment, or at the end of an earlier day. */
export const arrivedAt = (day: Day | null, at: Instant): Instant => (day === null || day >= dayOf(at) ? at : endOf(day))
