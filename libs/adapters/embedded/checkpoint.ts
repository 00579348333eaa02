import { closeSync, openSync, statSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { libraryPath, pragma, type Database } from './sqlite.js'

/**
 * Copies pages from the log into the file while the writer goes on, until the writer is hardly ahead. SQLite flushes the file
 * only in the pass that reaches the end of the log, and that pass is the one the writer waits for: so the flush comes before it.
 */
const THREAD = `
const { fdatasyncSync } = require('node:fs')
const { parentPort, workerData } = require('node:worker_threads')
const { DatabaseSync } = require(workerData.library)
const database = new DatabaseSync(workerData.path)
database.exec('PRAGMA busy_timeout = 5000; PRAGMA synchronous = FULL')
const passive = database.prepare('PRAGMA wal_checkpoint(PASSIVE)')
const chase = (frames) => {
  for (let pass = 0; pass < 6; pass += 1) {
    const { log } = passive.get()
    if (log - frames < workerData.near) return log
    frames = log
  }
  return frames
}
parentPort.on('message', (message) => {
  if (message === 'close') { database.close(); parentPort.close(); return }
  if (message === 'finish') return parentPort.postMessage(passive.get().log)
  const frames = chase(0)
  fdatasyncSync(workerData.file)
  parentPort.postMessage(chase(frames))
})
`

/** The thread copies until no more than this many frames came while it copied. */
const NEAR = 256
const MB = 1024 * 1024
const PAGE = 4096
/** Look at the log this often while there are writes. */
const EVERY_MS = 250
/** Below this a checkpoint is not worth a thread. */
const WORTH_IT = 4 * MB
/** Above this the writer waits for the last few frames to be copied, so that it can begin the log anew. */
const TOO_LONG = 24 * MB

/** Keeps the write-ahead log short, off the hot path. */
export class Checkpoints {
  readonly #database: Database
  readonly #path: string
  /** For flushing only. Closed after the database: closing any descriptor of a file drops the process's locks on it. */
  readonly #file: number
  #worker: Worker | undefined
  #timer: NodeJS.Timeout | undefined
  #state: 'idle' | 'copying' | 'holding' = 'idle'

  /** `hold` keeps batches back until `release`; what is submitted waits. */
  constructor(
    database: Database,
    path: string,
    readonly writer: { hold(): Promise<void>; release(): void },
  ) {
    this.#database = database
    this.#path = path
    this.#file = openSync(path, 'r+')
  }

  /** To be called after each batch. */
  wrote(): void {
    this.#timer ??= setTimeout(() => this.#look(), EVERY_MS).unref()
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer)
    const worker = this.#worker
    if (!worker) return
    const gone = new Promise((resolve) => worker.once('exit', resolve))
    worker.ref()
    worker.postMessage('close')
    await gone
  }

  /** After the database is closed. */
  closed(): void {
    closeSync(this.#file)
  }

  #look(): void {
    this.#timer = undefined
    if (this.#state === 'idle' && this.#logSize() > WORTH_IT) this.#ask('copying')
  }

  #logSize(): number {
    return statSync(`${this.#path}-wal`, { throwIfNoEntry: false })?.size ?? 0
  }

  #ask(state: 'copying' | 'holding'): void {
    this.#state = state
    this.#worker ??= this.#start()
    this.#worker.postMessage(state === 'holding' ? 'finish' : 'copy')
  }

  #start(): Worker {
    const workerData = { path: this.#path, library: libraryPath, file: this.#file, near: NEAR }
    const worker = new Worker(THREAD, { eval: true, workerData })
    worker.unref()
    worker.on('message', (frames: number) => this.#copied(frames))
    worker.once('error', () => this.#alone())
    return worker
  }

  /** A log that is copied to its end is begun anew by the next write. */
  #copied(frames: number): void {
    const held = this.#state === 'holding'
    this.#state = 'idle'
    if (held) return this.#letGo()
    if (frames * PAGE < TOO_LONG) return
    this.#state = 'holding'
    void this.writer.hold().then(() => this.#ask('holding'))
    this.#worker?.ref()
  }

  #letGo(): void {
    this.#worker?.unref()
    this.writer.release()
  }

  /** Without a thread the writer copies by itself: slower, still bounded. */
  #alone(): void {
    pragma(this.#database, 'wal_autocheckpoint = 2000')
    this.#letGo()
    this.#state = 'copying'
  }
}
