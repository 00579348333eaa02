import type { StoredCommit } from '#ports'

/** Reads commits with events behind a position, in order. */
export type ReadOn = (position: number, limit: number) => { position: number; commit: StoredCommit }[]

const keyOf = (record: string, seq: number): string => `${record} ${seq}`

/**
 * What is still to be relayed, in the order of writing. Kept is one number: everything up to it is relayed.
 * Marks out of order live in memory; after a crash what they stood for is relayed once more.
 */
export class Outbox {
  /** Not yet marked, by position. */
  readonly #waiting = new Map<number, StoredCommit>()
  readonly #positions = new Map<string, number>()
  /** Marks that came before their commit was read. */
  readonly #early = new Set<string>()
  /** Everything up to here is in `#waiting` or marked. */
  #horizon: number
  /** Whether there is nothing behind the horizon. */
  #live = false

  constructor(
    cursor: number,
    readonly readOn: ReadOn,
    readonly most = 8192,
  ) {
    this.#horizon = cursor
    this.#refill(0)
  }

  /** Up to this position everything is relayed. */
  get cursor(): number {
    for (const first of this.#waiting.keys()) return first - 1
    return this.#horizon
  }

  /** A commit is on disk. */
  add(position: number, commit: StoredCommit): void {
    if (!this.#live) return
    if (commit.hasEvents && this.#waiting.size >= this.most) this.#live = false
    else this.#take(position, commit)
  }

  next(limit: number, except: readonly string[] = []): StoredCommit[] {
    while (!this.#live && this.#waiting.size < limit) this.#refill(limit)
    const commits: StoredCommit[] = []
    for (const commit of this.#waiting.values()) {
      if (commits.length >= limit) break
      if (!except.includes(commit.record)) commits.push(commit)
    }
    return commits
  }

  mark(record: string, seq: number): void {
    const key = keyOf(record, seq)
    const position = this.#positions.get(key)
    if (position === undefined) {
      if (!this.#live) this.#early.add(key)
      return
    }
    this.#positions.delete(key)
    this.#waiting.delete(position)
  }

  startAgain(): void {
    this.#waiting.clear()
    this.#positions.clear()
    this.#early.clear()
    this.#horizon = 0
    this.#live = false
  }

  #take(position: number, commit: StoredCommit): void {
    this.#horizon = position
    if (!commit.hasEvents || this.#early.delete(keyOf(commit.record, commit.seq))) return
    this.#waiting.set(position, commit)
    this.#positions.set(keyOf(commit.record, commit.seq), position)
  }

  #refill(limit: number): void {
    const asked = Math.max(limit, 256)
    const read = this.readOn(this.#horizon, asked)
    for (const { position, commit } of read) this.#take(position, commit)
    if (read.length === asked) return
    this.#live = true
    this.#early.clear()
  }
}
