import { cureOf, type KafkaLink, type Listener, type Reader, type ReaderOptions } from './kafka.js'
import { Waits } from './patience.js'
import { Progress } from './progress.js'
import type { Message } from './wire.js'

export interface MembershipOptions extends ReaderOptions {
  /** How often finished work is made known. */
  commitMs: number
  /** Offsets of a partition between the lowest unfinished and the newest taken; beyond, the partition rests. */
  window: number
  take: (message: Message, progress: Progress) => void
  /** Partitions were taken away, or may have been. */
  lost: () => void
  /** Partitions came; none of their messages is taken before this has ended. */
  came: () => Promise<void>
  failed: (error: unknown) => void
}

interface Place {
  topic: string
  partition: number
  progress: Progress
  resume?: () => void
}

/** A promise whose rejection nobody need hear. */
class Deferred {
  resolve!: () => void
  reject!: (error: Error) => void
  readonly promise = new Promise<void>((resolve, reject) => Object.assign(this, { resolve, reject }))

  constructor() {
    this.promise.catch(() => {})
  }
}

const placesOf = (held: Record<string, number[]>): { topic: string; partition: number }[] =>
  Object.entries(held).flatMap(([topic, partitions]) => partitions.map((partition) => ({ topic, partition })))

const keyOf = (topic: string, partition: number): string => `${topic}/${partition}`

/**
 * One member of a consumer group: which partitions it holds, and how far it is in each. What is taken is worked on elsewhere, so the
 * reading never waits for a slow record; committed is only what lies before the lowest unfinished offset.
 */
export class Membership {
  readonly #places = new Map<string, Place>()
  readonly #waits = new Waits()
  readonly #first = new Deferred()
  /** Which reader counts: a new one takes the place of one that gave up. */
  #turn = 0
  #reader: Reader | undefined
  #member = ''
  #ready: Promise<void> = Promise.resolve()
  #joining: Promise<void> = Promise.resolve()
  #committing: Promise<void> = Promise.resolve()
  #heardAt = 0
  #timer: NodeJS.Timeout | undefined
  #closed = false

  constructor(
    readonly link: KafkaLink,
    readonly options: MembershipOptions,
  ) {}

  /** Ends when partitions have been dealt out, be it none. @throws when the broker does not let the group in */
  async open(): Promise<void> {
    await this.#join()
    this.#timer = setInterval(() => void this.commit(), this.options.commitMs)
    await this.#first.promise
  }

  /** Makes known what is finished by now. What the coordinator refuses is told again, or done again by whoever comes next. */
  commit(): Promise<void> {
    return (this.#committing = this.#committing.then(() => this.#commit()))
  }

  /** Ends when the coordinator has been heard within the session: a process that slept may have lost its partitions. */
  async sure(): Promise<void> {
    while (!this.#closed && performance.now() - this.#heardAt > this.options.sessionMs) await this.#waits.wait(20)
  }

  /** A partition that rested because of too much unfinished work goes on. */
  eased(progress: Progress): void {
    if (progress.span > this.options.window / 2) return
    for (const place of this.#places.values())
      if (place.progress === progress && place.resume) {
        place.resume()
        place.resume = undefined
      }
  }

  /** Nothing more is taken. */
  halt(): void {
    this.#closed = true
    this.#waits.wake()
  }

  async close(): Promise<void> {
    this.halt()
    clearInterval(this.#timer)
    await this.#joining
    await this.commit()
    await this.#reader?.close().catch((error: unknown) => this.options.failed(error))
  }

  async #commit(): Promise<void> {
    const due = [...this.#places.values()].filter(({ progress }) => progress.safe > progress.committed)
    const offsets = due.map(({ topic, partition, progress }) => ({ topic, partition, offset: progress.safe }))
    if (!offsets.length || !this.#reader) return
    try {
      await this.#reader.commit(offsets)
      for (const [n, { progress }] of due.entries())
        progress.committed = Math.max(progress.committed, offsets[n]!.offset)
    } catch (error) {
      this.options.failed(error)
    }
  }

  async #join(): Promise<void> {
    this.#turn += 1
    const turn = this.#turn
    const reader = await this.link.read(this.options, this.#listener(turn))
    if (turn === this.#turn) this.#reader = reader
    else await reader.close().catch(() => {})
  }

  #listener(turn: number): Listener {
    const mine = () => turn === this.#turn
    return {
      joined: (member, held) => mine() && this.#joined(member, held),
      rebalancing: () => mine() && this.commit(),
      heard: () => mine() && this.#heard(),
      batch: async (messages, pause) => (mine() ? this.#batch(messages, pause) : undefined),
      ended: (error) => mine() && this.#ended(error),
    }
  }

  #joined(member: string, held: Record<string, number[]>): void {
    const before = new Set(this.#places.keys())
    if (member !== this.#member) this.#loseAll()
    this.#member = member
    const now = new Map(placesOf(held).map((place) => [keyOf(place.topic, place.partition), place]))
    for (const key of [...this.#places.keys()]) if (!now.has(key)) this.#lose(key)
    for (const [key, place] of now)
      if (!this.#places.has(key)) this.#places.set(key, { ...place, progress: new Progress() })
    if ([...now.keys()].some((key) => !before.has(key))) this.#ready = this.options.came()
    this.#heard()
    this.#first.resolve()
  }

  #heard(): void {
    this.#heardAt = performance.now()
  }

  async #batch(messages: readonly Message[], pause: () => () => void): Promise<void> {
    await this.#ready
    const [first] = messages
    const place = first && this.#places.get(keyOf(first.topic, first.partition))
    if (!place || this.#closed) return
    for (const message of messages) if (place.progress.take(message.offset)) this.options.take(message, place.progress)
    if (place.progress.span > this.options.window) place.resume ??= pause()
  }

  /** The client gave up: a new one joins, as a new member. */
  #ended(error: Error): void {
    this.options.failed(error)
    const old = this.#reader
    this.#turn += 1
    this.#reader = undefined
    this.#loseAll()
    if (cureOf(error) === 'none') this.#first.reject(error)
    if (!this.#closed) this.#joining = this.#again(old)
  }

  async #again(old: Reader | undefined): Promise<void> {
    await old?.close().catch(() => {})
    for (let wait = 100; !this.#closed; wait = Math.min(2000, 2 * wait)) {
      await this.#waits.wait(wait)
      if (this.#closed) return
      try {
        return await this.#join()
      } catch (error) {
        this.options.failed(error)
      }
    }
  }

  #lose(key: string): void {
    const { progress, resume } = this.#places.get(key)!
    progress.lost = true
    resume?.()
    this.#places.delete(key)
    this.options.lost()
  }

  #loseAll(): void {
    for (const key of [...this.#places.keys()]) this.#lose(key)
  }
}
