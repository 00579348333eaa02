import type { Rules } from '#rules'
import type { GuardName } from './guards.js'
import { inputSchema } from './input-schema.js'
import type { Actor } from './record.js'
import { refuse, type Refusal, type Step } from './step.js'

/** Where a form names a natural person. */
interface Node {
  format?: string
  'x-licensed'?: boolean
  anyOf?: readonly Node[]
  oneOf?: readonly Node[]
  items?: Node
  properties?: Record<string, Node>
  additionalProperties?: Node | boolean
}

/** A natural person in an input. `list` is the place of the list that it stands in. */
interface Named {
  field: string
  list: string
  person: string
  agency: string
  licensed: boolean
  /** As it was typed beside the person. */
  licence?: unknown
}

interface Place {
  field: string
  list: string
  agency: string
  licence?: unknown
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const innerOf = (node: Node, key: string): Node | undefined =>
  node.properties?.[key] ?? (typeof node.additionalProperties === 'object' ? node.additionalProperties : undefined)

const partsOf = (node: Node): readonly Node[] => [
  ...(node.anyOf ?? []),
  ...(node.oneOf ?? []),
  ...(node.items ? [node.items] : []),
  ...Object.values(node.properties ?? {}),
  ...(typeof node.additionalProperties === 'object' ? [node.additionalProperties] : []),
]

const asksForPeople = (node: Node): boolean => node.format === 'person-id' || partsOf(node).some(asksForPeople)

const inObject = (node: Node, value: Record<string, unknown>, place: Place): Named[] => {
  const { agency = place.agency, licence } = value
  return Object.entries(value).flatMap(([key, one]) => {
    const inner = innerOf(node, key)
    const field = place.field ? `${place.field}.${key}` : key
    return inner ? namedIn(inner, one, { ...place, field, agency: String(agency), licence }) : []
  })
}

const namedIn = (node: Node, value: unknown, place: Place): Named[] => {
  if (!asksForPeople(node)) return []
  const choices = node.anyOf ?? node.oneOf
  if (choices) return choices.flatMap((one) => namedIn(one, value, place))
  if (Array.isArray(value))
    return value.flatMap((one, index) =>
      namedIn(node.items ?? {}, one, { ...place, list: place.field, field: `${place.field}.${index}` }),
    )
  if (isObject(value)) return inObject(node, value, place)
  if (node.format !== 'person-id' || typeof value !== 'string') return []
  return [{ ...place, person: value, licensed: node['x-licensed'] === true }]
}

const forms = new WeakMap<Step, Node | false>()

/** The form of a step that names people; false: it names none. */
const formOf = (step: Step): Node | false => {
  const known = forms.get(step)
  if (known !== undefined) return known
  const schema = inputSchema(step) as Node
  const form = asksForPeople(schema) && schema
  forms.set(step, form)
  return form
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

const peopleIn = (step: Step, input: Record<string, unknown>, { agency }: Actor): readonly Named[] => {
  const form = formOf(step)
  return form ? namedIn(form, input, { field: '', list: '', agency }) : []
}

/** A step's input, by whom, under which rules. */
interface Asked {
  step: Step
  actor: Actor
  rules: Rules
}

/**
 * Everyone whom an input names by a `field.person` or `field.officer`, against the directory: known, of the acting agency (or of the
 * `agency` beside the name), once in its list.
 * @returns ERR_GUARD with field, person and agency of the first who is not
 */
export const wrongPeople = ({ step, actor, rules }: Asked, input: Record<string, unknown>): Refusal | undefined => {
  const all = peopleIn(step, input, actor)
  const twice = all.find(again)
  return firstWrong(all, (named) => stranger(named, rules)) ?? (twice && guard('person-twice', twice))
}

/** ERR_GUARD with the first named by a `field.officer` who holds no enforcement licence, or not the one that stands beside the name. */
export const notLicensed = ({ step, actor, rules }: Asked, input: Record<string, unknown>): Refusal | undefined =>
  firstWrong(peopleIn(step, input, actor), (named) => unlicensed(named, rules))
