import type { Actor, RecordType, Service, Step, Title } from '#kernel'
import { allows, reachOf } from '#policy'
import type { Row } from '#ports'
import type { Rules } from '#rules'
import { startsFrom } from './check.js'
import { rolesIn } from './seen.js'

/** A step that people take on a record that is there, and from where. */
interface Taking {
  record: RecordType
  step: Step
  states: readonly string[]
  offices: readonly string[]
  /** Clocks that it ends. */
  clocks: readonly string[]
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
        return [{ record, step, states, offices, clocks: [...new Set(ended.map(({ id }) => id))] }]
      }),
    ),
  )

/** Under these roles a person finds its own matter; others are asked only while a clock waits for them, as everybody is once it is closed. */
const inHand = (role: string, value: string): boolean => role === 'holder' || value.startsWith('party:')

/** The words of the portal's desks under which this person is asked for the step. */
const wordsOf = ({ record, step, states, clocks }: Taking, actor: Actor, rules: Rules): string[] => {
  const { self, known } = reachOf(actor, rules)
  return Object.keys(record.roles).flatMap((role) =>
    [...known].flatMap((value) => {
      if (!allows(actor, step, { kind: record.kind, roles: { [role]: [value] } }, rules)) return []
      const own = self.includes(value) && inHand(role, value)
      return states.flatMap((state) => {
        const place = `${value} ${role} ${record.kind} ${state}`
        const closed = record.states[state]?.final === true
        return own && !closed ? [place] : clocks.map((clock) => `${place} ${clock}`)
      })
    }),
  )
}

/** What a person is asked for. Made once from the manifests and the rules. */
export const desksOf = (services: readonly Service[], rules: Rules) => {
  const takings = takingsOf(services, rules)
  const known = new Map<string, readonly string[]>()
  const ofOffice = (actor: Actor): Taking[] => takings.filter(({ offices }) => offices.includes(actor.office))
  const words = (actor: Actor): readonly string[] => [
    ...new Set(ofOffice(actor).flatMap((taking) => wordsOf(taking, actor, rules))),
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
    /** Steps that agency, office and state allow now: whatever else stands against one is said where it is taken. */
    may: (actor: Actor, row: Row): MayTake[] => {
      const record = { kind: String(row.kind), roles: rolesIn(row) }
      return ofOffice(actor)
        .filter((one) => one.record.kind === record.kind && one.states.includes(String(row.state)))
        .filter(({ step }) => allows(actor, step, record, rules))
        .map(({ step }) => ({ step: step.name, title: step.title }))
    },
  }
}

export type Desks = ReturnType<typeof desksOf>

/** The same, kept per rules: worlds may differ in their switches. */
export const desksPerRules = (services: readonly Service[]): ((rules: Rules) => Desks) => {
  const kept = new WeakMap<Rules, Desks>()
  return (rules) => {
    const found = kept.get(rules) ?? desksOf(services, rules)
    kept.set(rules, found)
    return found
  }
}
