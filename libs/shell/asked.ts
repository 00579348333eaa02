import { z } from 'zod'

/** What lists may be asked for, alike in each. */

export const askedKind = z.string().regex(/^[a-z]+\/[a-z-]+$/, '应为 服务/记录 / write service/record')

export const askedClock = z
  .string()
  .regex(/^CLK-[A-Z0-9-]{1,60}$/, '应为期限代码，如 CLK-CASE / write the code of a clock, like CLK-CASE')

/** A page of a list: so many lines at most, from so far at most. */
export const pagesOf = (most: number, furthest: number, usual = 20) => ({
  limit: z.coerce.number().int().min(1).max(most).default(usual),
  skip: z.coerce.number().int().min(0).max(furthest).default(0),
})
