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

const writeOf = ({ id, row }: Change): mongo.AnyBulkWriteOperation<Document> =>
  row
    ? { replaceOne: { filter: { _id: id }, replacement: { ...row, _id: id }, upsert: true } }
    : { deleteOne: { filter: { _id: id } } }

const nameOf = (fields: readonly string[]): string => fields.join('+')

const isGone = (error: unknown): boolean =>
  error instanceof mongo.MongoServerError && error.codeName === 'NamespaceNotFound'

/** One collection; filters and order are MongoDB's own. */
class MongoTable implements ViewTable {
  #ready: Promise<unknown> = Promise.resolve()
  readonly #applies = new Batches((batch: readonly (readonly Change[])[]) => this.#write(batch))

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
    const found = await this.collection.findOne({ _id: id } as mongo.Filter<Document>)
    return found ? rowOf(found as Document) : undefined
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

  /** The last change of a row is what is written of it. */
  async #write(batch: readonly (readonly Change[])[]): Promise<void[]> {
    const last = new Map(batch.flat().map((change) => [change.id, change]))
    if (last.size) await this.collection.bulkWrite([...last.values()].map(writeOf), { ordered: false })
    return batch.map(() => undefined)
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
