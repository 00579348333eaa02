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
  type TableOptions,
  type Views,
  type ViewTable,
} from '#ports'
import { duplicatesIn } from './mongo-errors.js'

/** Ids remembered as those of rows that are there. */
const KNOWN = 20_000

/** The row as it is, its id in `_id` too. */
type Document = Row & { _id: string }

/** Ids are found by the collection's own index. */
const placed = (filter: Filter): Filter =>
  Object.fromEntries(
    Object.entries(filter).map(([key, value]) => {
      if (key === '$and' || key === '$or') return [key, (value as Filter[]).map(placed)]
      return [key === 'id' ? '_id' : key, value]
    }),
  )

const rowOf = ({ _id, ...row }: Document): Row => row

const documentOf = ({ id, row }: Change): Document => ({ ...row!, _id: id })

const writeOf = (change: Change): mongo.AnyBulkWriteOperation<Document> =>
  change.row
    ? { replaceOne: { filter: { _id: change.id }, replacement: documentOf(change), upsert: true } }
    : { deleteOne: { filter: { _id: change.id } } }

const nameOf = (fields: readonly string[]): string => fields.join('+')

const isGone = (error: unknown): boolean =>
  error instanceof mongo.MongoServerError && error.codeName === 'NamespaceNotFound'

/** One collection; filters and order are MongoDB's own. */
class MongoTable implements ViewTable {
  #ready: Promise<unknown> = Promise.resolve()
  readonly #applies = new Batches((batch: readonly (readonly Change[])[]) => this.#write(batch))
  readonly #gets = new Batches((ids: readonly string[]) => this.#read(ids))
  /** Rows that were read since they were last written; the others are probably new. */
  readonly #known = new Set<string>()

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
    const kept = structuredClone(changes)
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
    return found.map(rowOf)
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
    const rows = new Map(found.map((one) => [one._id, rowOf(one as Document)]))
    if (this.#known.size > KNOWN) this.#known.clear()
    for (const id of rows.keys()) this.#known.add(id)
    return ids.map((id) => rows.get(id))
  }

  /** The last change of a row is what is written of it. Inserts cost a third of upserts, so that new rows are tried that way first. */
  async #write(batch: readonly (readonly Change[])[]): Promise<void[]> {
    const last = new Map(batch.flat().map((change) => [change.id, change]))
    const fresh = [...last.values()].filter(({ id, row }) => row && !this.#known.delete(id))
    for (const change of await this.#insert(fresh)) last.delete(change.id)
    if (last.size) await this.collection.bulkWrite([...last.values()].map(writeOf), { ordered: false })
    return batch.map(() => undefined)
  }

  /** Returns those that were not there. */
  async #insert(fresh: readonly Change[]): Promise<readonly Change[]> {
    if (!fresh.length) return fresh
    try {
      await this.collection.insertMany(fresh.map(documentOf) as never, { ordered: false })
      return fresh
    } catch (error) {
      const there = new Set(duplicatesIn(error))
      return fresh.filter((_, n) => !there.has(n))
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
    checkTable(name)
    const known = this.#tables.get(name)
    const collection = this.connection.db!.collection<Document>(`${this.service}.view.${name}`, {
      ignoreUndefined: true,
    })
    const table = known ?? new MongoTable(collection as unknown as mongo.Collection<Document>)
    this.#tables.set(name, table)
    table.index(options)
    return table
  }
}
