import type { NormalRow, Reaction, Service, Step, Title } from '#kernel'
import type { Rules } from '#rules'
import { movesOf, startsFrom } from './check.js'

export type Roles = Readonly<Record<string, readonly string[]>>

/** A record of the same matter, as the lists of the portal know it. */
export interface Peer {
  id: string
  kind: string
  state: string
  roles: Roles
  /** When it was last acted on. */
  at: string
}

/** The record that a clock runs on, and what stands beside it in the matter. */
export interface Standing extends Peer {
  /** Records of the same matter that the reader may know, the newest last. */
  peers: readonly Peer[]
}

/** A step that a clock waits for and that may still come, and whose it is. */
export interface Wait {
  step: string
  title: Title
  /** The record it is taken on, where that is not the clock's own kind. */
  on?: { kind: string; title: Title; record?: string }
  /** Agencies (or parties) that may take it. */
  agencies: readonly string[]
  offices: readonly string[]
  /** Whether the state of its record lets it be taken now. */
  now: boolean
}

/** What would move a clock: the steps that give an event, on its own record or, through reactions, on another. */
interface Giving {
  kind: string
  title: Title
  step: Step
  /** States it may be taken from. */
  from: readonly string[]
}

type Giver = (kind: string, events: readonly string[]) => Giving[]

const byEvent = (services: readonly Service[]): Map<string, Giving[]> => {
  const index = new Map<string, Giving[]>()
  for (const { records } of services)
    for (const { record, steps } of records)
      for (const step of steps)
        for (const { type } of step.emits) {
          const name = `${record.kind} ${type}`
          index.set(name, [
            ...(index.get(name) ?? []),
            { kind: record.kind, title: record.title, step, from: startsFrom(record, step) },
          ])
        }
  return index
}

const byStep = (services: readonly Service[]): Map<Step, Reaction[]> => {
  const index = new Map<Step, Reaction[]>()
  for (const reaction of services.flatMap((one) => one.reactions))
    index.set(reaction.step, [...(index.get(reaction.step) ?? []), reaction])
  return index
}

/** Steps of people that give an event; where the system gives it, the steps whose events it answers. */
const giversOf = (services: readonly Service[]): Giver => {
  const [steps, reactions] = [byEvent(services), byStep(services)]
  const trace = (name: string, met: Set<string>): Giving[] => {
    if (met.has(name)) return []
    met.add(name)
    return (steps.get(name) ?? []).flatMap((giving) =>
      giving.step.who === 'system'
        ? (reactions.get(giving.step) ?? []).flatMap(({ on }) => trace(`${on.kind} ${on.type}`, met))
        : [giving],
    )
  }
  return (kind, events) => {
    const met = new Set<string>()
    return [...new Map(events.flatMap((type) => trace(`${kind} ${type}`, met)).map((one) => [one.step, one])).values()]
  }
}

const agenciesOf = ({ who, from }: Step, roles: Roles, rules: Rules): string[] => {
  if (who === 'system') return []
  if (who.of === undefined || from.every((state) => state === 'new'))
    return (roles.holder ?? []).filter((code) => who.may === undefined || rules.may(code, who.may))
  const found = [who.of].flat().flatMap((role) => {
    if (role !== 'superior') return roles[role] ?? []
    return (roles.holder ?? []).flatMap((code) => rules.superiorOf(code)?.code ?? [])
  })
  return [...new Set(found)]
}

/** The record of that kind that goes with this one: the newest in which its holder stands. */
const peerOf = ({ roles, peers }: Standing, kind: string): Peer | undefined => {
  const holders = roles.holder ?? []
  return peers.findLast(
    (peer) =>
      peer.kind === kind && Object.values(peer.roles).some((codes) => codes.some((one) => holders.includes(one))),
  )
}

/**
 * Of each record the states that may still follow each of its states, that one included. A step that also makes records, taken again on
 * one that exists, does not begin it anew.
 */
const aheadOf = (
  services: readonly Service[],
  rules: Rules,
): ((kind: string, state: string) => ReadonlySet<string>) => {
  const later = ({ from }: Step): boolean => !from.includes('new')
  const moves = new Map(
    services.flatMap(({ records }) =>
      records.map(
        ({ record, steps }) => [record.kind, movesOf({ record, steps: steps.filter(later) }, rules)] as const,
      ),
    ),
  )
  const known = new Map<string, ReadonlySet<string>>()
  const follow = (kind: string, state: string): ReadonlySet<string> => {
    const ahead = new Set([state])
    for (const one of ahead)
      for (const { from, to } of moves.get(kind) ?? []) if (from === one || from === '*') ahead.add(to)
    return ahead
  }
  return (kind, state) => {
    const name = `${kind} ${state}`
    const found = known.get(name) ?? follow(kind, state)
    known.set(name, found)
    return found
  }
}

/** The events that a clock waits for, by the state it is in. */
export interface Waited {
  state: string
  pausedBy?: readonly string[]
  stoppedAt?: string
}

const isLate = (row: NormalRow): boolean =>
  row.lapse.kind === 'breach' || row.lapse.kind === 'reminder' || row.lapse.late === 'allowed'

/** Events that end a pause; where it is not known which pauses are open, of all of them. */
const resumingIn = ({ pauses }: NormalRow, by: readonly string[] | undefined): string[] => {
  const open = pauses.filter(({ from }) => !by?.length || by.includes(from.event))
  return open.flatMap(({ to }) => to.map(({ event }) => event))
}

/** The events that this clock waits for now: none once it was stopped, or once nothing more may follow. */
export const awaitedEvents = (row: NormalRow, clock: Waited): string[] => {
  if (clock.stoppedAt !== undefined) return []
  const stops = row.stops.map(({ event }) => event)
  switch (clock.state) {
    case 'running':
      return stops
    case 'paused':
      return resumingIn(row, clock.pausedBy)
    case 'open':
      return row.opens.map(({ event }) => event)
    case 'breached':
    case 'lapsed':
      return isLate(row) ? stops : []
    default:
      return []
  }
}

/** Says which steps give an event, and whose they are. Made once from the manifests and the rules. */
export const waitsOf = (services: readonly Service[], rules: Rules) => {
  const givers = giversOf(services)
  const ahead = aheadOf(services, rules)
  const wait = ({ kind, title, step, from }: Giving, standing: Standing): Wait[] => {
    const own = kind === standing.kind
    const makes = from.every((state) => state === 'new')
    const on = makes ? undefined : own ? standing : peerOf(standing, kind)
    if (on && !from.some((state) => ahead(kind, on.state).has(state))) return []
    return [
      {
        step: step.name,
        title: step.title,
        ...(own ? {} : { on: { kind, title, ...(on && { record: on.id }) } }),
        agencies: on || makes ? agenciesOf(step, (on ?? standing).roles, rules) : [],
        offices: step.who === 'system' ? [] : [step.who.office].flat().flatMap((one) => rules.officesIn(one)),
        now: on ? from.includes(on.state) : makes,
      },
    ]
  }
  return (events: readonly string[], standing: Standing): Wait[] =>
    givers(standing.kind, events).flatMap((giving) => wait(giving, standing))
}

export type WaitsOf = ReturnType<typeof waitsOf>
