import { Query } from 'mingo'
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
import { cellOf, planOf, valueOf, type Plan } from './cells.js'
import { dropTable, Rows, tablesIn, type Indexes, type Kept } from './rows.js'
import { sorted } from './sorting.js'
import type { Statement, Value } from './sqlite.js'
import type { Store } from './store.js'
import type { Op } from './writer.js'

/** Statements of one table kept ready. */
const READY = 64
/** A row that is deleted. */
const GONE: Kept = { text: '', cells: [], lists: [] }

const indexesOf = (options: TableOptions | undefined): Indexes | undefined =>
  options?.index?.map((fields) => (typeof fields === 'string' ? [fields] : [...fields]))

const sumOf = (rows: readonly Row[], field: string): number =>
  rows.reduce((sum, { [field]: value }) => sum + (typeof value === 'number' ? value : 0), 0)

const tallied = (rows: readonly Row[], fields: readonly string[]): Tally[] => {
  const paths = fields.map((field) => field.split('.'))
  const counts = new Map<string, number>()
  for (const row of rows) {
    const name = JSON.stringify(paths.map((path) => valueOf(cellOf(row, path, []))))
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts].map(([name, n]) => ({ values: JSON.parse(name) as Tally['values'], n }))
}

/** One table: the row as JSON text, and the fields it is looked up by as columns. */
class EmbeddedTable implements ViewTable {
  readonly #store: Store
  readonly #table: string
  readonly #rows: Rows
  readonly #ready = new Map<string, Statement>()
  /** Rows on their way to the file. They may be lost with the process: the relay's cursor is written after them, so they are made again. */
  readonly #waiting = new Map<string, Kept>()
  readonly #unsent = new Set<string>()

  constructor(store: Store, table: string) {
    this.#store = store
    this.#table = table
    this.#rows = new Rows(store, table)
  }

  /** Makes the table have these indexes; rows stay. Rows on their way arrive first. */
  index(indexes: Indexes): void {
    if (this.#waiting.size > 0) return void this.#store.writer.drained().then(() => this.index(indexes))
    this.#rows.index(indexes)
    this.#ready.clear()
  }

  async get(id: string): Promise<Row | undefined> {
    const waiting = this.#waiting.get(id)
    const text = waiting ? waiting.text : this.#rows.get(id)
    return text ? (JSON.parse(text) as Row) : undefined
  }

  async apply(changes: readonly Change[]): Promise<void> {
    checkRows(changes)
    const kept = changes.map(({ row }) => (row ? this.#rows.keptOf(row) : GONE))
    for (const [n, { id }] of changes.entries()) this.#putOff(id, kept[n]!)
  }

  /** A row that changes again before it is sent is sent once. */
  #putOff(id: string, kept: Kept): void {
    this.#waiting.set(id, kept)
    if (this.#unsent.has(id)) return
    this.#unsent.add(id)
    let sent: Kept | undefined
    this.#store.writer.later(
      () => {
        if (!this.#unsent.has(id)) return []
        sent = this.#waiting.get(id)!
        return this.#send(id, sent)
      },
      () => sent && this.#arrived(id, sent),
    )
  }

  #send(id: string, kept: Kept): Op[] {
    this.#unsent.delete(id)
    return this.#rows.write(id, kept === GONE ? undefined : kept)
  }

  #arrived(id: string, kept: Kept): void {
    this.#rows.written(id, kept === GONE ? undefined : kept)
    if (this.#waiting.get(id) === kept) this.#waiting.delete(id)
  }

  /** Whoever searches sees what waits. */
  async #settled(): Promise<void> {
    if (this.#waiting.size === 0) return
    const sent = [...this.#unsent].map((id) => ({ id, kept: this.#waiting.get(id)! }))
    await this.#store.writer.submit(
      sent.flatMap(({ id, kept }) => this.#send(id, kept)),
      () => sent.forEach(({ id, kept }) => this.#arrived(id, kept)),
    )
  }

  async find(filter: Filter, options: FindOptions = {}): Promise<Row[]> {
    const { sort = {}, skip = 0, limit = 100 } = options
    const most = Math.min(limit, MOST_ROWS)
    const plan = await this.#plan(filter)
    const order = this.#order(sort)
    if (plan.exact && order) return this.#page(plan, order, [most, skip])
    return sorted(this.#wanted(filter, plan), sort).slice(skip, skip + most)
  }

  async count(filter: Filter): Promise<number> {
    const plan = await this.#plan(filter)
    if (!plan.exact) return this.#wanted(filter, plan).length
    const sql = `SELECT count(*) AS n FROM ${this.#table} WHERE ${plan.where}`
    return (this.#prepared(sql).get(...plan.values) as { n: number }).n
  }

  async sum(filter: Filter, field: string): Promise<number> {
    const plan = await this.#plan(filter)
    const column = this.#rows.column(field)
    if (!plan.exact || !column) return sumOf(this.#wanted(filter, plan), field)
    const sql = `SELECT total(${column.name}) AS n FROM ${this.#table} WHERE ${plan.where} AND typeof(${column.name}) IN ('integer', 'real')`
    return (this.#prepared(sql).get(...plan.values) as { n: number }).n
  }

  async tally(filter: Filter, fields: readonly string[]): Promise<Tally[]> {
    const plan = await this.#plan(filter)
    const columns = fields.map((field) => this.#rows.column(field))
    if (!plan.exact || columns.some((one) => !one || one.ambiguous || one.lists))
      return tallied(this.#wanted(filter, plan), fields)
    const by = columns.map((one) => one!.name)
    const sql = `SELECT ${by.map((name, n) => `${name} AS v${n}`).join(', ')}, count(*) AS n FROM ${this.#table} WHERE ${plan.where} GROUP BY ${by.join(', ')}`
    const found = this.#prepared(sql).all(...plan.values) as (Record<string, Value> & { n: number })[]
    return found.map(({ n, ...values }) => ({ values: by.map((_, at) => valueOf(values[`v${at}`]!)), n }))
  }

  async clear(): Promise<void> {
    this.#waiting.clear()
    this.#unsent.clear()
    await this.#store.writer.submit(this.#rows.clear(), () => this.#rows.cleared())
  }

  #prepared(sql: string): Statement {
    const ready = this.#ready.get(sql)
    if (ready) return ready
    const statement = this.#store.database.prepare(sql)
    if (this.#ready.size < READY) this.#ready.set(sql, statement)
    return statement
  }

  async #plan(filter: Filter): Promise<Plan> {
    checkFilter(filter)
    await this.#settled()
    return planOf(filter, (field) => this.#rows.column(field))
  }

  /** Undefined when the columns cannot say it. */
  #order(sort: NonNullable<FindOptions['sort']>): string | undefined {
    const terms: string[] = []
    for (const [field, direction] of Object.entries(sort)) {
      const column = this.#rows.column(field)
      if (!column || column.ambiguous || column.lists) return undefined
      terms.push(`${column.name}${direction < 0 ? ' DESC' : ''}`)
    }
    return `ORDER BY ${[...terms, 'id'].join(', ')}`
  }

  #found(plan: Plan, tail: string, values: Value[]): Row[] {
    const sql = `SELECT row FROM ${this.#table} WHERE ${plan.where} ${tail}`
    return (this.#prepared(sql).all(...plan.values, ...values) as { row: string }[]).map(
      (found) => JSON.parse(found.row) as Row,
    )
  }

  /** The order is told by columns alone; only the rows of the page are read. */
  #page(plan: Plan, order: string, page: Value[]): Row[] {
    const sql = `SELECT id FROM ${this.#table} WHERE ${plan.where} ${order} LIMIT ? OFFSET ?`
    const ids = this.#prepared(sql).all(...plan.values, ...page) as { id: string }[]
    const row = this.#prepared(`SELECT row FROM ${this.#table} WHERE id = ?`)
    return ids.flatMap(({ id }) => {
      const found = row.get(id) as { row: string } | undefined
      return found ? [JSON.parse(found.row) as Row] : []
    })
  }

  #wanted(filter: Filter, plan: Plan): Row[] {
    const query = new Query<Row>(filter)
    return this.#found(plan, '', []).filter((row) => query.test(row))
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
    const called = this.#called(name, options?.format)
    const table = this.#tables.get(called) ?? new EmbeddedTable(this.store, called)
    this.#tables.set(called, table)
    const indexes = indexesOf(options)
    if (indexes) table.index(indexes)
    return table
  }

  async formats(name: string): Promise<number[]> {
    const plain = this.#called(name)
    return tablesIn(this.store)
      .flatMap((table) =>
        table === plain ? [0] : table.startsWith(`${plain}_f`) ? [Number(table.slice(plain.length + 2))] : [],
      )
      .filter((format) => Number.isInteger(format))
      .sort((a, b) => a - b)
  }

  async drop(name: string, format: number): Promise<void> {
    const called = this.#called(name, format)
    this.#tables.delete(called)
    await this.store.writer.drained()
    await this.store.writer.submit(dropTable(this.store, called))
  }

  #called(name: string, format = 0): string {
    checkTable(name)
    return `${this.prefix}_view_${name.replaceAll('-', '_')}${format ? `_f${format}` : ''}`
  }
}
