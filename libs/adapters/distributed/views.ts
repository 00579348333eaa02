import { mongo, type Connection } from 'mongoose'
import { Batches } from '#embedded'
import {
  checkFilter,
  checkRows,
  checkTable,
  MOST_ROWS,
  type Change,
  type Filter,
  type FindOptions,
  type Row,
  type Tally,
  type TableOptions,
  type Views,
  type ViewTable,
} from '#ports'
import { duplicatesIn } from './mongo-errors.js'

/** The row as it is, its id in `_id` too, and which writing of it this is. */
type Document = Row & { _id: string; _writing?: mongo.ObjectId }

/** A change, and which writing of the row it builds on: null on none, undefined on any. */
interface Built extends Change {
  on: mongo.ObjectId | null | undefined
}

/** Others have written these rows since they were read. */
class Overtaken extends Error {
  readonly retry = true
  constructor(ids: readonly string[]) {
    super(`written by others since they were read: ${ids.join(', ')}`)
  }
}

/** Ids are found by the collection's own index. */
const placed = (filter: Filter): Filter =>
  Object.fromEntries(
    Object.entries(filter).map(([key, value]) => {
      if (key === '$and' || key === '$or') return [key, (value as Filter[]).map(placed)]
      return [key === 'id' ? '_id' : key, value]
    }),
  )

const documentOf = ({ id, row }: Change): Document => ({ ...row!, _id: id, _writing: new mongo.ObjectId() })

/** A row that is there in another writing is found as a duplicate. */
const writeOf = (change: Built): mongo.AnyBulkWriteOperation<Document> => {
  const filter = { _id: change.id, ...(change.on && { _writing: change.on }) } as mongo.Filter<Document>
  return change.row
    ? { replaceOne: { filter, replacement: documentOf(change), upsert: true } }
    : { deleteOne: { filter } }
}

const nameOf = (fields: readonly string[]): string => fields.join('+')

const isGone = (error: unknown): boolean =>
  error instanceof mongo.MongoServerError && error.codeName === 'NamespaceNotFound'

/** One collection; filters and order are MongoDB's own. */
class MongoTable implements ViewTable {
  #ready: Promise<unknown> = Promise.resolve()
  readonly #applies = new Batches((batch: readonly (readonly Built[])[]) => this.#write(batch))
  readonly #gets = new Batches((ids: readonly string[]) => this.#read(ids))
  /** Of rows that were given out, which writing they are. */
  readonly #writings = new WeakMap<Row, mongo.ObjectId>()

  constructor(readonly collection: mongo.Collection<Document>) {}

  /** Makes the collection have these indexes and no other; whoever reads or writes waits for it. */
  index(options: TableOptions | undefined): void {
    if (!options?.index) return
    const wanted = options.index.map((fields) => [fields].flat().map((field) => (field === 'id' ? '_id' : field)))
    this.#ready = this.#ready.then(() => this.#lay(wanted.filter((fields) => nameOf(fields) !== '_id')))
    this.#ready.catch(() => {})
  }

  async get(id: string): Promise<Row | undefined> {
    await this.#ready
    return this.#gets.ask(id)
  }

  async apply(changes: readonly Change[]): Promise<void> {
    checkRows(changes)
    const kept = changes.map((change) => this.#built(change))
    await this.#ready
    await this.#applies.ask(kept)
  }

  async find(filter: Filter, { sort = {}, skip = 0, limit = 100 }: FindOptions = {}): Promise<Row[]> {
    const found = await (
      await this.#asked(filter)
    )
      .sort({ ...placed(sort), ...(!sort.id && { _id: 1 }) } as mongo.Sort)
      .skip(skip)
      .limit(Math.min(limit, MOST_ROWS))
      .toArray()
    return found.map((one) => this.#rowOf(one))
  }

  async count(filter: Filter): Promise<number> {
    checkFilter(filter)
    await this.#ready
    return this.collection.countDocuments(placed(filter) as mongo.Filter<Document>)
  }

  async sum(filter: Filter, field: string): Promise<number> {
    checkFilter(filter)
    await this.#ready
    const group = { _id: null, n: { $sum: `$${field}` } }
    const [found] = await this.collection.aggregate([{ $match: placed(filter) }, { $group: group }]).toArray()
    return (found?.n as number | undefined) ?? 0
  }

  async tally(filter: Filter, fields: readonly string[]): Promise<Tally[]> {
    checkFilter(filter)
    await this.#ready
    const group = { _id: fields.map((field) => `$${field}`), n: { $sum: 1 } }
    const found = await this.collection.aggregate([{ $match: placed(filter) }, { $group: group }]).toArray()
    return found.map(({ _id, n }) => ({ values: _id as Tally['values'], n: n as number }))
  }

  async clear(): Promise<void> {
    await this.#ready
    await this.#applies.idle()
    await this.collection.deleteMany({})
  }

  async #asked(filter: Filter): Promise<mongo.FindCursor<Document>> {
    checkFilter(filter)
    await this.#ready
    return this.collection.find(placed(filter) as mongo.Filter<Document>) as unknown as mongo.FindCursor<Document>
  }

  async #read(ids: readonly string[]): Promise<(Row | undefined)[]> {
    const found = await this.collection.find({ _id: { $in: [...new Set(ids)] } }).toArray()
    const rows = new Map(found.map((one) => [one._id, this.#rowOf(one as Document)]))
    return ids.map((id) => rows.get(id))
  }

  #rowOf({ _id, _writing, ...row }: Document): Row {
    if (_writing) this.#writings.set(row as Row, _writing)
    return row as Row
  }

  #built(change: Change): Built {
    const { id, row, was } = change
    const on = 'was' in change ? (was ? this.#writings.get(was) : null) : undefined
    return { id, row: structuredClone(row), on }
  }

  /** The last change of a row is what is written of it. Inserts cost a third of upserts: what builds on no row is tried that way first. */
  async #write(batch: readonly (readonly Built[])[]): Promise<void[]> {
    const last = new Map(batch.flat().map((change) => [change.id, change]))
    const fresh = [...last.values()].filter(({ row, on }) => row && !on)
    const there = await this.#thatAreThere(fresh, () =>
      this.collection.insertMany(fresh.map(documentOf) as never, { ordered: false }),
    )
    for (const { id } of fresh) last.delete(id)
    const others = [...last.values(), ...there.filter(({ on }) => on === undefined)]
    const overtaken = await this.#thatAreThere(others, () =>
      this.collection.bulkWrite(others.map(writeOf), { ordered: false }),
    )
    const moved = [...there.filter(({ on }) => on === null), ...overtaken]
    if (moved.length) throw new Overtaken(moved.map(({ id }) => id))
    return batch.map(() => undefined)
  }

  /** Writes, and returns those that are there already, as others wrote them. */
  async #thatAreThere(changes: readonly Built[], write: () => Promise<unknown>): Promise<readonly Built[]> {
    if (!changes.length) return []
    try {
      await write()
      return []
    } catch (error) {
      return duplicatesIn(error).map((n) => changes[n]!)
    }
  }

  async #lay(wanted: readonly (readonly string[])[]): Promise<void> {
    const names = new Set(wanted.map(nameOf))
    const there = await this.collection.indexes().catch((error: unknown) => {
      if (isGone(error)) return []
      throw error
    })
    for (const { name } of there) if (name && name !== '_id_' && !names.has(name)) await this.collection.dropIndex(name)
    for (const fields of wanted)
      await this.collection.createIndex(Object.fromEntries(fields.map((field) => [field, 1])), { name: nameOf(fields) })
  }
}

/** The tables of one service, each a collection. */
export class MongoViews implements Views {
  readonly #tables = new Map<string, MongoTable>()

  constructor(
    readonly connection: Connection,
    readonly service: string,
  ) {}

  table(name: string, options?: TableOptions): ViewTable {
    const called = this.#called(name, options?.format)
    const known = this.#tables.get(called)
    const collection = this.connection.db!.collection<Document>(called, { ignoreUndefined: true })
    const table = known ?? new MongoTable(collection as unknown as mongo.Collection<Document>)
    this.#tables.set(called, table)
    table.index(options)
    return table
  }

  async formats(name: string): Promise<number[]> {
    const plain = this.#called(name)
    const all = await this.connection.db!.listCollections({}, { nameOnly: true }).toArray()
    return all
      .flatMap((one) =>
        one.name === plain ? [0] : one.name.startsWith(`${plain}.`) ? [Number(one.name.slice(plain.length + 1))] : [],
      )
      .sort((a, b) => a - b)
  }

  async drop(name: string, format: number): Promise<void> {
    const called = this.#called(name, format)
    this.#tables.delete(called)
    await this.connection.db!.dropCollection(called).catch((error: unknown) => {
      if (!isGone(error)) throw error
    })
  }

  #called(name: string, format = 0): string {
    checkTable(name)
    return `${this.service}.view.${name}${format ? `.${format}` : ''}`
  }
}
