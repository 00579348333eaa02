import { dayOf, refuse, type Context, type Day, type RecordView, type Refusal } from '#kernel'

/**
 * The day a paper reached its addressee.
 * @returns null while it is not served; ERR_DATE for a day in the future or before the act that made the paper possible.
 */
export const servedDay = (
  given: Day | null | undefined,
  record: Pick<RecordView, 'since'>,
  context: Pick<Context, 'today' | 'now'>,
): Day | null | Refusal => {
  if (given === null) return null
  if (given === undefined) return context.today
  return within(given, dayOf(record.since), dayOf(context.now)) ?? given
}

/** Refuses a day outside the two, both included. */
export const within = (day: Day, first: Day, last: Day): Refusal | undefined =>
  day < first || day > last ? refuse('ERR_DATE', { day, notBefore: first, notAfter: last }) : undefined
