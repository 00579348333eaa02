import kafkajs from 'kafkajs'
import mongoose, { type mongo } from 'mongoose'
import { Batches } from '#embedded'
import { machineMs, type Wish } from './protocol.js'

/** What a server takes when nothing else is done: from callers who each wait for their own write, and with their writes grouped. */
export interface Ceiling {
  single: number
  grouped: number
}

export interface Sizes {
  documents: readonly mongo.Document[]
  /** Bytes of each message. */
  messages: readonly number[]
}

interface Effort {
  callers: number
  seconds: number
}

const COLLECTION = 'ceiling'
const KEYS = 1000

const rate = async ({ callers, seconds }: Effort, once: (n: number) => Promise<unknown>): Promise<number> => {
  let n = 0
  const beginMs = machineMs()
  const endMs = beginMs + seconds * 1000
  const call = async () => {
    while (machineMs() < endMs) await once(n++)
  }
  await Promise.all(Array.from({ length: callers }, call))
  return n / ((machineMs() - beginMs) / 1000)
}

/** Documents that the house has made, under other ids, in a collection without any further index. */
export const mongoCeiling = async (
  { mongo }: Wish['servers'],
  database: string,
  { documents }: Sizes,
  effort: Effort,
): Promise<Ceiling> => {
  const writeConcern = { w: 'majority', journal: true } as const
  const connection = await mongoose.createConnection(mongo, { dbName: database, writeConcern }).asPromise()
  try {
    await connection.db!.createCollection(COLLECTION)
    const collection = connection.db!.collection<{ _id: string }>(COLLECTION)
    let ids = 0
    const one = (n: number) => ({ ...documents[n % documents.length]!, _id: `ceiling-${ids++}` })
    const batches = new Batches(async (batch: readonly { _id: string }[]) => {
      await collection.insertMany([...batch], { ordered: false })
      return batch
    })
    return {
      single: await rate(effort, (n) => collection.insertOne(one(n))),
      grouped: await rate(effort, (n) => batches.ask(one(n))),
    }
  } finally {
    await connection.db!.dropCollection(COLLECTION)
    await connection.close()
  }
}

/** Messages as long as the house's, acks from all replicas. */
export const kafkaCeiling = async (
  { brokers }: Wish['servers'],
  topic: string,
  { messages }: Sizes,
  effort: Effort,
): Promise<Ceiling> => {
  const kafka = new kafkajs.Kafka({ brokers: [...brokers], logLevel: kafkajs.logLevel.ERROR })
  const admin = kafka.admin()
  await admin.connect()
  await admin.createTopics({ topics: [{ topic, numPartitions: 4 }], waitForLeaders: true })
  const createPartitioner = kafkajs.Partitioners.DefaultPartitioner
  const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1, createPartitioner })
  const plain = kafka.producer({ createPartitioner })
  await Promise.all([producer.connect(), plain.connect()])
  const longest = 'x'.repeat(Math.max(...messages))
  const one = (n: number) => ({ key: `k${n % KEYS}`, value: longest.slice(0, messages[n % messages.length]) })
  const batches = new Batches(async (batch: readonly ReturnType<typeof one>[]) => {
    await producer.send({ topic, messages: [...batch], acks: -1 })
    return batch
  })
  try {
    return {
      single: await rate(effort, (n) => plain.send({ topic, messages: [one(n)], acks: -1 })),
      grouped: await rate(effort, (n) => batches.ask(one(n))),
    }
  } finally {
    await Promise.all([producer.disconnect(), plain.disconnect()])
    await admin.deleteTopics({ topics: [topic] })
    await admin.disconnect()
  }
}

/** Commits as they stand in the database. */
export const documentsOf = async ({ mongo }: Wish['servers'], world: string): Promise<mongo.Document[]> => {
  const connection = await mongoose.createConnection(mongo, { dbName: world }).asPromise()
  const found = await connection.db!.collection('intake.commits').find().limit(2000).toArray()
  await connection.close()
  return found
}
