import { mongo, type Connection } from 'mongoose'
import type { Envelope, Parked } from '#ports'
import { isDuplicate } from './mongo-errors.js'
import { decode, outline, Unreadable, type Message } from './wire.js'

/** One per (group, record): positions that wait, kept by single atomic updates; empty when all went through. */
interface Head {
  _id: string
  group: string
  record: string
  waiting: number[]
  error: string
  since: string
}

/** A message as it came, so that a program that reads more can read it later. */
interface Waiting {
  _id: string
  topic: string
  partition: number
  offset: number
  key: string
  value: mongo.Binary
  headers: [string, string][]
}

/** The place of a message in its record's order. */
export interface Place {
  group: string
  record: string
  seq: number
}

const headId = ({ group, record }: Omit<Place, 'seq'>): string => `${group}\n${record}`
const waitingId = (place: Place): string => `${headId(place)}\n${place.seq}`

const toMessage = ({ topic, partition, offset, key, value, headers }: Waiting): Message => ({
  ...{ topic, partition, offset, key },
  value: Buffer.from(value.buffer),
  headers: Object.fromEntries(headers),
})

const shown = (message: Message): Envelope => {
  try {
    return decode(message)
  } catch (error) {
    if (error instanceof Unreadable) return outline(message)
    throw error
  }
}

/** Messages that wait behind one that failed, seen by every process of the world. */
export class MongoParking {
  readonly #heads: mongo.Collection<Head>
  readonly #waiting: mongo.Collection<Waiting>

  private constructor(connection: Connection) {
    this.#heads = connection.db!.collection<Head>('bus.parked') as never
    this.#waiting = connection.db!.collection<Waiting>('bus.waiting') as never
  }

  static async open(connection: Connection): Promise<MongoParking> {
    const parking = new MongoParking(connection)
    await parking.#heads.createIndex({ group: 1 })
    return parking
  }

  /** Parks the record of a message that failed. */
  async put(place: Place, message: Message, since: string, error: string): Promise<void> {
    if (await this.behind(place, message)) return
    await this.#keep(place, message)
    const { group, record, seq } = place
    const update = { $set: { group, record, since, error }, $addToSet: { waiting: seq } }
    await this.#heads.updateOne({ _id: headId(place) }, update, { upsert: true }).catch((failed: unknown) => {
      if (!isDuplicate(failed)) throw failed
      return this.put(place, message, since, error)
    })
  }

  /** Lets a message wait if its record is parked still; says whether it does. */
  async behind(place: Place, message: Message): Promise<boolean> {
    await this.#keep(place, message)
    const parked = { _id: headId(place), 'waiting.0': { $exists: true } }
    const { matchedCount } = await this.#heads.updateOne(parked, { $addToSet: { waiting: place.seq } })
    if (matchedCount === 0) await this.#waiting.deleteOne({ _id: waitingId(place) })
    return matchedCount > 0
  }

  /** The first that waits. */
  async next(group: string, record: string): Promise<{ place: Place; message: Message } | undefined> {
    const head = await this.#heads.findOne({ _id: headId({ group, record }) })
    if (!head?.waiting.length) return undefined
    const place = { group, record, seq: Math.min(...head.waiting) }
    const waiting = await this.#waiting.findOne({ _id: waitingId(place) })
    if (waiting) return { place, message: toMessage(waiting) }
    await this.drop(place)
    return this.next(group, record)
  }

  async drop(place: Place): Promise<void> {
    await this.#heads.updateOne({ _id: headId(place) }, { $pull: { waiting: place.seq } })
    await this.#waiting.deleteOne({ _id: waitingId(place) })
    await this.#heads.deleteOne({ _id: headId(place), waiting: { $size: 0 } })
  }

  async blame(place: Place, error: string): Promise<void> {
    await this.#heads.updateOne({ _id: headId(place) }, { $set: { error } })
  }

  async records(group: string): Promise<string[]> {
    return (await this.#heads.find({ group }, { projection: { record: 1 } }).toArray()).map(({ record }) => record)
  }

  async forget(group: string): Promise<void> {
    for (const record of await this.records(group)) {
      const first = headId({ group, record })
      await this.#waiting.deleteMany({ _id: { $gte: `${first}\n`, $lt: `${first}\u000b` } })
      await this.#heads.deleteOne({ _id: first })
    }
  }

  /** Envelopes that wait, per group. */
  async counts(groups: readonly string[]): Promise<Map<string, number>> {
    const counts = new Map(groups.map((group) => [group, 0]))
    for (const { group, waiting } of await this.#heads.find({ group: { $in: [...groups] } }).toArray())
      counts.set(group, counts.get(group)! + waiting.length)
    return counts
  }

  async all(): Promise<Parked[]> {
    const parked = { 'waiting.0': { $exists: true } }
    const heads = await this.#heads.find(parked).sort({ since: 1, group: 1, record: 1 }).toArray()
    const firsts = heads.map(({ group, record, waiting }) => waitingId({ group, record, seq: Math.min(...waiting) }))
    const found = await this.#waiting.find({ _id: { $in: firsts } }).toArray()
    const messages = new Map(found.map((one) => [one._id, toMessage(one)]))
    return heads.flatMap(({ group, record, waiting, error, since }, n) => {
      const message = messages.get(firsts[n]!)
      return message ? [{ group, record, waiting: waiting.length, error, since, envelope: shown(message) }] : []
    })
  }

  async #keep(place: Place, { topic, partition, offset, key, value, headers }: Message): Promise<void> {
    const rest = { topic, partition, offset, key, value: new mongo.Binary(value), headers: Object.entries(headers) }
    await this.#waiting.replaceOne({ _id: waitingId(place) }, rest, { upsert: true })
  }
}
