import type { Connection } from 'mongoose'
import { Cache } from '#kernel/cache'
import type { Bus, Counters, Envelope, Parked, Subscription } from '#ports'
import { KafkaGroup, type GroupOptions } from './kafka-group.js'
import { KafkaLink, type KafkaSettings } from './kafka.js'
import { MongoParking } from './parked.js'
import type { Patience } from './patience.js'
import { BusClosed, Publisher } from './publisher.js'
import { openTopics } from './topics.js'
import { decode, type Message } from './wire.js'

export interface KafkaBusOptions extends Partial<Patience> {
  kafka: KafkaSettings
  /** Begins the name of every topic and consumer group: one per world. */
  prefix: string
  /** Each has a topic, `prefix.service`. */
  services: readonly string[]
  /** Where parked messages are kept: the same for all processes of a world. */
  connection: Connection
  now: () => string
  /** Of every topic, for ever. @default 4 */
  partitions?: number
  /** Copies of a new topic. @default -1, the broker's default */
  replicas?: number
  /** The most an envelope takes on the wire. @default 1,000,000, below the broker's own 1,048,588 */
  maxBytes?: number
  /** Records that one group works on at once. @default 256 */
  concurrency?: number
  /** Offsets of a partition that may lie between the oldest unfinished and the newest begun. @default 5000 */
  window?: number
  /** How long an envelope waits for the one it follows. @default 10,000 */
  holdMs?: number
  /** After so long without a word a member's partitions go to others. @default 8000; the broker's least is 6000 */
  sessionMs?: number
  /** How long a broker keeps an empty answer back; closing takes as long. @default 250 */
  waitMs?: number
  /** How often finished work is made known to the broker. @default 100 */
  commitMs?: number
  /** Told of faults that nobody waits for. */
  failed?: (error: unknown) => void
}

const DEFAULTS = {
  ...{ backoffMs: 50, retries: 4, partitions: 4, replicas: -1, maxBytes: 1_000_000, concurrency: 256, window: 5000 },
  ...{ holdMs: 10_000, sessionMs: 8000, waitMs: 250, commitMs: 100 },
  failed: (_: unknown): void => {},
}

type Settled = Omit<KafkaBusOptions, keyof typeof DEFAULTS> & typeof DEFAULTS

/** Messages of which the envelope is kept for the other groups of this process. */
const KEPT = 4000

/** Reads a message once for all groups: envelopes that arrived cannot be changed. */
const decodeOnce = (): ((message: Message) => Envelope) => {
  const read = new Cache<Envelope>(KEPT)
  return (message) => {
    const place = `${message.topic}/${message.partition}/${message.offset}`
    const known = read.get(place)
    if (known) return known
    const envelope = decode(message)
    read.set(place, envelope)
    return envelope
  }
}

/** Room for the frame of a batch. */
const BATCH = 1000

const given = <T extends object>(options: T): T =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as T

/**
 * Delivery by Kafka. The topics are the history; how far a group is, its consumer group knows; what is parked stands in MongoDB.
 * Several processes may each have a bus with the same groups: a dossier's envelopes go to one of them at a time.
 */
export class KafkaBus implements Bus {
  readonly #groups = new Map<string, KafkaGroup>()
  readonly #publisher: Publisher
  readonly #decode = decodeOnce()
  #closing: Promise<void> | undefined

  private constructor(
    readonly link: KafkaLink,
    readonly parking: MongoParking,
    readonly options: Settled,
  ) {
    const { maxBytes } = options
    this.#publisher = new Publisher(link, { topicOf: (service) => this.#topic(service), maxBytes })
  }

  /** @throws ServerRefused when a topic is not as it must be */
  static async open(options: KafkaBusOptions): Promise<KafkaBus> {
    const settled: Settled = { ...DEFAULTS, ...given(options) }
    const { kafka, services, prefix, partitions, replicas, maxBytes } = settled
    const link = await KafkaLink.open(kafka)
    try {
      const topics = services.map((service) => `${prefix}.${service}`)
      await openTopics(link, { topics, partitions, replicas, bytes: maxBytes + BATCH })
      return new KafkaBus(link, await MongoParking.open(settled.connection), settled)
    } catch (error) {
      await link.close()
      throw error
    }
  }

  /** @throws EnvelopeTooLarge, TypeError: then nothing of the array is sent; Fenced */
  async publish(envelopes: readonly Envelope[], may?: () => boolean): Promise<void> {
    await this.#publisher.publish(envelopes, may)
  }

  async subscribe(
    name: string,
    topics: readonly string[],
    handle: (envelope: Envelope) => Promise<void>,
    concerns?: (envelope: Envelope) => boolean,
  ): Promise<Subscription> {
    if (this.#closing) throw new BusClosed()
    if (this.#groups.has(name)) throw new Error(`group ${name} is subscribed already`)
    const group = new KafkaGroup(name, this.link, { handle, concerns }, this.parking, this.#groupOptions(name, topics))
    this.#groups.set(name, group)
    try {
      await group.open()
    } catch (error) {
      await this.#leave(group)
      throw error
    }
    return { close: () => this.#leave(group) }
  }

  parked(): Promise<Parked[]> {
    return this.parking.all()
  }

  async redrive(name: string, record: string): Promise<number> {
    const group = this.#groups.get(name)
    if (!group) throw new Error(`group ${name} is not subscribed; nothing can be delivered to it`)
    return group.redrive(record)
  }

  async forget(name: string): Promise<boolean> {
    if (this.#groups.has(name) || !(await this.link.forget(`${this.options.prefix}.${name}`))) return false
    await this.parking.forget(name)
    return true
  }

  /**
   * `topics`, `taken` and `inFlight` are the broker's numbers: what any process has published, and what any member of this bus's
   * groups is done with. `handled` and `retried` are this process's.
   */
  async counters(): Promise<Counters> {
    const groups = [...this.#groups.values()]
    await Promise.all(groups.map((group) => group.commit()))
    const taken = await Promise.all(groups.map((group) => this.#taken(group)))
    const topics = await this.#sent()
    const parked = await this.parking.counts(groups.map(({ name }) => name))
    return {
      published: total(topics),
      topics: Object.fromEntries(Object.entries(topics).filter(([, n]) => n > 0)),
      inFlight: taken.reduce((sum, one) => sum + lagOf(one, topics), 0),
      groups: Object.fromEntries(
        groups.map(({ name, handled, retried }, n) => [
          name,
          { handled, retried, parked: parked.get(name)!, taken: taken[n]! },
        ]),
      ),
    }
  }

  close(): Promise<void> {
    return (this.#closing ??= this.#close())
  }

  /** As a killed process would leave it: nothing finished, nothing committed, no farewell. */
  kill(): void {
    this.link.sever()
    for (const group of this.#groups.values()) group.halt()
    void this.close().catch(() => {})
  }

  async #close(): Promise<void> {
    await Promise.all([this.#publisher.close(), ...[...this.#groups.values()].map((group) => this.#leave(group))])
    await this.link.close()
  }

  async #leave(group: KafkaGroup): Promise<void> {
    await group.close()
    if (this.#groups.get(group.name) === group) this.#groups.delete(group.name)
  }

  #topic(service: string): string {
    if (!this.options.services.includes(service)) throw new Error(`no topic was opened for ${service}`)
    return `${this.options.prefix}.${service}`
  }

  #groupOptions(name: string, services: readonly string[]): GroupOptions {
    const { prefix, partitions } = this.options
    const topics = services.map((service) => this.#topic(service))
    return {
      ...this.options,
      decode: this.#decode,
      id: `${prefix}.${name}`,
      topics,
      partitionsAtOnce: partitions * topics.length,
    }
  }

  async #sent(): Promise<Record<string, number>> {
    const { services } = this.options
    const counts = await Promise.all(services.map((service) => this.link.sent(this.#topic(service))))
    return Object.fromEntries(services.map((service, n) => [service, counts[n]!]))
  }

  async #taken({ options: { id, topics } }: KafkaGroup): Promise<Record<string, number>> {
    const done = await this.link.done(id, topics)
    return Object.fromEntries(topics.map((topic) => [topic.slice(this.options.prefix.length + 1), done[topic] ?? 0]))
  }
}

const total = (counts: Record<string, number>): number => Object.values(counts).reduce((sum, n) => sum + n, 0)

const lagOf = (taken: Record<string, number>, topics: Record<string, number>): number =>
  Object.entries(taken).reduce((sum, [topic, n]) => sum + Math.max(0, (topics[topic] ?? 0) - n), 0)
