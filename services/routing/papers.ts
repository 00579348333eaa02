import { dayOf, outside, type Context, type Day, type RecordView, type Refusal } from '#kernel'

/**
 * The day a paper reached its addressee.
 * @returns null while it is not served; ERR_DATE for a day in the future or before the act that made the paper possible.
 */
export const servedDay = (
  given: Day | null | undefined,
  record: Pick<RecordView, 'since'>,
  context: Pick<Context, 'today' | 'now'>,
  field = 'servedOn',
): Day | null | Refusal => {
  if (given === null) return null
  if (given === undefined) return context.today
  return outside(field, given, dayOf(record.since), dayOf(context.now)) ?? given
}
