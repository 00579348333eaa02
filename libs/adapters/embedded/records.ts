import type { DueRow, Loaded, Outcome, Records, StoredCommit, Write } from '#ports'
import { Heads, type Head } from './heads.js'
import { Numbers } from './numbers.js'
import { Outbox } from './outbox.js'
import { createTables, dueRows, statements, toCommit, type CommitRow, type Statements } from './records-tables.js'
import type { Store } from './store.js'

/** The relay cursor is written this long after it last moved. */
const CURSOR_MS = 200

type Written = { outcome: Outcome; position: number }
const lost = (outcome: Outcome): Written => ({ outcome, position: 0 })

export class EmbeddedRecords implements Records {
  readonly #store: Store
  readonly #sql: Statements
  readonly #heads: Heads
  readonly #numbers: Numbers
  readonly #outbox: Outbox
  #kept: number
  #timer: NodeJS.Timeout | undefined

  /** `prefix` begins the names of its tables: letters, digits and `_`. */
  constructor(store: Store, prefix: string) {
    createTables(store.database, prefix)
    this.#store = store
    this.#sql = statements(store.database, prefix)
    this.#heads = new Heads(this.#sql)
    this.#numbers = new Numbers(this.#sql)
    this.#kept = (this.#sql.cursor.get() as { cursor: number }).cursor
    this.#outbox = new Outbox(this.#kept, (position, limit) => this.#readOn(position, limit))
    store.writer.onUndone(() => this.#heads.clear())
  }

  async append(write: Write): Promise<Outcome> {
    const kept = { ...write, commit: Object.freeze({ ...write.commit }) }
    const { outcome } = await this.#store.writer.submit(
      () => this.#write(kept),
      (written) => this.#written(kept, written),
    )
    return outcome
  }

  async load(record: string): Promise<Loaded | undefined> {
    const row = this.#sql.record.get(record) as { id: number } | undefined
    if (!row) return undefined
    const snapshot = this.#sql.snapshot.get(row.id) as { seq: number; body: string } | undefined
    const tail = (this.#sql.tail.all(row.id, snapshot?.seq ?? 0) as CommitRow[]).map(toCommit)
    return snapshot ? { snapshot: { ...snapshot }, tail } : { tail }
  }

  async chain(record: string): Promise<StoredCommit[]> {
    const row = this.#sql.record.get(record) as { id: number } | undefined
    return row ? (this.#sql.tail.all(row.id, 0) as CommitRow[]).map(toCommit) : []
  }

  async byMessage(record: string, message: string): Promise<StoredCommit | undefined> {
    const head = this.#heads.find(record)
    const seq = head?.messages.get(message)
    if (!head || seq === undefined) return undefined
    return toCommit(this.#sql.one.get(head.id, seq) as CommitRow)
  }

  async claimant(claim: string): Promise<string | undefined> {
    return (this.#sql.claim.get(claim) as { record: string } | undefined)?.record
  }

  async highest(scope: string): Promise<number> {
    return this.#numbers.highest(scope)
  }

  async due(until: string, limit: number): Promise<DueRow[]> {
    return dueRows(this.#sql.due.all(until, limit))
  }

  async earliest(): Promise<DueRow | undefined> {
    return dueRows(this.#sql.earliest.all())[0]
  }

  async list(kind: string, after: string | undefined, limit: number): Promise<string[]> {
    const start = after === undefined ? 0 : ((this.#sql.record.get(after) as { id: number } | undefined)?.id ?? 0)
    return (this.#sql.list.all(kind, start, limit) as { record: string }[]).map((row) => row.record)
  }

  async unrelayed(limit: number): Promise<StoredCommit[]> {
    return this.#outbox.next(limit)
  }

  async markRelayed(commits: readonly { record: string; seq: number }[]): Promise<void> {
    for (const { record, seq } of commits) this.#outbox.mark(record, seq)
    this.#timer ??= setTimeout(() => this.#keepCursor(), CURSOR_MS).unref()
  }

  async relayAgain(): Promise<void> {
    this.#outbox.startAgain()
    this.#keepCursor()
    await this.#store.writer.drained()
  }

  /** Writes down how far the relay has come. */
  async close(): Promise<void> {
    clearTimeout(this.#timer)
    this.#keepCursor()
    await this.#store.writer.drained()
  }

  #readOn(position: number, limit: number) {
    const rows = this.#sql.behind.all(position, limit) as CommitRow[]
    return rows.map((row) => ({ position: row.position, commit: toCommit(row) }))
  }

  /** After the rows of views that are still in memory: what they come from is relayed again when they are lost. */
  #keepCursor(): void {
    this.#timer = undefined
    const cursor = this.#outbox.cursor
    if (cursor === this.#kept) return
    this.#store.writer.later(
      () => this.#sql.putCursor.run(cursor),
      () => {
        this.#kept = cursor
      },
    )
  }

  #write({ commit, claims, due, snapshot }: Write): Written {
    const known = this.#heads.find(commit.record)
    const refused = this.#refusal(commit, claims, known)
    if (refused) return lost(refused)
    const head = known ?? this.#heads.create(commit)
    for (const claim of claims) this.#sql.addClaim.run(claim, head.id)
    const position = this.#insert(head, commit)
    if (due) this.#replaceClocks(head, due)
    if (snapshot !== undefined) this.#sql.putSnapshot.run(head.id, commit.seq, snapshot)
    return { outcome: { ok: true }, position }
  }

  #refusal(commit: StoredCommit, claims: readonly string[], head: Head | undefined): Outcome | undefined {
    if (head?.messages.has(commit.message)) return { ok: false, why: 'message' }
    const next = (head?.seq ?? 0) + 1
    if (commit.seq < next) return { ok: false, why: 'seq' }
    if (commit.seq > next) throw new Error(`${commit.record}: commit ${commit.seq} would leave a hole; next is ${next}`)
    const moved = head && (head.kind !== commit.kind || head.dossier !== commit.dossier)
    if (moved) throw new Error(`${commit.record}: kind and dossier of a record never change`)
    const claim = claims.find((name) => this.#sql.claimed.get(name))
    return claim === undefined ? undefined : { ok: false, why: 'claim', claim }
  }

  #insert(head: Head, c: StoredCommit): number {
    const { lastInsertRowid } = this.#sql.addCommit.run(
      head.id,
      c.seq,
      c.message,
      c.version,
      c.hasEvents ? 1 : 0,
      c.content,
      c.prevHash,
      c.hash,
      c.header,
      c.input,
      c.needs,
      c.events,
      c.papers,
    )
    head.seq = c.seq
    head.messages.set(c.message, c.seq)
    return Number(lastInsertRowid)
  }

  #replaceClocks(head: Head, due: NonNullable<Write['due']>): void {
    const before = this.#heads.clocks(head)
    const after = new Map(due.map((row) => [`${row.clock}\0${row.key}`, row.at]))
    for (const name of before.keys()) {
      const [clock = '', key = ''] = name.split('\0')
      if (!after.has(name)) this.#sql.dropClock.run(head.id, clock, key)
    }
    for (const { clock, key, at } of due) {
      if (before.get(`${clock}\0${key}`) !== at) this.#sql.putClock.run(head.id, clock, key, at)
    }
    head.clocks = after
  }

  #written({ commit, claims }: Write, { outcome, position }: Written): void {
    if (!outcome.ok) return
    for (const claim of claims) this.#numbers.claimed(claim)
    this.#outbox.add(position, commit)
  }
}
