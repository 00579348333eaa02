import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { field, issuesOf, type Issue } from '#kernel'
import type { RulesError } from '#rules'
import { headerOf, type Incoming } from './house.js'
import { Problem } from './problem.js'

/** Issues that one answer names; of the others only how many there are. */
const SHOWN = 20

export const invalidInput = (issues: readonly Issue[]): Problem => {
  const more = issues.length - SHOWN
  const shown = issues.slice(0, SHOWN)
  const count = issues.length
  return more > 0
    ? new Problem('INVALID_INPUT', { count, more }, { members: { issues: shown, more } })
    : new Problem('INVALID_INPUT', { count }, { members: { issues: shown } })
}

/**
 * Reads a body or query with its schema; an unknown field is an error, no body at all an empty one.
 * @throws Problem INVALID_INPUT with every issue
 */
export const read = <T>(schema: z.ZodType<T>, value: unknown): T => {
  const given = value === undefined ? {} : value
  const result = schema.safeParse(given)
  if (result.success) return result.data
  throw invalidInput(issuesOf(schema, given, result.error))
}

/**
 * What the rules say of a question they cannot answer, told of the field that asked it.
 * @throws whatever else it is
 */
export const issuesIn = (path: string, error: unknown): Issue[] => {
  if ((error as Error).name !== 'RulesError') throw error
  return (error as RulesError).faults.map(({ zh, en }) => ({ path, zh, en }))
}

/** What every step is sent: when it happened in law (now when left out), why, and the input of its form; `rehearse`: told, not taken. */
export const stepBody = z.strictObject({
  rehearse: z.boolean().optional(),
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
    { path: 'Idempotency-Key', zh: '应为 1 至 200 个可见 ASCII 字符', en: 'write 1 to 200 visible ASCII characters' },
  ])
}

const TAG = /^(?:W\/)?"(\d{1,9})"$/

/** The version that If-Match names; undefined for none or `*`. */
export const expectedVersion = (request: Incoming): number | undefined => {
  const given = headerOf(request, 'if-match')
  if (given === undefined || given.trim() === '*') return undefined
  const [, version] = TAG.exec(given.trim()) ?? []
  if (version === undefined)
    throw invalidInput([{ path: 'If-Match', zh: '应为 ETag，如 "3"', en: 'write an ETag like "3"' }])
  return Number(version)
}

export const etag = (version: number): string => `"${version}"`
