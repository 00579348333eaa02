import type { Envelope } from '#ports'
import { Lanes } from '../embedded/lanes.js'
import type { KafkaLink } from './kafka.js'
import { Membership } from './membership.js'
import type { MongoParking, Place } from './parked.js'
import { sentence, tryPatiently, Waits, type Outcome, type Patience } from './patience.js'
import { Positions } from './positions.js'
import type { Progress } from './progress.js'
import { decode, outline, type Message } from './wire.js'

export interface Handler {
  handle: (envelope: Envelope) => Promise<void>
  concerns?: (envelope: Envelope) => boolean
}

export interface GroupOptions extends Patience {
  /** The consumer group. */
  id: string
  topics: readonly string[]
  sessionMs: number
  waitMs: number
  commitMs: number
  window: number
  holdMs: number
  partitionsAtOnce: number
  /** Records worked on at once. */
  concurrency: number
  now: () => string
  failed: (error: unknown) => void
  /** @throws Unreadable */
  decode: (message: Message) => Envelope
}

/** A message on its way through the group. */
interface Item {
  message: Message
  progress: Progress
  envelope: Envelope
  record: string
  seq: number
  after: number
  /** Nothing can be made of it: parked untried. */
  wrong?: string
}

/** One subscription: records side by side, each record's envelopes one after the other, a failed one in front of those it holds up. */
export class KafkaGroup {
  readonly #membership: Membership
  readonly #lanes: Lanes
  readonly #positions: Positions<Item>
  readonly #waits = new Waits()
  /** Records that may be parked; the store knows. */
  readonly #suspects = new Set<string>()
  #closed = false
  handled = 0
  retried = 0

  constructor(
    readonly name: string,
    link: KafkaLink,
    readonly handler: Handler,
    readonly parking: MongoParking,
    readonly options: GroupOptions,
  ) {
    this.#lanes = new Lanes(options.concurrency)
    this.#positions = new Positions<Item>(
      (item) => this.#work(item),
      (item, why) => this.#work({ ...item, wrong: why }),
      options.holdMs,
    )
    this.#membership = new Membership(link, {
      ...options,
      group: options.id,
      take: (message, progress) => this.#take(message, progress),
      lost: () => this.#positions.forget(),
      came: () => this.#suspectParked(),
    })
  }

  open(): Promise<void> {
    return this.#membership.open()
  }

  commit(): Promise<void> {
    return this.#membership.commit()
  }

  /** In order, one try each, until one fails or nothing waits. */
  redrive(record: string): Promise<number> {
    return new Promise((resolve, reject) =>
      this.#lanes.add(
        record,
        () => this.#redrive(record).then(resolve, reject),
        () => resolve(0),
      ),
    )
  }

  /** Lets what has begun come to its end, says how far it is, and leaves. */
  async close(): Promise<void> {
    this.halt()
    await this.#lanes.close()
    await this.#membership.close()
  }

  /** Begins nothing more. */
  halt(): void {
    this.#closed = true
    this.#membership.halt()
    this.#positions.close()
    this.#waits.wake()
  }

  #take(message: Message, progress: Progress): void {
    this.#positions.take({ message, progress, ...read(message, this.options.decode) })
  }

  /** Once its turn has come. */
  #work(item: Item): void {
    if (item.wrong === undefined && this.handler.concerns?.(item.envelope) === false) return this.#done(item, true)
    this.#lanes.add(item.record, () => this.#deliver(item))
  }

  async #deliver(item: Item): Promise<void> {
    await this.#membership.sure()
    if (this.#gone(item)) return
    try {
      if (await this.#waitsBehind(item)) return this.#done(item, false)
      const outcome = await this.#outcome(item)
      if (outcome.went === 'through') return this.#done(item, true)
      if (outcome.went === 'wrong' && (await this.#park(item, outcome.error))) this.#done(item, false)
    } catch (error) {
      this.options.failed(error)
    }
  }

  async #outcome(item: Item): Promise<Outcome> {
    if (item.wrong !== undefined) return { went: 'wrong', error: item.wrong }
    if (this.#gone(item)) return { went: 'halted' }
    let tries = 0
    return tryPatiently(
      () => {
        if (tries++) this.retried += 1
        return this.handler.handle(item.envelope)
      },
      this.options,
      this.#waits,
      () => this.#gone(item),
    )
  }

  #gone({ progress }: Item): boolean {
    return this.#closed || progress.lost
  }

  #done({ message, progress }: Item, handled: boolean): void {
    if (handled) this.handled += 1
    progress.done(message.offset)
    this.#membership.eased(progress)
  }

  async #waitsBehind(item: Item): Promise<boolean> {
    if (!this.#suspects.has(item.record)) return false
    let behind = false
    const asked = await this.#stored(
      item,
      async () => void (behind = await this.parking.behind(this.#place(item), item.message)),
    )
    if (asked && !behind) this.#suspects.delete(item.record)
    return behind
  }

  async #park(item: Item, error: string): Promise<boolean> {
    this.#suspects.add(item.record)
    return this.#stored(item, () => this.parking.put(this.#place(item), item.message, this.options.now(), error))
  }

  /** Until the store has it, or somebody else will see to it. */
  async #stored(item: Item, write: () => Promise<void>): Promise<boolean> {
    for (let wait = this.options.backoffMs; ; wait = Math.min(1000, 2 * wait)) {
      if (this.#gone(item)) return false
      try {
        await write()
        return true
      } catch (error) {
        this.options.failed(error)
      }
      await this.#waits.wait(wait)
    }
  }

  #place({ record, seq }: Item): Place {
    return { group: this.name, record, seq }
  }

  /** Asked until the store answers: a record parked by another member must not go on here. */
  async #suspectParked(): Promise<void> {
    while (!this.#closed)
      try {
        for (const record of await this.parking.records(this.name)) this.#suspects.add(record)
        return
      } catch (error) {
        this.options.failed(error)
        await this.#waits.wait(500)
      }
  }

  async #redrive(record: string): Promise<number> {
    for (let through = 0; ; through += 1) {
      const next = await this.parking.next(this.name, record)
      if (!next) return through
      const error = await this.#once(next.message)
      if (error !== undefined) {
        await this.parking.blame(next.place, error)
        return through
      }
      await this.parking.drop(next.place)
      this.handled += 1
    }
  }

  async #once(message: Message): Promise<string | undefined> {
    try {
      await this.handler.handle(decode(message))
      return undefined
    } catch (error) {
      return sentence(error)
    }
  }
}

const read = (
  message: Message,
  decode: GroupOptions['decode'],
): Pick<Item, 'envelope' | 'record' | 'seq' | 'after' | 'wrong'> => {
  try {
    const envelope = decode(message)
    return { envelope, record: envelope.record, seq: envelope.seq, after: envelope.after }
  } catch (error) {
    const envelope = outline(message)
    return { envelope, record: envelope.record, seq: envelope.seq, after: envelope.after, wrong: sentence(error) }
  }
}
