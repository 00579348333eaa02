import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { connect as connectTls } from 'node:tls'
import kafkajs, {
  type Admin,
  type Consumer,
  type IHeaders,
  type ISocketFactoryArgs,
  type Kafka,
  type KafkaConfig,
  type KafkaMessage,
  type LogEntry,
  type Producer,
} from 'kafkajs'
import type { Message, Wire } from './wire.js'

/** CommonJS: Node finds its values in one piece only. */
const { ConfigResourceTypes, KafkaJSDeleteGroupsError, KafkaJSError, KafkaJSProtocolError, logLevel, Partitioners } =
  kafkajs

/** How the brokers are reached, and who hears of trouble. */
export interface KafkaSettings {
  /** `host:port`. */
  brokers: readonly string[]
  /** @default 'liandun' */
  clientId?: string
  ssl?: KafkaConfig['ssl']
  sasl?: KafkaConfig['sasl']
  /** Told what the client has to say. @default nobody */
  log?: (level: 'error' | 'warn' | 'info', message: string, more: Record<string, unknown>) => void
}

export interface ReaderOptions {
  group: string
  topics: readonly string[]
  /** A member that was not heard of for so long has lost its partitions. The broker's least is 6000. */
  sessionMs: number
  /** How long the broker keeps an empty answer back. */
  waitMs: number
  partitionsAtOnce: number
}

/** What a member of a group is told. `batch` returns quickly: what it takes is worked on elsewhere. */
export interface Listener {
  joined(member: string, held: Record<string, number[]>): unknown
  /** The group is about to be divided anew; offsets may still be committed. */
  rebalancing(): unknown
  /** The coordinator has answered a heartbeat. */
  heard(): unknown
  batch(messages: readonly Message[], pause: () => () => void): Promise<void>
  /** The client has given up; a new reader is needed. */
  ended(error: Error): unknown
}

export interface Reader {
  commit(offsets: readonly { topic: string; partition: number; offset: number }[]): Promise<void>
  /** Leaves the group. */
  close(): Promise<void>
}

const LEVELS = { [logLevel.ERROR]: 'error', [logLevel.WARN]: 'warn' } as const
/** The broker's own codes. */
const NON_EMPTY_GROUP = 68
const NO_SUCH_GROUP = 69
/** A tenth of a second each. */
const LEADER_TRIES = 100
const RETRY = { initialRetryTime: 100, maxRetryTime: 1000, retries: 5 }

/** The broker no longer knows where this producer was: it needs to be a new one. */
const FORGOTTEN = new Set([
  'OUT_OF_ORDER_SEQUENCE_NUMBER',
  'DUPLICATE_SEQUENCE_NUMBER',
  'UNKNOWN_PRODUCER_ID',
  'INVALID_PRODUCER_EPOCH',
  'INVALID_PRODUCER_ID_MAPPING',
])

const causeOf = (error: unknown): unknown =>
  error instanceof KafkaJSError && error.cause instanceof Error ? causeOf(error.cause) : error

/** The broker answers, and will answer otherwise soon. */
const isPassing = (error: unknown): boolean => {
  const cause = causeOf(error)
  return cause instanceof KafkaJSProtocolError && cause.retriable
}

/** Whether sending again helps, as it is or as a new producer. By kind and type of the error, never by its text. */
export const cureOf = (error: unknown): 'again' | 'renew' | 'none' => {
  const cause = causeOf(error)
  if (cause instanceof KafkaJSProtocolError && FORGOTTEN.has(cause.type)) return 'renew'
  return cause instanceof KafkaJSError && cause.retriable ? 'again' : 'none'
}

/** A producer warns of one thing only, that its tries are limited. Those of its user are not. */
const isOfLimits = ({ namespace, level }: LogEntry): boolean => namespace === 'Producer' && level === logLevel.WARN

const textOf = (value: IHeaders[string]): string => String(Array.isArray(value) ? value[0] : value)

const toMessage = (topic: string, partition: number, { key, value, offset, headers }: KafkaMessage): Message => ({
  topic,
  partition,
  offset: Number(offset),
  key: key?.toString() ?? '',
  value: value ?? Buffer.alloc(0),
  headers: Object.fromEntries(Object.entries(headers ?? {}).map(([name, one]) => [name, textOf(one)])),
})

const sum = (offsets: readonly { offset: string }[]): number =>
  offsets.reduce((total, { offset }) => total + Math.max(0, Number(offset)), 0)

/** kafkajs, and nothing of it beyond this file. */
export class KafkaLink {
  readonly #kafka: Kafka
  readonly #admin: Admin
  readonly #sockets = new Set<Socket>()
  #producer?: Producer
  #severed = false

  private constructor(settings: KafkaSettings) {
    const { brokers, clientId = 'liandun', ssl, sasl, log } = settings
    this.#kafka = new kafkajs.Kafka({
      brokers: [...brokers],
      clientId,
      ssl,
      sasl,
      connectionTimeout: 3000,
      requestTimeout: 15_000,
      retry: RETRY,
      logLevel: logLevel.WARN,
      logCreator: () => (entry) => {
        if (isOfLimits(entry)) return
        const { message, ...more } = entry.log
        log?.(LEVELS[entry.level as keyof typeof LEVELS] ?? 'info', message, { namespace: entry.namespace, ...more })
      },
      socketFactory: (args) => this.#socket(args),
    })
    this.#admin = this.#kafka.admin()
  }

  /** @throws when no broker answers */
  static async open(settings: KafkaSettings): Promise<KafkaLink> {
    const link = new KafkaLink(settings)
    await link.#admin.connect()
    return link
  }

  /** @throws when no broker answers */
  async answers(): Promise<void> {
    await this.#admin.describeCluster()
  }

  /** Makes those topics that are not there, and says how many partitions each has. */
  async makeTopics(topics: readonly string[], partitions: number, replicas: number): Promise<Map<string, number>> {
    const there = new Set(await this.#admin.listTopics())
    const missing = topics.filter((topic) => !there.has(topic))
    const wanted = missing.map((topic) => ({
      topic,
      numPartitions: partitions,
      replicationFactor: replicas,
      configEntries: [
        { name: 'retention.ms', value: '-1' },
        { name: 'cleanup.policy', value: 'delete' },
      ],
    }))
    if (wanted.length) await this.#admin.createTopics({ topics: wanted, waitForLeaders: false })
    return this.#led(topics)
  }

  /** The client's own wait for leaders gives up when the broker has not yet heard of what its controller made. */
  async #led(topics: readonly string[]): Promise<Map<string, number>> {
    for (let tries = 1; ; tries++) {
      try {
        const { topics: found } = await this.#admin.fetchTopicMetadata({ topics: [...topics] })
        if (tries === LEADER_TRIES || found.every(({ partitions }) => partitions.every(({ leader }) => leader >= 0)))
          return new Map(found.map(({ name, partitions }) => [name, partitions.length]))
      } catch (error) {
        if (tries === LEADER_TRIES || cureOf(error) === 'none') throw error
      }
      await pause(100)
    }
  }

  async settingsOf(topic: string, names: readonly string[]): Promise<Map<string, string>> {
    const asked = { type: ConfigResourceTypes.TOPIC, name: topic, configNames: [...names] }
    const { resources } = await this.#admin.describeConfigs({ includeSynonyms: false, resources: [asked] })
    return new Map(resources[0]!.configEntries.map(({ configName, configValue }) => [configName, configValue]))
  }

  async deleteTopics(topics: readonly string[]): Promise<void> {
    await this.#admin.deleteTopics({ topics: [...topics] })
  }

  /** Messages a topic has had, whoever sent them. A broker may say for a moment that it does not lead what it has just made. */
  async sent(topic: string): Promise<number> {
    for (let tries = 1; ; tries++) {
      try {
        return sum(await this.#admin.fetchTopicOffsets(topic))
      } catch (error) {
        if (tries === LEADER_TRIES || !isPassing(error)) throw error
      }
      await pause(100)
    }
  }

  /** Messages of each topic that a group is done with, whichever of its members. */
  async done(group: string, topics: readonly string[]): Promise<Record<string, number>> {
    const found = await this.#admin.fetchOffsets({ groupId: group, topics: [...topics] })
    return Object.fromEntries(found.map(({ topic, partitions }) => [topic, sum(partitions)]))
  }

  /** Forgets how far a group is, unless it has members: the broker sees to that. */
  async forget(group: string): Promise<boolean> {
    try {
      await this.#admin.deleteGroups([group])
      return true
    } catch (error) {
      const [failed] = error instanceof KafkaJSDeleteGroupsError ? error.groups : []
      if (failed?.errorCode === NO_SUCH_GROUP) return true
      if (failed?.errorCode === NON_EMPTY_GROUP) return false
      throw error
    }
  }

  /** One request to each broker; resolves when all in-sync replicas have it. What a broker has had already it does not take twice. */
  async send(messages: ReadonlyMap<string, readonly Wire[]>): Promise<void> {
    const topicMessages = [...messages].map(([topic, wires]) => ({ topic, messages: [...wires] }))
    const producer = (this.#producer ??= this.#kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      createPartitioner: Partitioners.DefaultPartitioner,
    }))
    await producer.connect()
    await producer.sendBatch({ topicMessages, acks: -1 })
  }

  /** The next `send` is another producer's. */
  async renew(): Promise<void> {
    const producer = this.#producer
    this.#producer = undefined
    await producer?.disconnect().catch(() => {})
  }

  /** Joins a group; from the beginning of the topics when it is new. */
  async read({ group, topics, sessionMs, waitMs, partitionsAtOnce }: ReaderOptions, to: Listener): Promise<Reader> {
    const consumer = this.#kafka.consumer({
      groupId: group,
      sessionTimeout: sessionMs,
      heartbeatInterval: Math.min(1000, sessionMs / 6),
      rebalanceTimeout: 2 * sessionMs,
      maxWaitTimeInMs: waitMs,
      allowAutoTopicCreation: false,
      retry: { ...RETRY, restartOnFailure: async () => false },
    })
    const told = listenTo(consumer, to)
    try {
      await consumer.connect()
      await consumer.subscribe({ topics: [...topics], fromBeginning: true })
      await consumer.run({
        autoCommit: false,
        partitionsConsumedConcurrently: partitionsAtOnce,
        eachBatch: ({ batch: { topic, partition, messages }, pause }) =>
          to.batch(
            messages.map((one) => toMessage(topic, partition, one)),
            pause,
          ),
      })
    } catch (error) {
      told.stop()
      await consumer.disconnect().catch(() => {})
      throw error
    }
    return {
      commit: (offsets) => consumer.commitOffsets(offsets.map((one) => ({ ...one, offset: String(one.offset) }))),
      close: async () => {
        told.stop()
        await consumer.disconnect()
      },
    }
  }

  async close(): Promise<void> {
    await this.renew()
    await this.#admin.disconnect().catch(() => {})
  }

  /** As a killed process would leave it: no connection, and no word of farewell. */
  sever(): void {
    this.#severed = true
    for (const socket of this.#sockets) socket.destroy(new Error('severed'))
  }

  #socket({ host, port, ssl, onConnect }: ISocketFactoryArgs): Socket {
    const socket = ssl
      ? connectTls({ host, port, servername: host, ...ssl }, onConnect)
      : connect(port, host, onConnect)
    socket.setKeepAlive(true, 60_000)
    socket.setNoDelay(true)
    this.#sockets.add(socket)
    socket.on('close', () => this.#sockets.delete(socket))
    if (this.#severed) socket.destroy(new Error('severed'))
    return socket
  }
}

const listenTo = (consumer: Consumer, to: Listener): { stop(): void } => {
  const { GROUP_JOIN, REBALANCING, HEARTBEAT, CRASH } = consumer.events
  const stops = [
    consumer.on(GROUP_JOIN, ({ payload }) => to.joined(payload.memberId, payload.memberAssignment)),
    consumer.on(REBALANCING, () => to.rebalancing()),
    consumer.on(HEARTBEAT, () => to.heard()),
    consumer.on(CRASH, ({ payload }) => to.ended(payload.error)),
  ] as unknown as (() => void)[]
  return { stop: () => stops.forEach((stop) => stop()) }
}
