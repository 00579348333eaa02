import { accessName, type Actor, type Guarded, type Policy, type Step } from '#kernel'
import type { Filter } from '#ports'
import { isOutside, reachOf, type City } from './reach.js'

/** Who can be asked about by a role of the record's own. */
const SUPERIOR = 'superior'
const HOLDER = 'holder'

/** Whether this person may know that the record exists. */
export const knows = (actor: Actor, record: Guarded, city: City): boolean => {
  const { known, read } = reachOf(actor, city)
  const reading = read.get(record.kind)
  return Object.values(record.roles).some((values) => values.some((one) => known.has(one) || reading?.has(one)))
}

const superiors = (record: Guarded, city: City): string[] =>
  (record.roles[HOLDER] ?? []).flatMap((code) => city.superiorOf(code)?.code ?? [])

const standing = (role: string, record: Guarded, city: City): readonly string[] =>
  role === SUPERIOR ? superiors(record, city) : (record.roles[role] ?? [])

const stands = (self: readonly string[], roles: readonly string[], record: Guarded, city: City): boolean =>
  roles.some((role) => standing(role, record, city).some((one) => self.includes(one)))

/**
 * Whether this person's agency (or party) may take the step: by a role of the record (`of`), by a right of the rulebook (`may`),
 * by both where the step names both. A step that names no role asks for any role on a record that exists; a first step
 * asks for a right. Denied unless something allows it.
 */
export const allows = (actor: Actor, step: Pick<Step, 'who'>, record: Guarded | undefined, city: City): boolean => {
  if (step.who === 'system') return false
  const { self } = reachOf(actor, city)
  const { of, may } = step.who
  if (!self.length || (may !== undefined && !city.may(actor.agency, may))) return false
  if (!record) return may !== undefined
  return stands(self, of === undefined ? Object.keys(record.roles) : [of].flat(), record, city)
}

/** How much of a record that may be known is shown: a party sees where its matter stands and its own papers, not the file. */
export const sight = (actor: Actor, city: City): 'file' | 'outline' => {
  const agency = city.agency(actor.agency)
  return agency && !isOutside(agency) ? 'file' : 'outline'
}

/** Whether this person reads the numbers of natural persons in full: of an agency that stands in the record, and so has the matter in hand. Others read them masked. */
export const identifies = (actor: Actor, record: Guarded, city: City): boolean =>
  sight(actor, city) === 'file' && stands(reachOf(actor, city).self, Object.keys(record.roles), record, city)

/** The rows of a view that this person may know: rows carry `kind`, and in `seen` every value of every role of their record. */
export const visible = (actor: Actor, city: City): Filter => {
  const { known, read } = reachOf(actor, city)
  const reading = [...read].map(([kind, agencies]) => ({ kind, seen: { $in: [...agencies] } }))
  return { $or: [{ seen: { $in: [...known] } }, ...reading] }
}

/** Whom leads without an account belong to: they know no record, and are told of their own what the law lets them know. */
const REPORTERS = 'INFORMANT'

/** Whether this person is told how the record stands that holds a name: whoever brought the lead in, by the access code (TSJB 36, 37). */
export const hears: NonNullable<Policy['hears']> = ({ agency, subject }, { kind, name }, city) =>
  kind === 'intake/lead' &&
  city.agency(agency)?.kind === REPORTERS &&
  subject !== undefined &&
  name === accessName(subject)

export const policy: Policy = { knows, allows, hears }
