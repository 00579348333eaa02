import type {
  Blobs,
  Bus,
  DueRow,
  Envelope,
  Jobs,
  Parked,
  Records,
  StoredCommit,
  Time,
  Vault,
  ViewTable,
  Views,
} from '#ports'
import type { Rules } from '#rules'
import type { Answer, Command } from './answer.js'
import { Clockwork, type Stuck } from './clockwork.js'
import { unseal } from './commit.js'
import { Desk } from './desk.js'
import { fromMs, toMs, type Instant } from './instant.js'
import { kitOf, type RecordKit } from './kit.js'
import { lookUp } from './lookup.js'
import type { Policy } from './policy.js'
import { projector } from './project.js'
import { reactor, topicsOf } from './react.js'
import { envelopeOf, Relay } from './relay.js'
import type { Actor } from './record.js'
import type { Service } from './service.js'
import { shown, type Shown } from './show.js'
import { rolesOf } from './view.js'

export interface Ports {
  records(service: string): Records
  views(service: string): Views
  bus: Bus
  jobs: Jobs
  blobs: Blobs
  vault: Vault
  time: Time
}

export interface WorldOptions {
  name: string
  services: readonly Service[]
  ports: Ports
  rules: Rules
  policy: Policy
  /** Secret of the services: salts of sections, digests of bodies. */
  key: string
  /** Told of faults that nobody waits for. */
  failed?: (error: unknown) => void
  /** How often due clocks are looked for on system time. @default 500 */
  lapseEveryMs?: number
}

const EVERY = Number.MAX_SAFE_INTEGER

/** The group under which lapses that could not be written are tried again. */
const CLOCK = 'clock'

interface Room {
  service: Service
  desk: Desk
  relay: Relay
  records: Records
  tables: Map<string, ViewTable>
  projectors: ReturnType<typeof projector>[]
}

/** All services of one composition: a store name, a topic prefix, an id seed and a clock. */
export class World {
  readonly name: string
  readonly services: readonly Service[]
  readonly rules: Rules
  readonly time: Time
  readonly kits = new Map<string, RecordKit>()
  private readonly rooms = new Map<string, Room>()
  private readonly roots = new Map<string, { kind: string; id: string }[]>()
  private timer: NodeJS.Timeout | undefined
  private readonly clockwork: Clockwork

  constructor(private readonly options: WorldOptions) {
    this.name = options.name
    this.services = options.services
    this.rules = options.rules
    this.time = options.ports.time
    for (const service of options.services) this.rooms.set(service.name, this.room(service))
    this.clockwork = new Clockwork([...this.rooms.values()], this.time)
  }

  private room(service: Service): Room {
    const { ports, rules, policy, key } = this.options
    const records = ports.records(service.name)
    const kits = new Map(service.records.map((entry) => [entry.record.kind, kitOf(entry, rules)]))
    for (const [kind, kit] of kits) this.kits.set(kind, kit)
    const relay = new Relay(records, ports.bus, (error) => this.fail(error))
    const projectors = service.views.map((view) => projector(view, ports.views(service.name)))
    const tables = new Map(service.views.map((view, index) => [view.name, projectors[index]!.table]))
    const sources = {
      head: (kind: string, id: string) => desk.peek(kind, id),
      view: (name: string) => tables.get(name),
    }
    const desk: Desk = new Desk({
      kits,
      records,
      rules,
      policy,
      time: ports.time,
      vault: ports.vault,
      key,
      lookUp: (_kit, step, input, question) => lookUp(sources, step, input, question),
      committed: (stored, head, commit, after) => {
        if (stored.seq === 1) this.remember(commit.header.root, stored)
        if (stored.hasEvents)
          relay.add(envelopeOf(kits.get(stored.kind)!, stored, commit, after, head, ports.time.now()))
      },
    })
    return { service, desk, relay, records, tables, projectors }
  }

  private remember(root: string, stored: StoredCommit): void {
    this.roots.set(root, [...(this.roots.get(root) ?? []), { kind: stored.kind, id: stored.record }])
    if (this.roots.size > 10_000) this.roots.delete(this.roots.keys().next().value!)
  }

  private fail(error: unknown): void {
    if (this.options.failed) this.options.failed(error)
    else throw error
  }

  /** Subscribes, publishes what an earlier process left, writes lapses that fell due while nobody ran. */
  async start(): Promise<void> {
    const { bus, time } = this.options.ports
    for (const { service, desk, projectors } of this.rooms.values()) {
      if (service.reactions.length) await bus.subscribe(service.name, topicsOf(service), reactor(service, desk))
      for (const [index, view] of service.views.entries())
        await bus.subscribe(`${service.name}:${view.name}`, view.topics, projectors[index]!.apply)
    }
    for (const room of this.rooms.values()) await room.relay.recover((stored) => this.envelopeAgain(room, stored))
    for (const room of this.rooms.values()) await this.recompute(room)
    if (time.set) return
    await this.lapseDue()
    this.timer = setInterval(
      () => void this.lapseDue().catch((error: unknown) => this.fail(error)),
      this.options.lapseEveryMs ?? 500,
    )
  }

  /** Under other rules than last time every open clock is reckoned again, and each record says what changed. */
  private async recompute({ service, desk, records }: Room): Promise<void> {
    const kept = this.options.ports.views(service.name).table('rules')
    if ((await kept.get('law'))?.version === this.rules.version) return
    const rows = new Map<string, DueRow[]>()
    for (const row of await records.due('9999', EVERY)) rows.set(row.record, [...(rows.get(row.record) ?? []), row])
    for (const [record, due] of rows) await desk.recompute(record, due[0]!.kind, due)
    await kept.apply([{ id: 'law', row: { id: 'law', version: this.rules.version } }])
  }

  private async envelopeAgain(room: Room, stored: StoredCommit): Promise<Envelope> {
    const kit = this.kits.get(stored.kind)!
    const chain = await room.records.chain(stored.record)
    const after = chain.filter((one) => one.hasEvents && one.seq < stored.seq).at(-1)?.seq ?? 0
    return envelopeOf(
      kit,
      stored,
      unseal(stored),
      after,
      (await room.desk.peek(stored.kind, stored.record))!,
      this.time.now(),
    )
  }

  async stop(): Promise<void> {
    clearInterval(this.timer)
    for (const { relay } of this.rooms.values()) await relay.stop()
  }

  async handle(command: Command): Promise<Answer> {
    const room = this.rooms.get(command.kind.split('/')[0]!)
    return room ? room.desk.handle(command) : { outcome: 'unknown', what: 'kind' }
  }

  /** A record as this person sees it; undefined when there is none or it is not to be known. */
  async show(kind: string, id: string, actor: Actor): Promise<Shown | undefined> {
    const found = await this.known(kind, id, actor)
    if (!found) return undefined
    const { kit, head, chain } = found
    return shown(kit, this.rules, this.options.policy, head, chain, actor, this.time.now())
  }

  /** The chain of a record that this person may know. */
  async chain(kind: string, id: string, actor: Actor): Promise<readonly StoredCommit[] | undefined> {
    return (await this.known(kind, id, actor))?.chain
  }

  private async known(kind: string, id: string, actor: Actor) {
    const room = this.rooms.get(kind.split('/')[0]!)
    const kit = this.kits.get(kind)
    const head = await room?.desk.head(kind, id)
    if (!room || !kit || !head) return undefined
    if (!this.options.policy.knows(actor, { kind, roles: rolesOf(kit, head.facts) }, this.rules)) return undefined
    return { kit, head, chain: await room.records.chain(id) }
  }

  /** Records that came into being because of a person's act or a lapse. Of this process's life; for stories and tests. */
  caused(root: string): readonly { kind: string; id: string }[] {
    return this.roots.get(root) ?? []
  }

  view(service: string, name: string): ViewTable | undefined {
    return this.rooms.get(service)?.tables.get(name)
  }

  parked(): Promise<Parked[]> {
    return this.options.ports.bus.parked()
  }

  /** Delivers what waits for a group, or (group `clock`) writes the lapse that could not be written. Returns how many went through. */
  async redrive(group: string, record: string): Promise<number> {
    if (group === CLOCK) return Number(await this.clockwork.redrive(record))
    return this.options.ports.bus.redrive(group, record)
  }

  /** Writes every lapse that is due, in the order of their instants. Returns how many. */
  lapseDue(): Promise<number> {
    return this.clockwork.lapseDue()
  }

  /** Records whose lapse could not be written. */
  stuck(): Stuck[] {
    return this.clockwork.stuck()
  }

  private get busy(): boolean {
    return [...this.rooms.values()].some(({ desk, relay }) => desk.inFlight > 0 || !relay.idle)
  }

  /** Nothing in flight and two looks alike. */
  async quiet(): Promise<void> {
    for (let still = 0; still < 2;) {
      await new Promise((resolve) => setImmediate(resolve))
      still = this.busy ? 0 : still + 1
    }
  }

  private async earliest(): Promise<{ room: Room; at: Instant } | undefined> {
    let first: { room: Room; at: Instant } | undefined
    for (const room of this.rooms.values()) {
      const row = await room.records.earliest()
      if (row && (!first || row.at < first.at)) first = { room, at: row.at }
    }
    return first
  }

  /**
   * Moves manual time in steps: to the instant of the earliest lapse, which is written and left to work until quiet, and so on; then to `to`.
   * The same steps for one process and for several.
   */
  async advance(to: Instant): Promise<void> {
    const { set } = this.time
    if (!set) throw new Error('time is not manual')
    for (;;) {
      await this.quiet()
      const next = await this.earliest()
      if (!next || next.at > to) break
      if (next.at > this.time.now()) set.call(this.time, next.at)
      const [row] = await next.room.records.due(next.at, 1)
      if (row && (await next.room.desk.lapse(row.record, row.kind)) === 0)
        throw new Error(`${row.record}: ${row.clock} does not lapse at ${row.at}`)
    }
    if (to > this.time.now()) set.call(this.time, to)
  }

  /** Runs manual time at the speed of the wall from where it stands. @returns stops it. */
  runOn(everyMs = 1000): () => void {
    let busy = false
    const timer = setInterval(() => {
      if (busy) return
      busy = true
      void this.advance(fromMs(toMs(this.time.now()) + everyMs))
        .catch((error: unknown) => this.fail(error))
        .finally(() => (busy = false))
    }, everyMs)
    return () => clearInterval(timer)
  }

  async counters(): Promise<Record<string, number>> {
    const bus = await this.options.ports.bus.counters()
    const counts: Record<string, number> = { bus_published: bus.published, bus_in_flight: bus.inFlight }
    for (const [name, { desk, relay }] of this.rooms) {
      counts[`${name}_in_flight`] = desk.inFlight
      counts[`${name}_relayed`] = relay.published
      counts[`${name}_relay_waiting`] = relay.inFlight
    }
    for (const [group, { handled, parked }] of Object.entries(bus.groups))
      Object.assign(counts, {
        [`group_handled{group="${group}"}`]: handled,
        [`group_parked{group="${group}"}`]: parked,
      })
    return counts
  }
}

export const createWorld = (options: WorldOptions): World => new World(options)
