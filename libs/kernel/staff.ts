import type { Rules } from '#rules'
import type { GuardName } from './guards.js'
import type { Place } from './places.js'
import type { Actor } from './record.js'
import { refuse, type Refusal } from './step.js'

/** A natural person whom an input names. */
interface Named {
  field: string
  list: string
  person: string
  agency: string
  licensed: boolean
  /** As it was typed beside the person. */
  licence?: unknown
}

const guard = (name: GuardName, { field, person, agency }: Named, more: Record<string, unknown> = {}): Refusal =>
  refuse('ERR_GUARD', { guard: name, field, person, agency, ...more })

/** A licence is asked for where the directory keeps those of the agency: police and courts have none. */
const unlicensed = (named: Named, rules: Rules): Refusal | undefined => {
  if (!named.licensed || !rules.licenses(named.agency)) return undefined
  const held = rules.staff(named.person).flatMap((one) => (one.agency === named.agency ? (one.licence ?? []) : []))
  if (!held.length) return guard('person-without-licence', named)
  const other = typeof named.licence === 'string' && !held.includes('') && !held.includes(named.licence)
  return other ? guard('licence-of-another', named, { licence: named.licence }) : undefined
}

const stranger = (named: Named, rules: Rules): Refusal | undefined => {
  const entries = rules.staff(named.person)
  if (!entries.length) return guard('unknown-person', named)
  return entries.some(({ agency }) => agency === named.agency) ? undefined : guard('person-of-another-agency', named)
}

const again = (named: Named, index: number, all: readonly Named[]): boolean =>
  all.slice(0, index).some(({ list, person }) => list === named.list && person === named.person)

const firstWrong = (all: readonly Named[], wrong: (named: Named) => Refusal | undefined): Refusal | undefined => {
  for (const named of all) {
    const no = wrong(named)
    if (no) return no
  }
  return undefined
}

const peopleIn = (places: readonly Place[], actor: Actor): readonly Named[] =>
  places
    .filter(({ form }) => form.format === 'person-id')
    .map(({ field, list, form, value, agency, licence }) => ({
      ...{ field, list, person: value, licence, licensed: form['x-licensed'] === true },
      agency: typeof agency === 'string' ? agency : actor.agency,
    }))

/** By whom, under which rules. */
interface Asked {
  actor: Actor
  rules: Rules
}

/**
 * Everyone whom an input names by a `field.person` or `field.officer`, against the directory: known, of the acting agency (or of the
 * `agency` beside the name), once in its list.
 * @returns ERR_GUARD with field, person and agency of the first who is not
 */
export const wrongPeople = (places: readonly Place[], { actor, rules }: Asked): Refusal | undefined => {
  const all = peopleIn(places, actor)
  const twice = all.find(again)
  return firstWrong(all, (named) => stranger(named, rules)) ?? (twice && guard('person-twice', twice))
}

/** ERR_GUARD with the first named by a `field.officer` who holds no enforcement licence, or not the one that stands beside the name. */
export const notLicensed = (places: readonly Place[], { actor, rules }: Asked): Refusal | undefined =>
  firstWrong(peopleIn(places, actor), (named) => unlicensed(named, rules))

/** Refuses fewer officers than must act together: on evidence, a case, a task force, for one agency in a joint action (PROC 4, CFF 42, GWY310 5). */
export const fewerThanNeeded = (rules: Rules, agency: string, officers: number): Refusal | undefined => {
  const needed = rules.figure('officers.minimum').value
  return officers < needed ? refuse('ERR_GUARD', { guard: 'officers', agency, officers, needed }) : undefined
}
