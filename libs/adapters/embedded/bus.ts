import type { Bus, Counters, Envelope, Parked, Subscription } from '#ports'
import { arrived } from './envelope.js'
import { Group, type Handler, type Patience, type Settled } from './group.js'
import { Parking } from './parking.js'
import type { Store } from './store.js'

export interface BusOptions extends Partial<Patience> {
  now: () => string
  /** Asks the relay of a topic to begin again from its first commit: a group has come that has not had them. */
  replay?: (topic: string) => Promise<void>
  /** Records that one group works on at once. @default 256 */
  concurrency?: number
}

class BusClosed extends Error {
  constructor() {
    super('the bus is closed; what it did not deliver has to be published again')
    this.name = 'BusClosed'
  }
}

/**
 * Delivery inside one process. The history is in the commit logs, so the bus keeps none: a group that is new, or was away while
 * there was something for it, has the relay begin again; everybody else takes that as repeats.
 * So all groups subscribe before the relays start.
 */
export class EmbeddedBus implements Bus {
  readonly #parking: Parking
  readonly #options: BusOptions
  readonly #groups = new Map<string, Group>()
  readonly #topics: Record<string, number> = {}
  readonly #publishing = new Set<Promise<void>>()
  #published = 0
  #closed = false

  constructor(store: Store, options: BusOptions) {
    this.#parking = new Parking(store)
    this.#options = options
  }

  publish(envelopes: readonly Envelope[], may: () => boolean = () => true): Promise<void> {
    if (this.#closed) return Promise.reject(new BusClosed())
    if (!may()) return Promise.reject(new Error('another process publishes now'))
    const publishing = this.#publish(envelopes)
    const settled = publishing.then(
      () => {},
      () => {},
    )
    this.#publishing.add(settled)
    void settled.then(() => this.#publishing.delete(settled))
    return publishing
  }

  async subscribe(
    name: string,
    topics: readonly string[],
    handler: (envelope: Envelope) => Promise<void>,
    concerns?: (envelope: Envelope) => boolean,
  ): Promise<Subscription> {
    if (this.#groups.has(name)) throw new Error(`group ${name} is subscribed already`)
    const group = this.#makeGroup(name, new Set(topics), { handle: handler, concerns })
    this.#groups.set(name, group)
    await this.#giveHistory(group)
    return { close: () => this.#leave(group) }
  }

  async parked(): Promise<Parked[]> {
    return this.#parking.all()
  }

  async redrive(group: string, record: string): Promise<number> {
    const found = this.#groups.get(group)
    if (!found) throw new Error(`group ${group} is not subscribed; nothing can be delivered to it`)
    return found.redrive(record)
  }

  async forget(group: string): Promise<boolean> {
    if (this.#groups.has(group)) return false
    await this.#parking.forget(group)
    return true
  }

  async counters(): Promise<Counters> {
    const groups = [...this.#groups.values()]
    return {
      published: this.#published,
      topics: { ...this.#topics },
      inFlight: groups.reduce((sum, group) => sum + group.inFlight, 0),
      groups: Object.fromEntries(groups.map((group) => [group.name, group.counts])),
    }
  }

  async close(): Promise<void> {
    this.#closed = true
    const pending = await Promise.all([...this.#groups.values()].map((group) => group.close()))
    for (const settled of pending.flat()) settled(new BusClosed())
    this.#groups.clear()
  }

  #makeGroup(name: string, topics: ReadonlySet<string>, handler: Handler): Group {
    const { now, backoffMs = 50, retries = 4, concurrency = 256 } = this.#options
    const group = new Group(name, topics, handler, this.#parking, { backoffMs, retries }, now, concurrency)
    for (const topic of topics) group.taken[topic] = this.#topics[topic] ?? 0
    return group
  }

  async #publish(envelopes: readonly Envelope[]): Promise<void> {
    const copies = envelopes.map(arrived)
    this.#published += copies.length
    for (const { service } of copies) this.#topics[service] = (this.#topics[service] ?? 0) + 1
    await this.#deliver(copies)
    await this.#noteAbsent(copies)
  }

  /** To every group there is, and to those that join meanwhile. */
  async #deliver(copies: readonly Envelope[]): Promise<void> {
    const had = new Set<Group>()
    for (;;) {
      const groups = [...this.#groups.values()].filter((group) => !had.has(group))
      if (groups.length === 0) return
      for (const group of groups) had.add(group)
      await this.#hand(copies, groups)
    }
  }

  #hand(copies: readonly Envelope[], groups: readonly Group[]): Promise<void> {
    return new Promise((resolve, reject) => {
      let left = 1
      const settled: Settled = (error) => {
        if (error) reject(error)
        left -= 1
        if (left === 0) resolve()
      }
      for (const group of groups)
        for (const copy of copies) {
          if (!group.topics.has(copy.service) || group.passes(copy)) continue
          left += 1
          group.take(copy, (error) => settled(error))
        }
      settled()
    })
  }

  async #noteAbsent(copies: readonly Envelope[]): Promise<void> {
    for (const topic of new Set(copies.map((copy) => copy.service)))
      for (const group of this.#parking.missing(topic, (name) => this.#groups.has(name)))
        await this.#parking.note(group, [topic], true)
  }

  /** What is being published reaches the newcomer as well; its marks come first, then the relay begins again. */
  async #giveHistory(group: Group): Promise<void> {
    const behind = [...group.topics].filter((topic) => this.#parking.needsHistory(group.name, topic))
    if (behind.length === 0) return
    await Promise.all(this.#publishing)
    await new Promise((resolve) => setImmediate(resolve))
    for (const topic of behind) await this.#options.replay?.(topic)
    await this.#parking.note(group.name, behind, false)
  }

  async #leave(group: Group): Promise<void> {
    if (this.#groups.get(group.name) !== group) return
    this.#groups.delete(group.name)
    const pending = await group.close()
    if (pending.length > 0) await this.#parking.note(group.name, [...group.topics], true)
    for (const settled of pending) settled()
  }
}
