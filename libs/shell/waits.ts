import type { Service, Step, Title } from '#kernel'
import type { Rules } from '#rules'

/** A step that a clock waits for, and whose it is. */
export interface Wait {
  step: string
  title: Title
  /** Agencies (or parties) that may take it; empty where the right alone says so. */
  agencies: readonly string[]
  offices: readonly string[]
}

type Roles = Readonly<Record<string, readonly string[]>>

/** The steps of a record by the event they may give. */
const byEvent = (services: readonly Service[]): Map<string, Step[]> => {
  const index = new Map<string, Step[]>()
  for (const { records } of services)
    for (const { record, steps } of records)
      for (const step of steps)
        for (const { type } of step.emits)
          index.set(`${record.kind} ${type}`, [...(index.get(`${record.kind} ${type}`) ?? []), step])
  return index
}

const agenciesOf = (step: Step, roles: Roles, rules: Rules): string[] => {
  if (step.who === 'system') return []
  return [step.who.of ?? []]
    .flat()
    .flatMap((role) =>
      role === 'superior'
        ? (roles.holder ?? []).flatMap((code) => rules.superiorOf(code)?.code ?? [])
        : (roles[role] ?? []),
    )
}

/** Says of a clock which steps stop it: what it waits for. Made once from the manifests and the rules. */
export const waitsOf = (services: readonly Service[], rules: Rules) => {
  const steps = byEvent(services)
  const stopsOf = (kind: string, clock: string): Step[] => {
    const rows = rules.clockRows(kind).filter((row) => row.id === clock)
    const events = new Set(rows.flatMap((row) => row.stops.map((stop) => stop.event)))
    return [...new Set([...events].flatMap((event) => steps.get(`${kind} ${event}`) ?? []))].filter(
      (step) => step.who !== 'system',
    )
  }
  return (kind: string, clock: string, roles: Roles): Wait[] =>
    stopsOf(kind, clock).map((step) => ({
      step: step.name,
      title: step.title,
      agencies: agenciesOf(step, roles, rules),
      offices: step.who === 'system' ? [] : [step.who.office].flat(),
    }))
}

export type WaitsOf = ReturnType<typeof waitsOf>

/** The same, kept per rules: worlds may differ in their switches. */
export const waitsPerRules = (services: readonly Service[]): ((rules: Rules) => WaitsOf) => {
  const kept = new WeakMap<Rules, WaitsOf>()
  return (rules) => {
    const found = kept.get(rules) ?? waitsOf(services, rules)
    kept.set(rules, found)
    return found
  }
}
