import { storeClosed, storeFailed } from './refused.js'
import type { Value } from './sqlite.js'
import type { Pen } from './thread.js'

/** One statement with its values. */
export interface Op {
  statement: number
  values: readonly Value[]
}

export type Statement = (...values: Value[]) => Op

interface Unit {
  ops: readonly Op[]
  committed: (() => void) | undefined
  resolve: () => void
  reject: (error: unknown) => void
}

interface Later {
  ops: () => readonly Op[]
  committed: (() => void) | undefined
}

/** What is put off waits this long, or until there is so much of it, … */
const LATER_MS = 25
const LATER_SOME = 256
/** … and then goes along with what is submitted, so much at a time, or this share: answers wait for it. */
const LATER_SHARE = 4
/** Batches on their way at once: the next is there when one is on disk. */
const UNDER_WAY = 2

/**
 * Group commit: what is submitted while others are written becomes one transaction and one flush, in the order of submission, in a
 * thread of its own. What may be written is decided before: a statement that SQLite refuses is a fault of the store.
 *
 * A transaction that cannot be written is never tried again: after a failed flush nobody knows what the disk holds, so everything is
 * refused from then on and the process has to start anew.
 */
export class Writer {
  readonly #pen: Pen
  readonly #path: string
  readonly #failureListeners: ((error: Error) => void)[] = []
  readonly #numbers = new Map<string, number>()
  /** Statements that the thread does not know yet. */
  #unsent: string[] = []
  #queue: Unit[] = []
  #later: Later[] = []
  #timer: NodeJS.Timeout | undefined
  #overdue = false
  #underWay = 0
  #scheduled = false
  #held = false
  #refusal: Error | undefined
  #written: () => void = () => {}
  #drained: (() => void)[] = []
  #still: (() => void)[] = []

  /** `most`: units in one transaction. */
  constructor(
    pen: Pen,
    path: string,
    readonly most = 512,
  ) {
    this.#pen = pen
    this.#path = path
  }

  get failure(): Error | undefined {
    return this.#refusal
  }

  /** The same text is the same statement. */
  statement(sql: string): Statement {
    let statement = this.#numbers.get(sql)
    if (statement === undefined) {
      this.#numbers.set(sql, (statement = this.#numbers.size))
      this.#unsent.push(sql)
    }
    const number = statement
    return (...values) => ({ statement: number, values })
  }

  /** Resolves when everything in `ops` is on disk, and everything submitted before; `committed` is called just before. */
  submit(ops: readonly Op[], committed?: () => void): Promise<void> {
    if (this.#refusal) return Promise.reject(this.#refusal)
    return new Promise<void>((resolve, reject) => {
      this.#queue.push({ ops, committed, resolve, reject })
      this.#schedule()
    })
  }

  /** Writes soon, after what was put off before it. Nobody waits for it but `drained`. */
  later(ops: () => readonly Op[], committed?: () => void): void {
    if (this.#refusal) return
    this.#later.push({ ops, committed })
    if (this.#later.length === LATER_SOME) this.#schedule()
    else this.#wake()
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
    clearTimeout(this.#timer)
    await this.#pen.close()
  }

  /** Resolves when nothing waits and nothing is under way, what was put off included. */
  drained(): Promise<void> {
    if (this.#idle) return Promise.resolve()
    this.#schedule()
    return new Promise((resolve) => this.#drained.push(resolve))
  }

  /** Writes nothing until `release`; submitted units wait. Resolves when what was under way is written. */
  hold(): Promise<void> {
    this.#held = true
    return this.#underWay === 0 ? Promise.resolve() : new Promise((resolve) => this.#still.push(resolve))
  }

  release(): void {
    this.#held = false
    if (!this.#idle) this.#schedule()
  }

  get #idle(): boolean {
    return this.#queue.length + this.#later.length + this.#underWay === 0
  }

  #schedule(): void {
    if (this.#scheduled || this.#held || this.#underWay >= UNDER_WAY) return
    this.#scheduled = true
    setImmediate(() => this.#flush())
  }

  #flush(): void {
    this.#scheduled = false
    if (this.#held) return
    const units = this.#queue.splice(0, this.most)
    const later = this.#dueLater()
    if (units.length + later.length === 0) return this.#settled()
    void this.#write(units, later)
    if (this.#queue.length > 0) this.#schedule()
  }

  async #write(units: readonly Unit[], later: readonly Later[]): Promise<void> {
    const batch: Value[] = []
    const add = ({ statement, values }: Op) => void batch.push(statement, values.length, ...values)
    for (const { ops } of units) ops.forEach(add)
    for (const { ops } of later) ops().forEach(add)
    this.#underWay += 1
    try {
      await this.#pen.write(this.#unsent.splice(0), batch)
    } catch (error) {
      return this.#fail(units, error)
    }
    this.#underWay -= 1
    for (const unit of [...units, ...later]) unit.committed?.()
    for (const unit of units) unit.resolve()
    this.#written()
    this.#settled()
  }

  #settled(): void {
    if (this.#underWay === 0) for (const resolve of this.#still.splice(0)) resolve()
    if (this.#queue.length > 0 || (this.#drained.length > 0 && this.#later.length > 0)) this.#schedule()
    if (this.#idle) for (const resolve of this.#drained.splice(0)) resolve()
  }

  #wake(): void {
    if (this.#timer) return
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      this.#overdue = true
      this.#schedule()
    }, LATER_MS)
  }

  #dueLater(): Later[] {
    const waiting = this.#later.length
    if (waiting < LATER_SOME && !this.#overdue && this.#drained.length === 0) return []
    this.#overdue = false
    const due = this.#later.splice(0, Math.max(LATER_SOME, Math.ceil(waiting / LATER_SHARE)))
    if (this.#later.length > 0) this.#wake()
    return due
  }

  #fail(units: readonly Unit[], cause: unknown): void {
    const failure = this.#refusal ?? storeFailed(this.#path, cause)
    const first = this.#refusal === undefined
    this.#refusal = failure
    this.#later = []
    this.#underWay -= 1
    for (const unit of [...units, ...this.#queue.splice(0)]) unit.reject(failure)
    if (first) for (const listener of this.#failureListeners) listener(failure)
    this.#settled()
  }
}
