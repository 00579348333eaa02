import { plusMs, toMs } from '#kernel/instant'
import type { Job, Jobs, Time } from '#ports'
import { Lanes } from './lanes.js'
import type { Store } from './store.js'

/** A due job is found at most this much later. Longer timers are not used: beyond 24.8 days they fire at once. */
const POLL_MS = 1000

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS jobs (
    queue TEXT NOT NULL, id TEXT NOT NULL, at TEXT NOT NULL, data TEXT NOT NULL, attempts INTEGER NOT NULL, backoff_ms INTEGER NOT NULL,
    turn INTEGER NOT NULL, tries INTEGER NOT NULL, run_at TEXT, error TEXT, PRIMARY KEY (queue, id)) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS jobs_run_at ON jobs (queue, run_at) WHERE run_at IS NOT NULL;
`

interface JobRow {
  queue: string
  id: string
  at: string
  data: string
  attempts: number
  backoff_ms: number
  /** Counts how often the job was replaced, so that the end of a run does not end its successor. */
  turn: number
  tries: number
  run_at: string | null
  error: string | null
}

const prepare = ({ database, writer }: Store) => ({
  put: writer.statement(`
    INSERT INTO jobs (queue, id, at, data, attempts, backoff_ms, turn, tries, run_at, error) VALUES (?, ?, ?, ?, ?, ?, 1, 0, ?, NULL)
    ON CONFLICT DO UPDATE SET at = excluded.at, data = excluded.data, attempts = excluded.attempts, backoff_ms = excluded.backoff_ms,
      turn = turn + 1, tries = 0, run_at = excluded.run_at, error = NULL`),
  cancel: writer.statement('DELETE FROM jobs WHERE queue = ? AND id = ? AND run_at IS NOT NULL'),
  due: database.prepare('SELECT * FROM jobs WHERE queue = ? AND run_at <= ? ORDER BY run_at, id LIMIT 1000'),
  now: database.prepare(
    'SELECT 1 FROM jobs WHERE queue = ? AND id = ? AND turn = ? AND tries = ? AND run_at IS NOT NULL',
  ),
  next: database.prepare('SELECT min(run_at) AS at FROM jobs WHERE queue = ? AND run_at IS NOT NULL'),
  done: writer.statement('DELETE FROM jobs WHERE queue = ? AND id = ? AND turn = ?'),
  failedOnce: writer.statement(
    'UPDATE jobs SET tries = tries + 1, run_at = ?, error = ? WHERE queue = ? AND id = ? AND turn = ?',
  ),
  failed: database.prepare('SELECT * FROM jobs WHERE queue = ? AND run_at IS NULL ORDER BY at, id'),
})

const toJob = (row: JobRow): Job => ({
  queue: row.queue,
  id: row.id,
  at: row.at,
  data: JSON.parse(row.data) as unknown,
  attempts: row.attempts,
  backoffMs: row.backoff_ms,
})

/**
 * Jobs in a due-indexed table, one queue's after the other. Under a time that can be set nothing runs by itself:
 * whoever sets the time calls `runDue`.
 */
export class EmbeddedJobs implements Jobs {
  readonly #store: Store
  readonly #time: Time
  readonly #sql: ReturnType<typeof prepare>
  readonly #handlers = new Map<string, (job: Job) => Promise<void>>()
  readonly #queues = new Lanes()
  #timer: NodeJS.Timeout | undefined
  #closed = false

  constructor(store: Store, time: Time) {
    store.database.exec(SCHEMA)
    this.#store = store
    this.#time = time
    this.#sql = prepare(store)
  }

  async schedule({ queue, id, at, data, attempts = 5, backoffMs = 1000 }: Job): Promise<void> {
    const text = JSON.stringify(data ?? null)
    await this.#store.writer.submit([this.#sql.put(queue, id, at, text, attempts, backoffMs, at)])
    this.#wake()
  }

  async cancel(queue: string, id: string): Promise<void> {
    await this.#store.writer.submit([this.#sql.cancel(queue, id)])
  }

  async process(queue: string, handler: (job: Job) => Promise<void>): Promise<void> {
    if (this.#handlers.has(queue)) throw new Error(`queue ${queue} has a handler already`)
    this.#handlers.set(queue, handler)
    this.#wake()
  }

  async failed(queue: string): Promise<(Job & { error: string })[]> {
    return (this.#sql.failed.all(queue) as JobRow[]).map((row) => ({ ...toJob(row), error: row.error ?? '' }))
  }

  /** Runs what is due now in every queue that has a handler; resolves when all have ended. Returns how many ran. */
  async runDue(): Promise<number> {
    const now = this.#time.now()
    const rows = [...this.#handlers.keys()].flatMap((queue) => this.#sql.due.all(queue, now) as JobRow[])
    const runs = await Promise.all(rows.map((row) => this.#queue(row)))
    return runs.filter(Boolean).length
  }

  async close(): Promise<void> {
    this.#closed = true
    clearTimeout(this.#timer)
    await this.#queues.close()
  }

  /** In its queue's turn; false when meanwhile it was run, replaced or cancelled. */
  #queue(row: JobRow): Promise<boolean> {
    return new Promise((resolve, reject) => {
      this.#queues.add(
        row.queue,
        () => this.#run(row).then(resolve, reject),
        () => resolve(false),
      )
    })
  }

  async #run(row: JobRow): Promise<boolean> {
    const handler = this.#handlers.get(row.queue)
    if (!handler || !this.#sql.now.get(row.queue, row.id, row.turn, row.tries)) return false
    try {
      await handler(toJob(row))
    } catch (error) {
      await this.#failed(row, error)
      return true
    }
    await this.#store.writer.submit([this.#sql.done(row.queue, row.id, row.turn)])
    return true
  }

  async #failed(row: JobRow, error: unknown): Promise<void> {
    const last = row.tries + 1 >= row.attempts
    const again = last ? null : plusMs(this.#time.now(), row.backoff_ms * 2 ** row.tries)
    const sentence = error instanceof Error ? error.message : String(error)
    await this.#store.writer.submit([this.#sql.failedOnce(again, sentence, row.queue, row.id, row.turn)])
  }

  /** Looks again when the next job is due, at the latest in a second; not at all while nothing waits. */
  #wake(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const next = this.#nextAt()
    if (this.#time.set || this.#closed || next === undefined) return
    const wait = Math.min(Math.max(toMs(next) - toMs(this.#time.now()), 0), POLL_MS)
    this.#timer = setTimeout(() => void this.#poll(), wait).unref()
  }

  #nextAt(): string | undefined {
    const instants = [...this.#handlers.keys()].map((queue) => (this.#sql.next.get(queue) as { at: string | null }).at)
    return instants.filter((at) => at !== null).sort()[0]
  }

  /** A store that cannot be written says so itself; there is nobody here to tell. */
  async #poll(): Promise<void> {
    await this.runDue().catch(() => 0)
    this.#wake()
  }
}
