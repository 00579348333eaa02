import type { Blobs, Bus, Counters, Jobs, Records, StoredCommit, Time, Vault, ViewTable, Views } from '#ports'
import type { Rules } from '#rules'
import type { Answer, Command } from './answer.js'
import type { Rehearsal } from './rehearsal.js'
import { Clockwork, type Stuck } from './clockwork.js'
import { fromMs, toMs, type Instant } from './instant.js'
import type { RecordKit } from './kit.js'
import type { Policy } from './policy.js'
import type { Actor } from './record.js'
import { Folding } from './folding.js'
import { listen, openRoom, recompute, recover, type Room } from './room.js'
import type { Service } from './service.js'
import { SharedRelay } from './shared-relay.js'
import { madePapers, type MadePaper } from './made.js'
import { shown, type Shown } from './show.js'
import { advance, partOf, quiet, type Part } from './stepping.js'
import { rolesOf } from './view.js'
import { CLOCK, parkedAs, RELAY, stuckAs, type Waiting } from './waiting.js'

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
  /** Those that run in other processes, of which only rows of views are read here. @default none */
  elsewhere?: readonly Service[] | undefined
  ports: Ports
  rules: Rules
  policy: Policy
  /** Secret of the services: salts of sections, digests of bodies. */
  key: string
  /** Told of faults that nobody waits for. */
  failed?: (error: unknown) => void
  /** How often due clocks are looked for on system time. @default 500 */
  lapseEveryMs?: number
  /** How often it is looked whether rows that older programs made can be dropped. @default 60000 */
  sweepEveryMs?: number
}

export interface WorldCounters {
  /** Of each service here: inputs that have begun and not ended, commits published since the start, and those that are not yet. */
  services: Record<string, { inFlight: number; relayed: number; relayLag: number }>
  /** Lapses that could not be written. */
  stuck: number
  bus: Counters
}

export interface ViewState {
  service: string
  name: string
  /** False while it is folded anew: nothing can be said of what it does not hold. */
  whole: boolean
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
  private readonly folding: Folding
  private readonly clockwork: Clockwork
  /** What takes part in steps of time, and in quiet. */
  readonly part: Part
  private readonly parts: readonly Part[]

  constructor(private readonly options: WorldOptions) {
    this.name = options.name
    this.services = options.services
    this.rules = options.rules
    this.time = options.ports.time
    for (const service of options.services) {
      const room = openRoom(service, options, {
        born: (root, stored) => this.remember(root, stored),
        failed: (error) => this.fail(error),
      })
      this.rooms.set(service.name, room)
      for (const [kind, kit] of room.kits) this.kits.set(kind, kit)
    }
    const { bus } = options.ports
    this.folding = new Folding(this.rooms, {
      ...{ bus, time: this.time, sweepEveryMs: options.sweepEveryMs },
      failed: (error) => this.fail(error),
    })
    this.clockwork = new Clockwork(this.all, this.time)
    this.part = partOf(this.all, options.ports.bus, this.time)
    this.parts = [this.part]
  }

  private remember(root: string, stored: StoredCommit): void {
    this.roots.set(root, [...(this.roots.get(root) ?? []), { kind: stored.kind, id: stored.record }])
    if (this.roots.size > 10_000) this.roots.delete(this.roots.keys().next().value!)
  }

  private fail(error: unknown): void {
    if (this.options.failed) this.options.failed(error)
    else throw error
  }

  private get all(): Room[] {
    return [...this.rooms.values()]
  }

  /** Subscribes, publishes what an earlier process left, writes lapses that fell due while nobody ran. */
  async start(): Promise<void> {
    const { bus } = this.options.ports
    await Promise.all([...this.all.map((room) => listen(room, bus)), this.folding.listen()])
    const decided = this.folding.decide()
    decided.catch(() => {})
    for (const room of this.all) await recover(room, this.time)
    for (const room of this.all) await recompute(room, this.rules)
    await decided
    await this.folding.show()
    if (this.time.set) return
    await this.lapseDue()
    this.timer = setInterval(
      () => void this.lapseDue().catch((error: unknown) => this.fail(error)),
      this.options.lapseEveryMs ?? 500,
    )
  }

  async stop(): Promise<void> {
    clearInterval(this.timer)
    await this.folding.stop()
    for (const { relay, lease } of this.all) {
      await relay.stop()
      await lease.close()
    }
  }

  async handle(command: Command): Promise<Answer> {
    const room = this.rooms.get(command.kind.split('/')[0]!)
    return room ? room.desk.handle(command) : { outcome: 'unknown', what: 'kind' }
  }

  /** What an act would bring; nothing is written. */
  async rehearse(command: Command): Promise<Rehearsal | Answer> {
    const room = this.rooms.get(command.kind.split('/')[0]!)
    return room ? room.desk.rehearse(command) : { outcome: 'unknown', what: 'kind' }
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

  /**
   * The record that holds a name, and those that hold the names `also` which follow from it, for whoever is told of it without knowing it.
   * None when nobody holds the name, or this person is not told.
   */
  async told(
    kind: string,
    name: string,
    actor: Actor,
    also: (id: string) => readonly string[] = () => [],
  ): Promise<Shown[]> {
    const { policy } = this.options
    const room = this.rooms.get(kind.split('/')[0]!)
    if (!room || !policy.hears?.(actor, { kind, name }, this.rules)) return []
    const first = await room.records.claimant(name)
    if (first === undefined) return []
    const more = await Promise.all(also(first).map((one) => room.records.claimant(one)))
    const ids = [first, ...more.filter((id) => id !== undefined)]
    return (await Promise.all(ids.map((id) => this.shownOf(room, kind, id, actor)))).flat()
  }

  private async shownOf(room: Room, kind: string, id: string, actor: Actor): Promise<Shown[]> {
    const [kit, head] = [this.kits.get(kind), await room.desk.head(kind, id)]
    if (!kit || !head) return []
    return [shown(kit, this.rules, this.options.policy, head, await room.records.chain(id), actor, this.time.now())]
  }

  /** The papers of a record that this person may know, each with what it is made from. */
  async papers(kind: string, id: string, actor: Actor): Promise<readonly MadePaper[] | undefined> {
    const found = await this.known(kind, id, actor)
    return found && madePapers(found.kit, this.rules, found.chain)
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
    return this.rooms.get(service)?.generations.find(({ view }) => view.name === name)?.projector.table
  }

  /** The rows of a view for reading, also where another process folds it. */
  rowsOf(service: string, name: string): ViewTable | undefined {
    const own = this.view(service, name)
    if (own) return own
    const { elsewhere = [], ports } = this.options
    const found = elsewhere.find((one) => one.name === service)?.views.find((view) => view.name === name)
    return found && ports.views(service).table(name, { format: found.format })
  }

  /** The views of this process, and whether all their rows are there. */
  views(): readonly ViewState[] {
    return this.folding.generations.map(({ service, view: { name }, whole }) => ({ service, name, whole }))
  }

  /**
   * What could not be delivered to a group; of this process also what it could not publish (group `relay`), and lapses that it could not
   * write (group `clock`).
   */
  async parked(): Promise<Waiting[]> {
    const parked = await this.options.ports.bus.parked()
    return [
      ...parked.map(parkedAs),
      ...this.sharing.flatMap((relay) => relay.parked()),
      ...this.clockwork.stuck().map(stuckAs),
    ]
  }

  private get sharing(): SharedRelay[] {
    return this.all.flatMap(({ relay }) => (relay instanceof SharedRelay ? [relay] : []))
  }

  /**
   * Delivers what waits for a group, publishes (group `relay`) what could not be published, or (group `clock`) writes the lapse that could
   * not be written. Returns how many went through, of what is published how many records are tried again.
   */
  async redrive(group: string, record: string): Promise<number> {
    if (group === RELAY) return this.sharing.filter((relay) => relay.redrive(record)).length
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

  /** Nothing in flight and two looks alike. */
  quiet(): Promise<void> {
    return quiet(this.parts)
  }

  /**
   * Moves manual time to `to`, and through the instant of every lapse on the way.
   * @throws when time is not manual
   */
  async advance(to: Instant): Promise<void> {
    if (!this.time.set) throw new Error('time is not manual')
    await advance(this.parts, to)
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

  /** How far everything is: what is watched from outside. */
  async counters(): Promise<WorldCounters> {
    const services = [...this.rooms].map(([name, { desk, relay }]) => {
      const { inFlight } = desk
      return [name, { inFlight, relayed: relay.published, relayLag: relay.lag }] as const
    })
    const { bus } = this.options.ports
    return { services: Object.fromEntries(services), stuck: this.stuck().length, bus: await bus.counters() }
  }
}

export const createWorld = (options: WorldOptions): World => new World(options)
