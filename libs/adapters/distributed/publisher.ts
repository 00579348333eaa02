import type { Envelope } from '#ports'
import { Batches } from '#embedded'
import { cureOf, type KafkaLink } from './kafka.js'
import { Waits } from './patience.js'
import { bytesOf, encode, EnvelopeTooLarge, type Wire } from './wire.js'

export class BusClosed extends Error {
  constructor(options?: ErrorOptions) {
    super('the bus is closed; what it did not deliver has to be published again', options)
    this.name = 'BusClosed'
  }
}

/** Whoever asked may no longer publish: somebody else does. */
export class Fenced extends Error {
  constructor() {
    super('another process publishes now')
    this.name = 'Fenced'
  }
}

interface Addressed {
  topic: string
  wire: Wire
  bytes: number
  asked: Asked
}

/** Envelopes that were handed over together. */
interface Asked {
  may: () => boolean
  /** Some of them were not sent, because whoever asked may no longer. */
  fenced: boolean
}

export interface PublisherOptions {
  topicOf: (service: string) => string
  /** The most an envelope, and a batch, may take. */
  maxBytes: number
}

/** In the order given, each as large as may be. */
const chunks = function* (all: readonly Addressed[], most: number): Generator<Addressed[]> {
  let chunk: Addressed[] = []
  let bytes = 0
  for (const one of all) {
    if (bytes + one.bytes > most) {
      yield chunk
      chunk = []
      bytes = 0
    }
    chunk.push(one)
    bytes += one.bytes
  }
  if (chunk.length) yield chunk
}

const byTopic = (chunk: readonly Addressed[]): Map<string, Wire[]> => {
  const topics = new Map<string, Wire[]>()
  for (const { topic, wire, asked } of chunk) {
    if (asked.fenced) continue
    const wires = topics.get(topic)
    if (wires) wires.push(wire)
    else topics.set(topic, [wire])
  }
  return topics
}

/**
 * One batch on its way at a time, what is asked meanwhile goes into the next: so no envelope overtakes another of its record, also
 * when a broker is away. A batch is sent until the brokers have it or the bus is closed; part of it may then be there twice.
 */
export class Publisher {
  readonly #batches = new Batches((batch: readonly (readonly Addressed[])[]) => this.#sendAll(batch))
  readonly #waits = new Waits()
  #closed = false

  constructor(
    readonly link: KafkaLink,
    readonly options: PublisherOptions,
  ) {}

  /** @throws TypeError, EnvelopeTooLarge before anything is sent; BusClosed; Fenced */
  async publish(envelopes: readonly Envelope[], may: () => boolean = () => true): Promise<void> {
    if (this.#closed) throw new BusClosed()
    const asked = { may, fenced: false }
    const addressed = envelopes.map((envelope) => this.#address(envelope, asked))
    if (addressed.length) await this.#batches.ask(addressed)
    if (asked.fenced) throw new Fenced()
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#waits.wake()
    await this.#batches.idle()
  }

  #address(envelope: Envelope, asked: Asked): Addressed {
    const { topicOf, maxBytes } = this.options
    const wire = encode(envelope)
    const bytes = bytesOf(wire)
    if (bytes > maxBytes) throw new EnvelopeTooLarge(envelope, bytes, maxBytes)
    return { topic: topicOf(envelope.service), wire, bytes, asked }
  }

  async #sendAll(batch: readonly (readonly Addressed[])[]): Promise<void[]> {
    for (const chunk of chunks(batch.flat(), this.options.maxBytes)) await this.#send(chunk)
    return batch.map(() => undefined)
  }

  async #send(chunk: readonly Addressed[]): Promise<void> {
    for (let wait = 100; ; wait = Math.min(2000, wait * 2)) {
      if (this.#closed) throw new BusClosed()
      for (const { asked } of chunk) asked.fenced ||= !asked.may()
      const messages = byTopic(chunk)
      if (!messages.size) return
      try {
        return await this.link.send(messages)
      } catch (error) {
        const cure = cureOf(error)
        if (cure === 'none') throw error
        if (cure === 'renew') await this.link.renew()
      }
      await this.#waits.wait(wait)
    }
  }
}
