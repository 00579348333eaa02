import { dayOf, field, refuse, type Day, type Instant, type Refusal } from '#kernel'
import { z } from 'zod'

/** Papers given with a step: title to ids of evidence. */
export const enclosures = z
  .record(field.name, field.list(field.name, 1))
  .default({})
  .meta({
    title: '附件',
    description: 'Enclosures: title of the paper to the ids of the evidence',
    examples: [{ 守信承诺书: ['e1'] }],
  })

/** Left out: served on the day of the step; null: not served yet. */
export const servedOn = field.day
  .nullable()
  .optional()
  .meta({ title: '送达日期', description: 'Day of service; today when left out, null while not served' })

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
