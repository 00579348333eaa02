import { randomUUID } from 'node:crypto'
import type { Connection } from 'mongoose'
import { Batches } from '#embedded'
import type { DueRow, Loaded, Outcome, Place, Records, StoredCommit, Write } from '#ports'
import {
  openCollections,
  placeOf,
  toCommit,
  type Collections,
  type CommitDocument,
  type RecordDocument,
} from './commits.js'
import { MongoLease } from './lease.js'
import { Lookups } from './lookups.js'
import { duplicatesIn, mayRetry } from './mongo-errors.js'
import { Waits } from './patience.js'
import { Scopes } from './scopes.js'

/** Commits that are looked at together when a process opens. */
const PIECE = 1000
/** Commits of which it is remembered that their clock rows are there. */
const REMEMBERED = 50_000
const LINEAR_MS = 10_000

const documentOf = ({ commit, claims, due, snapshot }: Write, born: string): CommitDocument => ({
  _id: placeOf(commit.record, commit.seq),
  ...commit,
  ...(claims.length && { claims: [...new Set(claims)] }),
  ...(due && { due: due.map(({ clock, key, at }) => ({ clock, key, at })) }),
  ...(snapshot !== undefined && { snapshot }),
  ...((commit.hasEvents || due) && { waits: true as const }),
  ...(commit.seq === 1 && { born }),
})

const upsert = (filter: object, set: object) => ({ updateOne: { filter, update: { $set: set }, upsert: true } })

/** What follows from a commit for the record's own document; never over what a newer commit made of it. */
const derived = ({ record, kind, seq, due, snapshot }: CommitDocument) => [
  ...(due
    ? [
        upsert(
          { _id: record, $or: [{ dueSeq: { $lt: seq } }, { dueSeq: null }] },
          { kind, dueSeq: seq, due, next: due.map(({ at }) => at).sort()[0] ?? null },
        ),
      ]
    : []),
  ...(snapshot === undefined
    ? []
    : [
        upsert(
          { _id: record, $or: [{ snapshotSeq: { $lt: seq } }, { snapshotSeq: null }] },
          { kind, snapshotSeq: seq, snapshot },
        ),
      ]),
]

const byPlace = (a: DueRow, b: DueRow): number => (sortKey(a) < sortKey(b) ? -1 : 1)
const sortKey = ({ at, record, clock, key }: DueRow): string => [at, record, clock, key].join('\0')
const rowsOf = ({ _id: record, kind, due = [] }: RecordDocument): DueRow[] =>
  due.map(({ clock, key, at }) => ({ record, kind, clock, key, at }))

/**
 * One document per commit, unique by its position, its message and its claims: one insert is the whole write. The record's own document
 * (clock rows, snapshot) follows before the answer, and is made again from what waits when a process went away in between.
 */
export class MongoRecords implements Records {
  readonly #scopes: Scopes
  readonly #lookups: Lookups
  readonly #appends = new Batches((batch: readonly Write[]) => this.#insert(batch))
  readonly #waits = new Waits()
  /** Places whose clock rows and snapshot this process has written, and that still wait. */
  readonly #derived = new Set<string>()
  readonly shared = true
  /** This process among those that write here. */
  readonly #self = randomUUID()
  #born = 0n
  #closed = false

  private constructor(
    readonly collections: Collections,
    readonly failed: (error: unknown) => void,
  ) {
    this.#scopes = new Scopes(collections.commits)
    this.#lookups = new Lookups(collections)
  }

  /** `failed`: told of faults that nobody waits for. */
  static async open(
    connection: Connection,
    service: string,
    failed: (error: unknown) => void = () => {},
  ): Promise<MongoRecords> {
    const records = new MongoRecords(await openCollections(connection, service), failed)
    await records.#deriveWaiting()
    return records
  }

  append(write: Write): Promise<Outcome> {
    return this.#appends.ask(write)
  }

  load(record: string): Promise<Loaded | undefined> {
    return this.#lookups.load(record)
  }

  chain(record: string): Promise<StoredCommit[]> {
    return this.after(record, 0)
  }

  async after(record: string, seq: number): Promise<StoredCommit[]> {
    const found = await this.collections.commits
      .find({ _id: { $gt: placeOf(record, seq), $lt: `${record};` } })
      .sort({ _id: 1 })
      .lean()
    return found.map(toCommit)
  }

  byMessage(record: string, message: string): Promise<StoredCommit | undefined> {
    return this.#lookups.byMessage(record, message)
  }

  claimant(claim: string): Promise<string | undefined> {
    return this.#lookups.claimant(claim)
  }

  highest(scope: string): Promise<number> {
    return this.#scopes.highest(scope)
  }

  /** The first `limit` rows stand in the first `limit` records by their earliest. */
  async due(until: string, limit: number): Promise<DueRow[]> {
    const found = await this.collections.records
      .find({ next: { $lte: until } })
      .sort({ next: 1, _id: 1 })
      .limit(Math.min(limit, 2 ** 31 - 1))
      .lean()
    const rows = found.flatMap(rowsOf).filter(({ at }) => at <= until)
    return rows.sort(byPlace).slice(0, limit)
  }

  async earliest(): Promise<DueRow | undefined> {
    return (await this.due('9999', 1))[0]
  }

  async list(kind: string, after: string | undefined, limit: number): Promise<string[]> {
    const first = after === undefined ? undefined : await this.collections.commits.findById(placeOf(after, 1)).lean()
    const found = await this.collections.commits
      .find({ kind, born: first?.born ? { $gt: first.born } : { $exists: true } }, { record: 1 })
      .sort({ born: 1 })
      .limit(limit)
      .lean()
    return found.map(({ record }) => record)
  }

  async unrelayed(limit: number): Promise<StoredCommit[]> {
    return (await this.#waiting({ hasEvents: true }, limit)).map(toCommit)
  }

  waiting(limit: number, except: readonly string[] = []): Promise<Place[]> {
    return this.collections.commits
      .find({ waits: true, hasEvents: true, ...(except.length && { record: { $nin: except } }) })
      .select({ _id: 0, record: 1, seq: 1 })
      .sort({ record: 1, seq: 1 })
      .limit(limit)
      .lean()
  }

  async markRelayed(commits: readonly Place[]): Promise<void> {
    const places = commits.map(({ record, seq }) => placeOf(record, seq))
    await this.#deriveAll(places.filter((place) => !this.#derived.delete(place)))
    await this.#waitNoMore(places)
  }

  async relayAgain(): Promise<void> {
    await this.collections.commits.updateMany({ hasEvents: true }, { $set: { waits: true } })
  }

  /** Whoever comes to hold it makes what others left undone. */
  lease(): MongoLease {
    const { leases } = this.collections
    return new MongoLease(leases, { self: this.#self, gained: () => this.#deriveWaiting(), failed: this.failed })
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#waits.wake()
    await this.#appends.idle()
  }

  #waiting(filter: object, limit: number, after = { record: '', seq: 0 }): Promise<CommitDocument[]> {
    const { record, seq } = after
    return this.collections.commits
      .find({ waits: true, ...filter, $or: [{ record: { $gt: record } }, { record, seq: { $gt: seq } }] })
      .sort({ record: 1, seq: 1 })
      .limit(limit)
      .lean()
  }

  async #insert(batch: readonly Write[]): Promise<Outcome[]> {
    const now = Date.now()
    const documents = batch.map((write) => documentOf(write, this.#next(now)))
    const outcomes = await this.#until((again) => this.#put(batch, documents, again))
    for (const [n, outcome] of outcomes.entries()) this.#learn(batch[n]!, outcome)
    await this.#until(() => this.#derive(documents.filter((_, n) => outcomes[n]!.ok)))
    return outcomes
  }

  /**
   * Until the server has said what became of it: when a connection is lost the commits may be there, and nobody would tell the others
   * of them. Whoever waits for the answer waits as long, or asks again.
   */
  async #until<T>(write: (again: boolean) => Promise<T>): Promise<T> {
    for (let tries = 0; ; tries += 1) {
      try {
        return await write(tries > 0)
      } catch (error) {
        if (this.#closed || !mayRetry(error)) throw error
      }
      await this.#waits.wait(Math.min(1000, 50 * 2 ** tries))
    }
  }

  async #put(batch: readonly Write[], documents: readonly CommitDocument[], again: boolean): Promise<Outcome[]> {
    const outcomes = batch.map((): Outcome => ({ ok: true }))
    try {
      await this.collections.commits.collection.insertMany(documents as never, { ordered: false })
    } catch (error) {
      for (const n of duplicatesIn(error))
        if (!again || !(await this.#isThere(batch[n]!))) outcomes[n] = await this.#whyNot(batch[n]!)
    }
    return outcomes
  }

  /** This very commit, from a try before, and on most of the servers. */
  async #isThere({ commit: { record, seq, hash } }: Write): Promise<boolean> {
    const asked = this.collections.commits.findById(placeOf(record, seq), { hash: 1 })
    const found = await asked.read('primary').readConcern('linearizable').maxTimeMS(LINEAR_MS).lean()
    return found?.hash === hash
  }

  /** Who was first: a bulk write does not say of which index. What is there stays there, so that asking afterwards is safe. */
  async #whyNot({ commit: { record, message }, claims }: Write): Promise<Outcome> {
    const first = (filter: object) =>
      this.collections.commits.findOne(filter).read('primary').readConcern('local').lean()
    if (await first({ record, message })) return { ok: false, why: 'message' }
    const holder = claims.length ? await first({ claims: { $in: claims } }) : null
    const claim = claims.find((name) => holder?.claims?.includes(name))
    return claim === undefined ? { ok: false, why: 'seq' } : { ok: false, why: 'claim', claim }
  }

  /** Instants as they sort, a million in each millisecond; two processes never have the same. */
  #next(ms: number): string {
    const now = BigInt(ms) * 1_000_000n
    this.#born = now > this.#born ? now : this.#born + 1n
    return `${this.#born.toString(16)}-${this.#self}`
  }

  #learn({ claims }: Write, outcome: Outcome): void {
    if (outcome.ok) for (const claim of claims) this.#scopes.taken(claim)
    else if (outcome.why === 'claim') this.#scopes.taken(outcome.claim)
  }

  async #waitNoMore(places: readonly string[]): Promise<void> {
    await this.collections.commits.updateMany({ _id: { $in: places } }, { $unset: { waits: 1 } })
  }

  async #derive(documents: readonly CommitDocument[]): Promise<void> {
    const updates = documents.flatMap(derived)
    if (updates.length) await this.#upsertAll(updates)
    if (this.#derived.size > REMEMBERED) this.#derived.clear()
    for (const one of documents) if (one.hasEvents) this.#derived.add(placeOf(one.record, one.seq))
    const silent = documents.filter((one) => one.waits && !one.hasEvents)
    if (silent.length) await this.#waitNoMore(silent.map(({ record, seq }) => placeOf(record, seq)))
  }

  /** A commit waits until its clock rows are there, whoever wrote it: a mark would be the end of it. */
  async #deriveAll(places: readonly string[]): Promise<void> {
    if (!places.length) return
    const found = await this.collections.commits.find({ _id: { $in: places } }).lean<CommitDocument[]>()
    await this.#until(() => this.#derive(found))
    for (const place of places) this.#derived.delete(place)
  }

  /** An upsert that finds a newer commit's work inserts in vain, so does one that races with the first of its record: that one again. */
  async #upsertAll(updates: ReturnType<typeof derived>, again = true): Promise<void> {
    try {
      await this.collections.records.collection.bulkWrite(updates, { ordered: false })
    } catch (error) {
      const late = duplicatesIn(error).map((n) => updates[n]!)
      if (again) await this.#upsertAll(late, false)
    }
  }

  async #deriveWaiting(): Promise<void> {
    for (let after = { record: '', seq: 0 }; ;) {
      const found = await this.#waiting({}, PIECE, after)
      await this.#derive(found)
      if (found.length < PIECE) return
      after = found.at(-1)!
    }
  }
}
