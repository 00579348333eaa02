import { field } from '#kernel'
import type { z } from 'zod'

/** Fields that the forms of several records share. */

/** A field with the name that a form shows. */
export const titled = <T extends z.ZodType>(schema: T, zh: string, en: string): T =>
  schema.meta({ title: zh, description: en })

/** Papers given with an input that may go without. */
export const enclosures = field.enclosures.default({})

export const receivedOn = titled(field.day.nullable().optional(), '收到日期', 'Received on; null: not received yet')
