import type { Connection } from 'mongoose'
import type { Blobs, Bus, Jobs, Records, Time, Vault, Views } from '#ports'
import { answering } from './answering.js'
import { openGridBlobs } from './blobs.js'
import { KafkaBus } from './bus.js'
import { BullJobs } from './jobs.js'
import type { KafkaSettings } from './kafka.js'
import { connectMongo, ServerRefused } from './mongo.js'
import { NO_RECORDS } from './no-records.js'
import { MongoRecords } from './records.js'
import { MongoVault } from './vault.js'
import { MongoViews } from './views.js'

export { ServerRefused } from './mongo.js'
export { isOutage } from './patience.js'
export type { KafkaSettings } from './kafka.js'

export interface Servers {
  /** MONGODB_URI */
  mongo: string
  kafka: KafkaSettings
  /** Of topics that are made. */
  partitions: number
  /** REDIS_URL */
  redis: string
}

export interface DistributedOptions extends Servers {
  /** Name of the world: a database, a prefix of topics and of keys. At most 57 letters, digits and `-`. */
  world: string
  /** The services that this process runs; only their records are opened, of those that keep any. */
  services: readonly string[]
  /** All services that have a topic, here or in other processes. */
  topics: readonly string[]
  /** At least 16 bytes, the same in every process. */
  vaultKey: Uint8Array
  time: Time
  /** Told of faults that nobody waits for. */
  failed: (error: unknown) => void
}

/** Every port on real servers, for one process of several. */
export interface Distributed {
  records(service: string): Records
  views(service: string): Views
  bus: Bus
  jobs: Jobs
  blobs: Blobs
  vault: Vault
  /** Which of the servers answer. */
  servers(): Promise<Record<'mongodb' | 'kafka' | 'redis', boolean>>
  close(): Promise<void>
}

const openRecords = async (
  connection: Connection,
  { services, failed }: Pick<DistributedOptions, 'services' | 'failed'>,
) => {
  const opened = new Map<string, MongoRecords>()
  for (const service of services) opened.set(service, await MongoRecords.open(connection, service, failed))
  return opened
}

/** What a server that does not answer is called, and where its address stands. */
const reached = <T>(server: string, variable: string, opening: Promise<T>): Promise<T> =>
  opening.catch((cause: Error) => {
    if (cause instanceof ServerRefused) throw cause
    throw new ServerRefused(
      `${server} 没有应答（${cause.name}）。请检查 ${variable}，并确认它在运行。`,
      `${server} does not answer (${cause.name}). Check ${variable}, and that it runs.`,
      { cause },
    )
  })

/** Opens a world, or makes it. @throws ServerRefused, also when a server does not answer */
export const openDistributed = async (options: DistributedOptions): Promise<Distributed> => {
  const { world, services, mongo, redis, time, vaultKey, failed } = options
  const connection = await reached('MongoDB', 'MONGODB_URI', connectMongo(mongo, world))
  const sealed = await connectMongo(mongo, `${world}-vault`)
  const { kafka, partitions, topics } = options
  const keeping = services.filter((service) => topics.includes(service))
  const records = await openRecords(connection, { services: keeping, failed })
  const now = () => time.now()
  const opening = KafkaBus.open({ kafka, prefix: world, services: topics, connection, now, partitions, failed })
  const bus = await reached('Kafka', 'KAFKA_BROKERS', opening)
  const jobs = new BullJobs({ url: redis, prefix: world, time, failed })
  const close = async () => {
    await bus.close()
    await jobs.close()
    for (const one of records.values()) await one.close()
    await connection.close()
    await sealed.close()
  }
  return {
    records: (service) => records.get(service) ?? NO_RECORDS,
    views: (service) => new MongoViews(connection, service),
    bus,
    jobs,
    blobs: await openGridBlobs(connection),
    vault: await MongoVault.open(sealed, vaultKey),
    servers: () =>
      answering({
        mongodb: () => connection.db!.admin().command({ ping: 1 }),
        kafka: () => bus.link.answers(),
        redis: () => jobs.answers(),
      }),
    close,
  }
}

/** Whether a world is kept there. */
export const isKept = async (mongo: string, world: string): Promise<boolean> => {
  const connection = await connectMongo(mongo, 'admin')
  try {
    const { databases } = await connection.db!.admin().listDatabases({ nameOnly: true })
    return databases.some(({ name }) => name === world)
  } finally {
    await connection.close()
  }
}
