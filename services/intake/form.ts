import { field, refuse, type Refusal } from '#kernel'
import { z } from 'zod'

/** Fields that the forms of several records share. */

/** A field with the name that a form shows. */
export const titled = <T extends z.ZodType>(schema: T, zh: string, en: string): T =>
  schema.meta({ title: zh, description: en })

/** Papers given with an input: title to ids of evidence. */
export const enclosures = titled(
  z.record(z.string(), field.list(field.name)).default({}),
  '附件',
  'Enclosures by title',
)

/** When a paper reached its addressee. Left out: the day of the act; null: not yet. */
export const servedOn = titled(field.day.nullable().optional(), '送达日期', 'Served on; null: not served yet')

export const receivedOn = titled(field.day.nullable().optional(), '收到日期', 'Received on; null: not received yet')

export const servedDay = (given: string | null | undefined, today: string): string | null =>
  given === undefined ? today : given

/** ERR_DATE for a paper served in the future, or before the act that made it possible. */
export const wronglyServed = (given: string | null | undefined, today: string, since: string): Refusal | false => {
  if (!given) return false
  if (given > today) return refuse('ERR_DATE', { servedOn: given, today })
  return given < since.slice(0, 10) && refuse('ERR_DATE', { servedOn: given, notBefore: since.slice(0, 10) })
}
