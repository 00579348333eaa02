import { randomUUID } from 'node:crypto'
import { Queue, Worker, type Job as BullJob } from 'bullmq'
import { Redis } from 'ioredis'
import { toMs } from '#kernel/instant'
import type { Job, Jobs, Time } from '#ports'

/** A job as BullMQ carries it. Its BullMQ id is its turn: the same job scheduled again has another, and only the last one counts. */
interface Turn {
  id: string
  at: string
  data: unknown
  attempts: number
  backoffMs: number
}

export interface BullJobsOptions {
  /** For instance `redis://127.0.0.1:6379`. */
  url: string
  /** Begins every key: one per world. */
  prefix: string
  time: Time
  /** Told of faults that nobody waits for: Redis away, and back. */
  failed?: (error: Error) => void
}

const jobOf = (queue: string, { id, at, data, attempts, backoffMs }: Turn): Job => ({
  queue,
  id,
  at,
  data,
  attempts,
  backoffMs,
})

/** Work that may be late, on Redis. Flushed or gone, no legal date is missed: the clock table is the truth. */
export class BullJobs implements Jobs {
  readonly #connections: Redis[] = []
  readonly #redis: Redis
  readonly #queues = new Map<string, Queue<Turn>>()
  readonly #workers: Worker<Turn>[] = []

  constructor(readonly options: BullJobsOptions) {
    this.#redis = this.#connect()
  }

  /** Resolves when Redis answers. A question to a server that is away would wait for it. */
  async answers(): Promise<void> {
    if (this.#redis.status !== 'ready') throw new Error(`Redis: ${this.#redis.status}`)
    await this.#redis.ping()
  }

  async schedule({ queue, id, at, data, attempts = 5, backoffMs = 1000 }: Job): Promise<void> {
    const turn = randomUUID()
    const before = await this.#redis.hget(this.#turns(queue), id)
    await this.#redis.hset(this.#turns(queue), id, turn)
    const waits = { id, at, data: data ?? null, attempts, backoffMs }
    await this.#queue(queue).add(id, waits, {
      jobId: turn,
      delay: Math.max(0, toMs(at) - toMs(this.options.time.now())),
      attempts,
      backoff: { type: 'exponential', delay: backoffMs },
      removeOnComplete: true,
    })
    if (before) await this.#drop(queue, before)
  }

  async cancel(queue: string, id: string): Promise<void> {
    const turn = await this.#redis.hget(this.#turns(queue), id)
    await this.#redis.hdel(this.#turns(queue), id)
    if (turn) await this.#drop(queue, turn)
  }

  async process(queue: string, handler: (job: Job) => Promise<void>): Promise<void> {
    const { prefix, failed } = this.options
    const worker = new Worker<Turn>(queue, (job) => this.#run(queue, job, handler), {
      prefix,
      connection: this.#connect(),
    })
    worker.on('error', (error) => failed?.(error))
    this.#workers.push(worker)
    await worker.waitUntilReady()
  }

  async failed(queue: string): Promise<(Job & { error: string })[]> {
    const jobs = await this.#queue(queue).getFailed()
    const found = jobs.map(({ data, failedReason }) => ({ ...jobOf(queue, data), error: failedReason }))
    return found.sort((a, b) => (`${a.at} ${a.id}` < `${b.at} ${b.id}` ? -1 : 1))
  }

  async close(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.close()))
    await Promise.all([...this.#queues.values()].map((queue) => queue.close()))
    for (const connection of this.#connections) connection.disconnect()
  }

  /** As a killed process would leave it. */
  async kill(): Promise<void> {
    await Promise.all(this.#workers.splice(0).map((worker) => worker.close(true)))
  }

  async #run(queue: string, { id: turn, data }: BullJob<Turn>, handler: (job: Job) => Promise<void>): Promise<void> {
    if ((await this.#redis.hget(this.#turns(queue), data.id)) !== turn) return
    await handler(jobOf(queue, data))
    if ((await this.#redis.hget(this.#turns(queue), data.id)) === turn)
      await this.#redis.hdel(this.#turns(queue), data.id)
  }

  /** One that runs stays; it sees for itself that it no longer counts. */
  async #drop(queue: string, turn: string): Promise<void> {
    await this.#queue(queue)
      .remove(turn)
      .catch(() => {})
  }

  #queue(name: string): Queue<Turn> {
    const known = this.#queues.get(name)
    if (known) return known
    const queue = new Queue<Turn>(name, { prefix: this.options.prefix, connection: this.#connect() })
    queue.on('error', (error) => this.options.failed?.(error))
    this.#queues.set(name, queue)
    return queue
  }

  #turns(queue: string): string {
    return `${this.options.prefix}:${queue}:turns`
  }

  #connect(): Redis {
    const redis = new Redis(this.options.url, { maxRetriesPerRequest: null })
    redis.on('error', (error) => this.options.failed?.(error))
    this.#connections.push(redis)
    return redis
  }
}
