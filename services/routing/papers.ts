import { z } from 'zod'
import { dayOf, field, refuse, type Context, type Day, type RecordView, type Refusal } from '#kernel'

/** Papers given with a step: title to ids of evidence. */
export const enclosures = z.record(field.name, field.list(field.name)).meta({
  title: '附件',
  description: 'Enclosures: title of the paper to the ids of the evidence',
  examples: [{ 调查报告: ['r1'] }],
})

/** Left out: served on the day of the step; null: not served yet, the addressee acknowledges it later. */
export const servedOn = field.day
  .nullable()
  .optional()
  .meta({
    title: '送达日期',
    description: 'Day of service; left out: today, null: not served yet',
    examples: ['2026-03-09'],
  })

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
