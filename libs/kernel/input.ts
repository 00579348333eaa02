import { z } from 'zod'
import type { Command } from './answer.js'
import type { Cause } from './commit.js'
import { derive, digestOf } from './hash.js'
import { readInstant, type Instant } from './instant.js'
import { issuesOf, type Issue } from './issues.js'
import { canonical } from './json.js'
import type { RecordKit } from './kit.js'
import { placesIn } from './places.js'
import type { Actor } from './record.js'
import { isSealed, sealNumber } from './sealed-number.js'
import type { Step } from './step.js'

/** Whoever acts where no person does: reactions. */
export const SYSTEM: Actor = { agency: 'SYSTEM', office: 'system', person: 'SYSTEM' }

/** An input that is ready to be decided: a person's act or a reaction. */
export interface Input {
  kit: RecordKit
  step: Step
  /** Absent when the step makes the record. */
  id?: string
  /** The key of the record that a reaction names, when it names no id. */
  key?: string
  message: string
  actor: Actor
  at: Instant
  /** The date as the person gave it; absent where it was left out. */
  dated?: Instant
  body: Record<string, unknown>
  reason?: string
  cause?: Cause
  root: string
  /** The dossier that a reaction's source belongs to. */
  dossier?: string
  ifVersion?: number
}

type Body = { body: Record<string, unknown>; issues?: undefined }
type Unfit = { issues: Issue[] }

const schemas = new WeakMap<Step, z.ZodObject>()

const schemaOf = (step: Step): z.ZodObject => {
  const known = schemas.get(step)
  if (known) return known
  const schema = z.strictObject(step.input ?? {})
  schemas.set(step, schema)
  return schema
}

/** A body as the step's schema reads it; an unknown field is an issue. */
export const readBody = (step: Step, input: unknown): Body | Unfit => {
  const schema = schemaOf(step)
  const given = input ?? {}
  const result = schema.safeParse(given)
  if (result.success) return { body: result.data }
  return {
    issues: issuesOf(schema, given, result.error).map(({ path, ...said }) => ({
      path: path === '' ? 'input' : `input.${path}`,
      ...said,
    })),
  }
}

const NO_TIME: Issue = {
  path: 'at',
  zh: '应为日期或时间，如 2026-03-07T16:00',
  en: 'write a day or time like 2026-03-07T16:00',
}

/** The body and the legal date of a person's act; every issue of both at once. */
export const readCommand = (step: Step, command: Command, now: Instant): (Body & { at: Instant }) | Unfit => {
  const at = command.at === undefined ? now : readInstant(command.at)
  const read = readBody(step, command.input)
  if (at && !read.issues) return { ...read, at }
  return { issues: [...(at ? [] : [NO_TIME]), ...(read.issues ?? [])] }
}

/** Message id of a person's act: the same person, step, record and key give the same. */
export const messageOf = (kit: RecordKit, { actor, step, id, key }: Command): string => {
  const { service, name } = kit.type
  const who = [actor.agency, actor.office, actor.person, actor.subject ?? '']
  return derive(...who, service, name, step, id ?? '', key)
}

/** Keyed digest of what was asked, to tell a repeat from another request under the same message id. */
export const bodyDigest = (
  key: string,
  { body, reason, step, dated }: Pick<Input, 'body' | 'reason' | 'step' | 'dated'>,
): string => digestOf(key, canonical({ at: dated ?? null, body, reason: reason ?? null, step: step.name }))

const NO_NUMBER = {
  zh: '请填写证件号码本身',
  en: 'write the number itself',
}

/** The body with the numbers of natural persons sealed: what is decided on, kept and sent holds no other form of them. */
export const sealNumbers = (step: Step, given: Record<string, unknown>, secret: string): Body | Unfit => {
  const places = placesIn(step, given).filter(({ form }) => form.format === 'id-number')
  if (!places.length) return { body: given }
  const issues = places
    .filter(({ value }) => isSealed(value))
    .map(({ field }): Issue => ({ path: `input.${field}`, ...NO_NUMBER }))
  if (issues.length) return { issues }
  const body = places.reduce<unknown>(
    (held, { field, value }) => withValue(held, field.split('.'), sealNumber(value, secret)),
    given,
  )
  return { body: body as Record<string, unknown> }
}

/** A copy with one value put in its place. */
const withValue = (held: unknown, [key, ...rest]: readonly string[], value: string): unknown => {
  if (key === undefined) return value
  if (Array.isArray(held)) return held.map((one, n) => (String(n) === key ? withValue(one, rest, value) : one))
  return { ...(held as object), [key]: withValue((held as Record<string, unknown>)[key], rest, value) }
}
