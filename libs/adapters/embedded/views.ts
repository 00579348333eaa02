import { Query } from 'mingo'
import {
  checkFilter,
  type Filter,
  type FindOptions,
  type Row,
  type TableOptions,
  type Views,
  type ViewTable,
} from '#ports'
import { cellOf, isAmbiguous, planOf, type Column, type Plan } from './cells.js'
import { sorted } from './sorting.js'
import type { Statement, Value } from './sqlite.js'
import type { Store } from './store.js'

const MOST = 1000

interface IndexedColumn extends Column {
  field: string
  path: string[]
}

type Indexes = readonly (readonly string[])[]

const indexesOf = (options: TableOptions | undefined): Indexes | undefined =>
  options?.index?.map((fields) => (typeof fields === 'string' ? [fields] : [...fields]))

const columnsOf = (indexes: Indexes): IndexedColumn[] =>
  [...new Set(indexes.flat())].map((field, n) => ({ field, path: field.split('.'), name: `f${n}`, ambiguous: false }))

/** One table: the row as JSON text, and the fields it is looked up by as columns. */
class EmbeddedTable implements ViewTable {
  readonly #store: Store
  readonly #table: string
  #shape = ''
  #columns: IndexedColumn[] = []
  #put!: Statement
  #drop!: Statement
  #get!: Statement

  constructor(store: Store, table: string) {
    this.#store = store
    this.#table = table
    store.database.exec(
      'CREATE TABLE IF NOT EXISTS view_shapes (name TEXT PRIMARY KEY, shape TEXT NOT NULL) WITHOUT ROWID',
    )
    const row = this.#prepare('SELECT shape FROM view_shapes WHERE name = ?').get(table) as
      { shape: string } | undefined
    if (row) this.#open(row.shape)
    else this.#create([])
  }

  /** Makes the table have these indexes; rows stay. */
  index(indexes: Indexes): void {
    if (JSON.stringify(indexes) === this.#shape) return
    const rows = (this.#prepare(`SELECT row FROM ${this.#table}`).all() as { row: string }[]).map((found) => found.row)
    this.#create(indexes, rows)
  }

  async get(id: string): Promise<Row | undefined> {
    const found = this.#get.get(id) as { row: string } | undefined
    return found && (JSON.parse(found.row) as Row)
  }

  async apply(changes: readonly { id: string; row: Row | undefined }[]): Promise<void> {
    const shape = this.#shape
    const kept = changes.map(({ id, row }) => ({ id, cells: row && this.#cells(id, row) }))
    if (kept.length === 0) return
    await this.#store.writer.submit(() => {
      for (const { id, cells } of kept)
        if (!cells) this.#drop.run(id)
        else if (shape === this.#shape) this.#put.run(...cells)
        else this.#putBack(JSON.parse(cells[1] as string) as Row)
    })
  }

  async find(filter: Filter, options: FindOptions = {}): Promise<Row[]> {
    const { sort = {}, skip = 0, limit = 100 } = options
    const most = Math.min(limit, MOST)
    const plan = this.#plan(filter)
    const order = this.#order(sort)
    if (plan.exact && order) return this.#rows(plan, `${order} LIMIT ? OFFSET ?`, [most, skip])
    return sorted(this.#wanted(filter, plan), sort).slice(skip, skip + most)
  }

  async count(filter: Filter): Promise<number> {
    const plan = this.#plan(filter)
    if (!plan.exact) return this.#wanted(filter, plan).length
    const sql = `SELECT count(*) AS n FROM ${this.#table} WHERE ${plan.where}`
    return (this.#prepare(sql).get(...plan.values) as { n: number }).n
  }

  async clear(): Promise<void> {
    await this.#store.writer.submit(() => this.#prepare(`DELETE FROM ${this.#table}`).run())
  }

  #prepare(sql: string): Statement {
    return this.#store.database.prepare(sql)
  }

  #open(shape: string): void {
    this.#shape = shape
    this.#columns = columnsOf(JSON.parse(shape) as Indexes)
    for (const column of this.#columns)
      column.ambiguous =
        this.#prepare(`SELECT 1 FROM ${this.#table} WHERE ${column.name} = x'00' LIMIT 1`).get() !== undefined
    const names = ['id', 'row', ...this.#columns.map((column) => column.name)]
    this.#put = this.#prepare(
      `INSERT OR REPLACE INTO ${this.#table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    )
    this.#drop = this.#prepare(`DELETE FROM ${this.#table} WHERE id = ?`)
    this.#get = this.#prepare(`SELECT row FROM ${this.#table} WHERE id = ?`)
  }

  #create(indexes: Indexes, rows: readonly string[] = []): void {
    const { database } = this.#store
    database.exec('BEGIN IMMEDIATE')
    try {
      this.#lay(indexes)
      for (const text of rows) this.#putBack(JSON.parse(text) as Row)
      database.exec('COMMIT')
    } catch (error) {
      database.exec('ROLLBACK')
      throw error
    }
  }

  #lay(indexes: Indexes): void {
    const { database } = this.#store
    const columns = columnsOf(indexes)
    const nameOf = (field: string) => columns.find((column) => column.field === field)?.name
    database.exec(`DROP TABLE IF EXISTS ${this.#table}`)
    const definitions = ['id TEXT PRIMARY KEY NOT NULL', 'row TEXT NOT NULL', ...columns.map((column) => column.name)]
    database.exec(`CREATE TABLE ${this.#table} (${definitions.join(', ')})`)
    for (const [n, fields] of indexes.entries())
      database.exec(`CREATE INDEX ${this.#table}_${n} ON ${this.#table} (${fields.map(nameOf).join(', ')}, id)`)
    const shape = JSON.stringify(indexes)
    this.#prepare('INSERT OR REPLACE INTO view_shapes (name, shape) VALUES (?, ?)').run(this.#table, shape)
    this.#open(shape)
  }

  #putBack(row: Row): void {
    this.#put.run(...this.#cells(row.id, row))
  }

  #cells(id: string, row: Row): Value[] {
    if (row.id !== id) throw new Error(`${this.#table}: the row of ${id} says it is ${row.id}`)
    const cells = this.#columns.map((column) => {
      const cell = cellOf(row, column.path)
      column.ambiguous ||= isAmbiguous(cell)
      return cell
    })
    return [id, JSON.stringify(row), ...cells]
  }

  #columnOf(field: string): Column | undefined {
    if (field === 'id') return { name: 'id', ambiguous: false }
    return this.#columns.find((column) => column.field === field)
  }

  #plan(filter: Filter): Plan {
    checkFilter(filter)
    return planOf(filter, (field) => this.#columnOf(field))
  }

  /** Undefined when the columns cannot say it. */
  #order(sort: NonNullable<FindOptions['sort']>): string | undefined {
    const terms: string[] = []
    for (const [field, direction] of Object.entries(sort)) {
      const column = this.#columnOf(field)
      if (!column || column.ambiguous) return undefined
      terms.push(`${column.name}${direction < 0 ? ' DESC' : ''}`)
    }
    return `ORDER BY ${[...terms, 'id'].join(', ')}`
  }

  #rows(plan: Plan, tail: string, values: Value[]): Row[] {
    const sql = `SELECT row FROM ${this.#table} WHERE ${plan.where} ${tail}`
    return (this.#prepare(sql).all(...plan.values, ...values) as { row: string }[]).map(
      (found) => JSON.parse(found.row) as Row,
    )
  }

  #wanted(filter: Filter, plan: Plan): Row[] {
    const query = new Query<Row>(filter)
    return this.#rows(plan, '', []).filter((row) => query.test(row))
  }
}

export class EmbeddedViews implements Views {
  readonly #tables = new Map<string, EmbeddedTable>()

  /** `prefix` begins the names of its tables: letters, digits and `_`. */
  constructor(
    readonly store: Store,
    readonly prefix: string,
  ) {}

  table(name: string, options?: TableOptions): ViewTable {
    if (!/^[a-z][a-z0-9-]*$/.test(name)) throw new Error(`"${name}" names no view: lower-case letters, digits, "-"`)
    const table =
      this.#tables.get(name) ?? new EmbeddedTable(this.store, `${this.prefix}_view_${name.replaceAll('-', '_')}`)
    this.#tables.set(name, table)
    const indexes = indexesOf(options)
    if (indexes) table.index(indexes)
    return table
  }
}
