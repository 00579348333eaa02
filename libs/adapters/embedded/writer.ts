import { storeClosed, storeFailed } from './refused.js'
import type { Database } from './sqlite.js'

interface Unit {
  run: () => unknown
  committed: ((value: never) => void) | undefined
  resolve: (value: unknown) => void
  reject: (error: unknown) => void
}

/** What is put off waits this long, or until there is so much of it, … */
const LATER_MS = 25
const LATER_SOME = 256
/** … and then goes along with what is submitted, so much at a time, or this share: answers wait for it. */
const LATER_SHARE = 4

/** SQLite's codes for BUSY, LOCKED, NOMEM, READONLY, IOERR, CORRUPT, FULL, CANTOPEN, PROTOCOL, NOTADB: not the unit's fault. */
const FAULTS = new Set([5, 6, 7, 8, 10, 11, 13, 14, 15, 26])

const ignored = (): void => {}

const isFault = (error: unknown): boolean => FAULTS.has(((error as { errcode?: number }).errcode ?? 0) & 0xff)

/**
 * Group commit: what is submitted in one turn of the event loop becomes one transaction and one flush.
 *
 * A unit that throws takes only itself out. A transaction that cannot be written is never tried again: after a failed flush
 * nobody knows what the disk holds, so everything is refused from then on and the process has to start anew.
 */
export class Writer {
  readonly #database: Database
  readonly #path: string
  readonly #begin
  readonly #commit
  readonly #undone: (() => void)[] = []
  readonly #failureListeners: ((error: Error) => void)[] = []
  #queue: Unit[] = []
  #later: Unit[] = []
  #timer: NodeJS.Timeout | undefined
  #overdue = false
  #written: () => void = () => {}
  #scheduled = false
  #held = false
  #refusal: Error | undefined
  #drained: (() => void)[] = []

  /** `most`: units in one transaction. */
  constructor(
    database: Database,
    path: string,
    readonly most = 512,
  ) {
    this.#database = database
    this.#path = path
    this.#begin = database.prepare('BEGIN IMMEDIATE')
    this.#commit = database.prepare('COMMIT')
  }

  get failure(): Error | undefined {
    return this.#refusal
  }

  /**
   * Runs `run` inside the next transaction; resolves when it is on disk. `run` may run twice when another unit of its batch
   * throws, so it changes nothing but the database; what memory has to learn belongs in `committed`, called before the answer.
   */
  submit<T>(run: () => T, committed?: (value: T) => void): Promise<T> {
    if (this.#refusal) return Promise.reject(this.#refusal)
    return new Promise<T>((resolve, reject) => {
      this.#queue.push({ run, committed, resolve, reject } as Unit)
      this.#schedule()
    })
  }

  /** Runs `run` inside a transaction soon, after what was put off before it. Nobody waits for it but `drained`. */
  later<T>(run: () => T, committed?: (value: T) => void): void {
    if (this.#refusal) return
    this.#later.push({ run, committed, resolve: ignored, reject: ignored })
    if (this.#later.length === LATER_SOME) this.#schedule()
    else this.#wake()
  }

  /** Called after a transaction was rolled back: caches that units have filled must be dropped. */
  onUndone(listener: () => void): void {
    this.#undone.push(listener)
  }

  /** Called after each transaction. */
  onWritten(listener: () => void): void {
    this.#written = listener
  }

  onFailure(listener: (error: Error) => void): void {
    this.#failureListeners.push(listener)
  }

  /** Writes what is waiting and refuses the rest. */
  async close(): Promise<void> {
    await this.drained()
    this.#refusal ??= storeClosed(this.#path)
  }

  /** Resolves when nothing waits, what was put off included. */
  drained(): Promise<void> {
    if (this.#queue.length + this.#later.length === 0) return Promise.resolve()
    this.#schedule()
    return new Promise((resolve) => this.#drained.push(resolve))
  }

  /** Writes nothing until `release`; submitted units wait. */
  hold(): void {
    this.#held = true
  }

  release(): void {
    this.#held = false
    if (this.#queue.length + this.#later.length > 0) this.#schedule()
  }

  #schedule(): void {
    if (this.#scheduled || this.#held) return
    this.#scheduled = true
    setImmediate(() => this.#flush())
  }

  #flush(): void {
    this.#scheduled = false
    if (this.#held) return
    this.#write([...this.#queue.splice(0, this.most), ...this.#dueLater()])
    if (this.#queue.length > 0 || this.#draining) return this.#schedule()
    for (const resolve of this.#drained.splice(0)) resolve()
  }

  get #draining(): boolean {
    return this.#drained.length > 0 && this.#later.length > 0
  }

  #wake(): void {
    if (this.#timer) return
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      this.#overdue = true
      this.#schedule()
    }, LATER_MS)
  }

  #dueLater(): Unit[] {
    const waiting = this.#later.length
    if (waiting < LATER_SOME && !this.#overdue && !this.#draining) return []
    this.#overdue = false
    const due = this.#later.splice(0, Math.max(LATER_SOME, Math.ceil(waiting / LATER_SHARE)))
    if (this.#later.length > 0) this.#wake()
    return due
  }

  #write(batch: Unit[]): void {
    if (batch.length === 0) return
    const values: unknown[] = []
    let begun = false
    try {
      this.#begin.run()
      begun = true
      for (const unit of batch) values.push(unit.run())
      this.#commit.run()
    } catch (error) {
      return this.#undo(batch, begun ? batch[values.length] : undefined, error)
    }
    batch.forEach((unit, index) => this.#settle(unit, values[index]))
    this.#written()
  }

  #settle(unit: Unit, value: unknown): void {
    unit.committed?.(value as never)
    unit.resolve(value)
  }

  /** `culprit` is undefined when beginning or ending the transaction failed. */
  #undo(batch: Unit[], culprit: Unit | undefined, error: unknown): void {
    if (!culprit || isFault(error)) return this.#fail(batch, error)
    this.#forget()
    culprit.reject(error)
    this.#write(batch.filter((unit) => unit !== culprit))
  }

  /** Readers must not see what was not written; SQLite itself may have rolled back already. */
  #forget(): void {
    try {
      this.#database.exec('ROLLBACK')
    } catch {
      // no transaction is open any more
    }
    for (const listener of this.#undone) listener()
  }

  #fail(batch: Unit[], cause: unknown): void {
    const failure = storeFailed(this.#path, cause)
    this.#refusal = failure
    this.#forget()
    for (const unit of [...batch, ...this.#queue.splice(0), ...this.#later.splice(0)]) unit.reject(failure)
    for (const listener of this.#failureListeners) listener(failure)
  }
}
