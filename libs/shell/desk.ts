import type { Actor, RecordType, Service, Step, Title } from '#kernel'
import { allows, reachOf } from '#policy'
import type { Row } from '#ports'
import type { Rules } from '#rules'
import { leadsTo, startsFrom } from './check.js'
import { oncePer } from './once.js'
import { rolesIn } from './seen.js'

/** A step that people take on a record that is there, and from where. */
interface Taking {
  record: RecordType
  step: Step
  states: readonly string[]
  offices: readonly string[]
  /** Clocks that it ends. */
  clocks: readonly string[]
  /** It brings the record into another state or ends a clock; others only note something. */
  moves: boolean
  /** It brings the record on, to a state that is not its last. */
  onward: boolean
}

export interface MayTake {
  step: string
  title: Title
}

const takingsOf = (services: readonly Service[], rules: Rules): Taking[] =>
  services.flatMap(({ records }) =>
    records.flatMap(({ record, steps }) =>
      steps.flatMap((step) => {
        const states = startsFrom(record, step).filter((state) => state !== 'new')
        if (step.who === 'system' || !states.length) return []
        const gives = step.emits.map(({ type }) => type)
        const ended = rules
          .clockRows(record.kind)
          .filter(({ stops }) => stops.some(({ event }) => gives.includes(event)))
        const offices = [step.who.office].flat().flatMap((office) => rules.officesIn(office))
        const clocks = [...new Set(ended.map(({ id }) => id))]
        const reached = gives.flatMap((type) => leadsTo(record, type))
        const moves = clocks.length > 0 || reached.length > 0
        const onward = reached.some((state) => record.states[state]?.final !== true)
        return [{ record, step, states, offices, clocks, moves, onward }]
      }),
    ),
  )

const isParty = (value: string): boolean => value.startsWith('party:')

/** A state in which no step ends a clock: nothing but the record itself says whom it waits for. */
type IsUntimed = (kind: string, state: string) => boolean

const untimedIn = (takings: readonly Taking[]): IsUntimed => {
  const timed = new Set(
    takings.flatMap(({ record, states, clocks }) =>
      clocks.length ? states.map((one) => `${record.kind} ${one}`) : [],
    ),
  )
  return (kind, state) => !timed.has(`${kind} ${state}`)
}

/** Where a record stands that such a person is asked about. */
interface Place {
  value: string
  role: string
  kind: string
  state: string
}

const word = ({ value, role, kind, state }: Place): string => `${value} ${role} ${kind} ${state}`

const HOLDER = 'holder'

/** Where a person has its own matter in hand: as a party, as its holder, and as its holder for a step that names another of its roles. */
const inHand = (place: Place, { moves }: Taking): string[] => {
  if (place.role === HOLDER || isParty(place.value)) return [word(place)]
  return moves ? [word({ ...place, role: HOLDER })] : []
}

/**
 * A person finds its own matter. Others are asked while a clock waits for them, as everybody is once it is closed, and for the one step
 * that a state without clocks is there for.
 */
const wordsAt = (place: Place, taking: Taking, own: boolean, isUntimed: IsUntimed): string[] => {
  const { record, states, clocks } = taking
  const timed = clocks.map((clock) => `${word(place)} ${clock}`)
  if (record.states[place.state]?.final) return timed
  const awaited = states.length === 1 && isUntimed(place.kind, place.state)
  return [...(own ? inHand(place, taking) : []), ...(awaited ? [word(place)] : []), ...timed]
}

/** The words of the portal's desks under which this person is asked for the step. */
const wordsOf = (taking: Taking, actor: Actor, rules: Rules, isUntimed: IsUntimed): string[] => {
  const { record, step, states } = taking
  const { kind } = record
  const { self, known } = reachOf(actor, rules)
  return Object.keys(record.roles).flatMap((role) =>
    [...known].flatMap((value) =>
      allows(actor, step, { kind, roles: { [role]: [value] } }, rules)
        ? states.flatMap((state) => wordsAt({ value, role, kind, state }, taking, self.includes(value), isUntimed))
        : [],
    ),
  )
}

/** What a person is asked for. Made once from the manifests and the rules. */
export const desksOf = (services: readonly Service[], rules: Rules) => {
  const takings = takingsOf(services, rules)
  const isUntimed = untimedIn(takings)
  const known = new Map<string, readonly string[]>()
  const ofOffice = (actor: Actor): Taking[] => takings.filter(({ offices }) => offices.includes(actor.office))
  const words = (actor: Actor): readonly string[] => [
    ...new Set(ofOffice(actor).flatMap((taking) => wordsOf(taking, actor, rules, isUntimed))),
  ]
  return {
    /** A record waits on this person when it stands on the desk under one of these words. */
    words: (actor: Actor): readonly string[] => {
      if (actor.subject !== undefined) return words(actor)
      const name = `${actor.agency} ${actor.office}`
      const found = known.get(name) ?? words(actor)
      known.set(name, found)
      return found
    },
    /**
     * Steps that agency, office, state and the record itself allow now, those that bring it on first:
     * whatever else stands against one is said where it is taken.
     */
    may: (actor: Actor, row: Row): MayTake[] => {
      const record = { kind: String(row.kind), roles: rolesIn(row) }
      const closed = (row.closed ?? []) as readonly string[]
      return ofOffice(actor)
        .filter((one) => one.record.kind === record.kind && one.states.includes(String(row.state)))
        .filter(({ step }) => !closed.includes(step.name) && allows(actor, step, record, rules))
        .toSorted((a, b) => Number(b.onward) - Number(a.onward))
        .map(({ step }) => ({ step: step.name, title: step.title }))
    },
  }
}

export type Desks = ReturnType<typeof desksOf>

/** The same, kept per rules: worlds may differ in their switches. */
export const desksPerRules = (services: readonly Service[]): ((rules: Rules) => Desks) =>
  oncePer((rules) => desksOf(services, rules))
