import type { NormalRow, Reaction, Service, Step, Title } from '#kernel'
import type { Rules } from '#rules'

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

/** A step that a clock waits for, and whose it is. */
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
}

type Giver = (kind: string, events: readonly string[]) => Giving[]

const byEvent = (services: readonly Service[]): Map<string, Giving[]> => {
  const index = new Map<string, Giving[]>()
  for (const { records } of services)
    for (const { record, steps } of records)
      for (const step of steps)
        for (const { type } of step.emits) {
          const name = `${record.kind} ${type}`
          index.set(name, [...(index.get(name) ?? []), { kind: record.kind, title: record.title, step }])
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

const mayFollow = (step: Step, state: string | undefined, finals: ReadonlySet<string>, kind: string): boolean =>
  state === undefined
    ? step.from.includes('new')
    : step.from.includes(state) || (step.from.includes('open') && !finals.has(`${kind} ${state}`))

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
  const finals = new Set(
    services.flatMap(({ records }) =>
      records.flatMap(({ record }) =>
        Object.entries(record.states).flatMap(([state, { final }]) => (final ? [`${record.kind} ${state}`] : [])),
      ),
    ),
  )
  const wait = ({ kind, title, step }: Giving, standing: Standing): Wait => {
    const own = kind === standing.kind
    const on = own ? standing : peerOf(standing, kind)
    const makes = step.from.includes('new') && on === undefined
    return {
      step: step.name,
      title: step.title,
      ...(own ? {} : { on: { kind, title, ...(on && { record: on.id }) } }),
      agencies: on ? agenciesOf(step, on.roles, rules) : makes ? agenciesOf(step, standing.roles, rules) : [],
      offices: step.who === 'system' ? [] : [step.who.office].flat(),
      now: mayFollow(step, on?.state, finals, kind),
    }
  }
  return (events: readonly string[], standing: Standing): Wait[] =>
    givers(standing.kind, events).map((giving) => wait(giving, standing))
}

export type WaitsOf = ReturnType<typeof waitsOf>
