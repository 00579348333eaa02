import { Cache } from '#kernel/cache'
import type { DueRow, Lease, Loaded, Outcome, Place, Records, StoredCommit, Write } from '#ports'
import { Heads, type Head } from './heads.js'
import { Numbers } from './numbers.js'
import { Outbox } from './outbox.js'
import { createTables, dueRows, statements, toCommit, type CommitRow, type Statements } from './records-tables.js'
import type { Store } from './store.js'
import type { Op } from './writer.js'

/** The relay cursor is written this long after it last moved. */
const CURSOR_MS = 200

/** What a write comes to: what to do and where the commit stands, or why not. */
type Decided = { ops: Op[]; position: number; head: Head } | { refused: Outcome }

/** A data directory belongs to one process. */
const HELD: Lease = { token: () => 1, close: async () => {} }

export class EmbeddedRecords implements Records {
  readonly shared = false
  readonly #store: Store
  readonly #sql: Statements
  readonly #heads: Heads
  readonly #numbers: Numbers
  readonly #outbox: Outbox
  /** Claims on their way to the disk. */
  readonly #claiming = new Set<string>()
  /** Claims asked for last and who holds them; '' nobody, for most are asked for before they are made. */
  readonly #holders = new Cache<string>(8192)
  #position: number
  #kept: number
  #timer: NodeJS.Timeout | undefined

  /** `prefix` begins the names of its tables: letters, digits and `_`. */
  constructor(store: Store, prefix: string) {
    createTables(store.database, prefix)
    this.#store = store
    this.#sql = statements(store, prefix)
    const last = this.#sql.last.get() as { record: number; position: number }
    this.#heads = new Heads(this.#sql, last.record)
    this.#position = last.position
    this.#numbers = new Numbers(this.#sql)
    this.#kept = (this.#sql.cursor.get() as { cursor: number }).cursor
    this.#outbox = new Outbox(this.#kept, (position, limit) => this.#readOn(position, limit))
  }

  /** Decided at once, in the order of asking; a loser is told when the winner is on disk. */
  async append(write: Write): Promise<Outcome> {
    const { writer } = this.#store
    if (writer.failure) throw writer.failure
    const decided = this.#decide(write)
    if ('refused' in decided) {
      await writer.submit([])
      return decided.refused
    }
    const commit = Object.freeze({ ...write.commit })
    const { claims } = write
    await writer.submit(decided.ops, () => this.#written(commit, claims, decided))
    return { ok: true }
  }

  async load(record: string): Promise<Loaded | undefined> {
    const head = this.#heads.find(record)
    if (!head) return undefined
    const snapshot = this.#sql.snapshot.get(head.id) as { seq: number; body: string } | undefined
    const tail = (this.#sql.tail.all(head.id, snapshot?.seq ?? 0) as CommitRow[]).map(toCommit)
    if (!snapshot) return tail.length ? { tail } : undefined
    return { snapshot: { ...snapshot }, tail }
  }

  chain(record: string): Promise<StoredCommit[]> {
    return this.after(record, 0)
  }

  async after(record: string, seq: number): Promise<StoredCommit[]> {
    const row = this.#sql.record.get(record) as { id: number } | undefined
    return row ? (this.#sql.tail.all(row.id, seq) as CommitRow[]).map(toCommit) : []
  }

  async byMessage(record: string, message: string): Promise<StoredCommit | undefined> {
    const head = this.#heads.find(record)
    const seq = head?.messages.get(message)
    if (!head || seq === undefined) return undefined
    if (head.underWay > 0) await this.#store.writer.submit([])
    return toCommit(this.#sql.one.get(head.id, seq) as CommitRow)
  }

  async claimant(claim: string): Promise<string | undefined> {
    return this.#holderOf(claim) || undefined
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

  async waiting(limit: number, except: readonly string[] = []): Promise<Place[]> {
    return this.#outbox.next(limit, except).map(({ record, seq }) => ({ record, seq }))
  }

  async markRelayed(commits: readonly Place[]): Promise<void> {
    for (const { record, seq } of commits) this.#outbox.mark(record, seq)
    this.#timer ??= setTimeout(() => this.#keepCursor(), CURSOR_MS).unref()
  }

  async relayAgain(): Promise<void> {
    this.#outbox.startAgain()
    this.#keepCursor()
    await this.#store.writer.drained()
  }

  lease(): Lease {
    return HELD
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
      () => [this.#sql.putCursor(cursor)],
      () => {
        this.#kept = cursor
      },
    )
  }

  #decide({ commit, claims, due, snapshot }: Write): Decided {
    const known = this.#heads.find(commit.record)
    const refused = this.#refusal(commit, claims, known)
    if (refused) return { refused }
    const { head, op } = known ? { head: known, op: undefined } : this.#heads.create(commit)
    const ops = op ? [op] : []
    for (const claim of new Set(claims)) {
      this.#claiming.add(claim)
      ops.push(this.#sql.addClaim(claim, head.id))
    }
    this.#position += 1
    ops.push(this.#insert(head, commit))
    if (due) ops.push(...this.#replaceClocks(head, due))
    if (snapshot !== undefined) ops.push(this.#sql.putSnapshot(head.id, commit.seq, snapshot))
    head.underWay += 1
    return { ops, position: this.#position, head }
  }

  #refusal(commit: StoredCommit, claims: readonly string[], head: Head | undefined): Outcome | undefined {
    if (head?.messages.has(commit.message)) return { ok: false, why: 'message' }
    const next = (head?.seq ?? 0) + 1
    if (commit.seq < next) return { ok: false, why: 'seq' }
    if (commit.seq > next) throw new Error(`${commit.record}: commit ${commit.seq} would leave a hole; next is ${next}`)
    const moved = head && (head.kind !== commit.kind || head.dossier !== commit.dossier)
    if (moved) throw new Error(`${commit.record}: kind and dossier of a record never change`)
    const claim = claims.find((name) => this.#claiming.has(name) || this.#holderOf(name))
    return claim === undefined ? undefined : { ok: false, why: 'claim', claim }
  }

  #holderOf(claim: string): string {
    const known = this.#holders.get(claim)
    if (known !== undefined) return known
    const holder = (this.#sql.claim.get(claim) as { record: string } | undefined)?.record ?? ''
    this.#holders.set(claim, holder)
    return holder
  }

  #insert(head: Head, c: StoredCommit): Op {
    head.seq = c.seq
    head.messages.set(c.message, c.seq)
    const texts = [c.content, c.prevHash, c.hash, c.header, c.input, c.needs, c.events, c.papers]
    return this.#sql.addCommit(this.#position, head.id, c.seq, c.message, c.version, c.hasEvents ? 1 : 0, ...texts)
  }

  #replaceClocks(head: Head, due: NonNullable<Write['due']>): Op[] {
    const before = this.#heads.clocks(head)
    const after = new Map(due.map((row) => [`${row.clock}\0${row.key}`, row.at]))
    head.clocks = after
    const gone = [...before.keys()].filter((name) => !after.has(name))
    const changed = due.filter(({ clock, key, at }) => before.get(`${clock}\0${key}`) !== at)
    return [
      ...gone.map((name) => this.#sql.dropClock(head.id, ...(name.split('\0') as [string, string]))),
      ...changed.map(({ clock, key, at }) => this.#sql.putClock(head.id, clock, key, at)),
    ]
  }

  #written(
    commit: StoredCommit,
    claims: readonly string[],
    { head, position }: { head: Head; position: number },
  ): void {
    head.underWay -= 1
    for (const claim of claims) {
      this.#claiming.delete(claim)
      this.#holders.set(claim, commit.record)
      this.#numbers.claimed(claim)
    }
    this.#outbox.add(position, commit)
  }
}
