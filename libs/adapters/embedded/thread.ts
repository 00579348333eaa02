import { Worker } from 'node:worker_threads'
import { libraryPath, type Value } from './sqlite.js'

/**
 * Writes batches to a SQLite file, one transaction and one flush each, so that nobody else waits for the disk. In a batch stand, one
 * after the other: number of a statement, how many values, the values.
 */
const THREAD = `
const { parentPort, workerData } = require('node:worker_threads')
const { DatabaseSync } = require(workerData.library)
const statements = []
let database, begin, commit
const open = () => {
  database = new DatabaseSync(workerData.path)
  database.exec(workerData.settings)
  begin = database.prepare('BEGIN IMMEDIATE')
  commit = database.prepare('COMMIT')
}
const write = ({ sql, batch }) => {
  if (!database) open()
  for (const text of sql) statements.push(database.prepare(text))
  begin.run()
  for (let at = 0; at < batch.length; ) {
    const end = at + 2 + batch[at + 1]
    statements[batch[at]].run(...batch.slice(at + 2, end))
    at = end
  }
  commit.run()
}
parentPort.on('message', (message) => {
  if (message === 'end') {
    database?.close()
    return parentPort.close()
  }
  let failure
  try {
    write(message)
  } catch (error) {
    failure = { message: String(error?.message ?? error), code: error?.code, errcode: error?.errcode }
    try { database.exec('ROLLBACK') } catch {}
  }
  parentPort.postMessage(failure)
})
`

interface Waiting {
  resolve: () => void
  reject: (error: Error) => void
}

/** A file and the thread that writes it, begun with the first batch. */
export class Pen {
  #worker: Worker | undefined
  /** In the order in which the thread answers. */
  readonly #waiting: Waiting[] = []

  /** `settings`: what the connection is told before anything else. */
  constructor(
    readonly path: string,
    readonly settings: string,
  ) {}

  /** `sql`: statements that are new, in the order of their numbers. Rejects when the batch is not on disk. */
  write(sql: readonly string[], batch: readonly Value[]): Promise<void> {
    const worker = (this.#worker ??= this.#start())
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject })
      worker.ref()
      worker.postMessage({ sql, batch })
    })
  }

  async close(): Promise<void> {
    const worker = this.#worker
    if (!worker) return
    const gone = new Promise((resolve) => worker.once('exit', resolve))
    worker.ref()
    worker.postMessage('end')
    await gone
  }

  #start(): Worker {
    const { path, settings } = this
    const worker = new Worker(THREAD, { eval: true, workerData: { library: libraryPath, path, settings } })
    worker.on('message', (failure: Error | undefined) => this.#answered(failure))
    worker.once('error', (error) => this.#lost(error))
    return worker
  }

  #answered(failure: Error | undefined): void {
    const { resolve, reject } = this.#waiting.shift()!
    if (this.#waiting.length === 0) this.#worker?.unref()
    if (failure) reject(Object.assign(new Error(failure.message), failure))
    else resolve()
  }

  #lost(error: Error): void {
    this.#worker = undefined
    for (const { reject } of this.#waiting.splice(0)) reject(error)
  }
}
