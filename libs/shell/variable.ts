import { z } from 'zod'
import type { Title } from '#kernel'

export interface Variable<S extends z.ZodType> {
  schema: S
  /** Undefined: nothing is set. */
  preset?: string
  about: Title
  /** What may stand there. */
  form: Title
  /** Its value is never shown. */
  secret?: true
}

/** One row of the table of configuration. */
export const variable = <const R extends Variable<z.ZodType>>(row: R): R => row

export const whole = (low: number, high: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .refine((n) => n >= low && n <= high)

export const address = (...schemes: string[]) =>
  z.string().refine((text) => schemes.some((scheme) => text.startsWith(`${scheme}://`)) && URL.canParse(text))
