import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { field } from '#kernel'
import { headerOf, type Incoming } from './house.js'
import { Problem } from './problem.js'

export interface Issue {
  path: string
  message: string
}

export const invalidInput = (issues: readonly Issue[]): Problem =>
  new Problem('INVALID_INPUT', {}, { members: { issues } })

/**
 * Reads a body or query with its schema; an unknown field is an error, no body at all an empty one.
 * @throws Problem INVALID_INPUT with every issue
 */
export const read = <T>(schema: z.ZodType<T>, value: unknown): T => {
  const result = schema.safeParse(value === undefined ? {} : value)
  if (result.success) return result.data
  throw invalidInput(result.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message })))
}

/** What every step is sent: when it happened in law (now when left out), why, and the input of its form. */
export const stepBody = z.strictObject({
  at: z.string().max(40).optional(),
  reason: field.text.optional(),
  input: z.record(z.string(), z.unknown()).optional(),
})

const KEY = /^[\x21-\x7e]{1,200}$/

/** The Idempotency-Key of the request, or one made for it. */
export const keyOf = (request: Incoming): string => {
  const given = request.headers['idempotency-key']
  if (given === undefined) return randomUUID()
  if (typeof given === 'string' && KEY.test(given)) return given
  throw invalidInput([
    { path: 'Idempotency-Key', message: '1 至 200 个可见 ASCII 字符 / 1 to 200 visible ASCII characters' },
  ])
}

const TAG = /^(?:W\/)?"(\d{1,9})"$/

/** The version that If-Match names; undefined for none or `*`. */
export const expectedVersion = (request: Incoming): number | undefined => {
  const given = headerOf(request, 'if-match')
  if (given === undefined || given.trim() === '*') return undefined
  const [, version] = TAG.exec(given.trim()) ?? []
  if (version === undefined) throw invalidInput([{ path: 'If-Match', message: '应为 ETag，如 "3" / an ETag like "3"' }])
  return Number(version)
}

export const etag = (version: number): string => `"${version}"`
