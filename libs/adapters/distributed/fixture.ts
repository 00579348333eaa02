import { describe } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import type { Connection } from 'mongoose'
import type { Envelope } from '#ports'
import { KafkaBus, type KafkaBusOptions } from './bus.js'
import { KafkaLink } from './kafka.js'
import { connectMongo } from './mongo.js'

export interface ScratchMongo {
  connection: Connection
  /** Another process's look at the same database. */
  again: () => Promise<Connection>
  close: () => Promise<void>
}

/** A database of its own for one test, dropped with it. */
export const scratchMongo = async (uri = process.env.MONGODB_URI!): Promise<ScratchMongo> => {
  const name = `test-${randomUUID()}`
  const all = [await connectMongo(uri, name)]
  const again = async () => {
    const one = await connectMongo(uri, name)
    all.push(one)
    return one
  }
  const close = async () => {
    await all[0]!.dropDatabase()
    for (const one of all) await one.close()
  }
  return { connection: all[0]!, again, close }
}

const SERVERS = ['MONGODB_URI', 'KAFKA_BROKERS', 'REDIS_URL'] as const

/** Tests that need real servers; without them each is counted as not run, and the reason stands beside it. */
export const onServers = (title: string, suite: () => void, needed: readonly string[] = SERVERS): void => {
  const missing = needed.filter((variable) => !process.env[variable])
  if (missing.length)
    describe.skip(`${title} — not run: no server in ${missing.join(', ')} (npm run servers starts one)`, suite)
  else describe(title, suite)
}

/** The suite of an adapter on its real server. */
export const onServer = (variable: (typeof SERVERS)[number], suite: () => void): void =>
  onServers(`with ${variable}`, suite, [variable])

const SERVICES = ['intake', 'routing', 'credit']
const now = (): string => '2026-03-07T16:00:00.000+08:00'

export interface ScratchKafka {
  prefix: string
  /** One more process of the same world. */
  open: (more?: Partial<KafkaBusOptions>) => Promise<KafkaBus>
  topic: (service: string) => string
  close: () => Promise<void>
}

/** Topics and a database of their own for one test, deleted with it. */
export const scratchKafka = async (
  brokers = process.env.KAFKA_BROKERS!.split(','),
  always: Partial<KafkaBusOptions> = {},
): Promise<ScratchKafka> => {
  const mongo = await scratchMongo()
  const prefix = `test-${randomUUID()}`
  const opened: KafkaBus[] = []
  const open = async (more: Partial<KafkaBusOptions> = {}) => {
    const basis = { kafka: { brokers }, prefix, services: SERVICES, connection: mongo.connection, now }
    const quick = { backoffMs: 1, sessionMs: 6000, waitMs: 50, commitMs: 20 }
    const bus = await KafkaBus.open({ ...basis, ...quick, ...always, ...more })
    opened.push(bus)
    return bus
  }
  const topic = (service: string) => `${prefix}.${service}`
  const close = async () => {
    await Promise.all(opened.map((bus) => bus.close()))
    const link = await KafkaLink.open({ brokers })
    await link.deleteTopics(SERVICES.map(topic))
    await link.close()
    await mongo.close()
  }
  return { prefix, open, topic, close }
}

export const envelope = (record: string, seq: number, more: Partial<Envelope> = {}): Envelope => ({
  service: 'intake',
  dossier: `d-${record}`,
  record,
  kind: 'intake/lead',
  seq,
  after: seq - 1,
  message: `m-${record}-${seq}`,
  occurredAt: now(),
  recordedAt: now(),
  actor: { agency: 'SAMR-D', office: 'officer', person: 'p1' },
  events: [{ id: `e-${record}-${seq}`, type: 'LeadReceived' }],
  summary: null,
  root: `m-${record}-1`,
  step: 'ReceiveLead',
  ...more,
})
