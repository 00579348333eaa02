import { Cache } from '#kernel/cache'
import type { Row } from '#ports'
import { AMBIGUOUS, cellOf, LIST, type Column } from './cells.js'
import type { Database, Statement as Query, Value } from './sqlite.js'
import type { Store } from './store.js'
import type { Op, Statement } from './writer.js'

export type Indexes = readonly (readonly string[])[]

interface IndexedColumn extends Column {
  field: string
  path: string[]
}

/** A row as it is kept: its text, and what is in its columns and lists. */
export interface Kept {
  text: string
  cells: readonly Value[]
  /** Per column, of rows that hold a list there. */
  lists: readonly (readonly Value[])[]
}

const NO_LIST: readonly Value[] = []
/** A row that is not there. */
const NONE = Symbol('none')

/** Rows that are gathered before they are looked at. */
const FEW = 4000
/** Values that one row is asked for. */
const MOST_ASKED = 16

/** Raised when tables are laid out otherwise: those of before are laid anew from their rows. */
const LAYOUT = 2

const shapeOf = (indexes: Indexes): string => JSON.stringify([LAYOUT, indexes])

const SHAPES = 'CREATE TABLE IF NOT EXISTS view_shapes (name TEXT PRIMARY KEY, shape TEXT NOT NULL) WITHOUT ROWID'

/** Names of all tables of rows. */
export const tablesIn = ({ database }: Store): string[] => {
  database.exec(SHAPES)
  return (database.prepare('SELECT name FROM view_shapes').all() as { name: string }[]).map(({ name }) => name)
}

/** What has to be written for a table to be gone. */
export const dropTable = ({ writer }: Store, table: string): Op[] => [
  writer.statement(`DROP TABLE IF EXISTS ${table}`)(),
  writer.statement(`DROP TABLE IF EXISTS ${table}_lists`)(),
  writer.statement('DELETE FROM view_shapes WHERE name = ?')(table),
]

/** One table of rows as JSON text, the fields it is looked up by as columns, and what was written last in memory. */
export class Rows {
  readonly #database: Database
  readonly #writer: Store['writer']
  readonly #table: string
  #shape = ''
  #columns: IndexedColumn[] = []
  /** Rows read or written last, as they are on disk or on their way there. */
  readonly #recent: Cache<Kept | typeof NONE>
  /** Those on their way. */
  readonly #underWay = new Map<string, Kept | typeof NONE>()
  /** While the table is being emptied: what is not in memory is not there. */
  #emptying = 0
  #insert!: Statement
  /** By the columns that they change. */
  readonly #updates = new Map<string, Statement>()
  #drop!: Statement
  #get!: Query
  /** Statements that count members, by their text. */
  readonly #counting = new Cache<Query>(64)
  #addMember!: Statement
  #dropMember!: Statement

  constructor(
    { database, writer }: Store,
    table: string,
    readonly most = 8192,
  ) {
    this.#database = database
    this.#writer = writer
    this.#table = table
    this.#recent = new Cache(most)
    database.exec(SHAPES)
    const row = this.#prepare('SELECT shape FROM view_shapes WHERE name = ?').get(table) as
      { shape: string } | undefined
    const [layout, indexes] = JSON.parse(row?.shape ?? '[]') as [number?, Indexes?]
    if (layout === LAYOUT) this.#open(indexes!)
    else this.#create([], row ? this.#texts() : [])
  }

  /** Makes the table have these indexes; rows stay. */
  index(indexes: Indexes): void {
    if (shapeOf(indexes) !== this.#shape) this.#create(indexes, this.#texts())
  }

  column(field: string): Column | undefined {
    if (field === 'id') return { name: 'id', ambiguous: false, lists: false, singles: true, member: () => '0' }
    return this.#columns.find((column) => column.field === field)
  }

  keptOf(row: Row): Kept {
    const lists: (readonly Value[])[] = []
    const cells = this.#columns.map((column, n) => {
      const members: Value[] = []
      const cell = cellOf(row, column.path, members)
      if (cell === AMBIGUOUS) column.ambiguous = true
      else if (cell === LIST) column.lists = true
      else if (cell !== null) column.singles = true
      lists[n] = members.length ? [...new Set(members)] : NO_LIST
      return cell
    })
    return { text: JSON.stringify(row), cells, lists }
  }

  get(id: string): string | undefined {
    return this.#known(id)?.text
  }

  /** What has to be written for a row to be so; `written` is called when it is on disk. */
  write(id: string, after: Kept | undefined): Op[] {
    // Without lists there is nothing to take away from what was there, known or not.
    const unread = after !== undefined && !this.#inMemory(id) && !this.#columns.some((column) => column.lists)
    const before = unread ? undefined : this.#known(id)
    this.#recent.set(id, after ?? NONE)
    this.#underWay.set(id, after ?? NONE)
    const lists = [...this.#columns.keys()].flatMap((n) => this.#writeList(n, id, before?.lists[n], after?.lists[n]))
    if (!after) return [this.#drop(id), ...lists]
    return [before ? this.#update(id, before.cells, after) : this.#insert(id, after.text, ...after.cells), ...lists]
  }

  written(id: string, after: Kept | undefined): void {
    if (this.#underWay.get(id) === (after ?? NONE)) this.#underWay.delete(id)
  }

  /** Every row goes; `cleared` is called when that is on disk. */
  clear(): Op[] {
    this.#emptying += 1
    this.#recent.clear()
    this.#underWay.clear()
    return [
      this.#writer.statement(`DELETE FROM ${this.#table}`)(),
      this.#writer.statement(`DELETE FROM ${this.#table}_lists`)(),
    ]
  }

  cleared(): void {
    this.#emptying -= 1
  }

  /** Writes the columns that differ alone: the others' indexes are left as they are. */
  #update(id: string, before: readonly Value[], { text, cells }: Kept): Op {
    const changed = [...cells.keys()].filter((n) => cells[n] !== before[n])
    const name = changed.join()
    let statement = this.#updates.get(name)
    if (!statement) {
      const set = ['row', ...changed.map((n) => this.#columns[n]!.name)].map((column) => `${column} = ?`).join(', ')
      statement = this.#writer.statement(`UPDATE ${this.#table} SET ${set} WHERE id = ?`)
      this.#updates.set(name, statement)
    }
    return statement(text, ...changed.map((n) => cells[n]!), id)
  }

  #inMemory(id: string): Kept | typeof NONE | undefined {
    return this.#recent.get(id) ?? this.#underWay.get(id)
  }

  #known(id: string): Kept | undefined {
    const known = this.#inMemory(id)
    if (known !== undefined) return known === NONE ? undefined : known
    if (this.#emptying > 0) return undefined
    const found = this.#get.get(id) as { row: string } | undefined
    const kept = found && { ...this.keptOf(JSON.parse(found.row) as Row), text: found.row }
    this.#recent.set(id, kept ?? NONE)
    return kept
  }

  #writeList(n: number, id: string, before = NO_LIST, after = NO_LIST): Op[] {
    if (before === after) return []
    return [
      ...before.filter((value) => !after.includes(value)).map((value) => this.#dropMember(n, value, id)),
      ...after.filter((value) => !before.includes(value)).map((value) => this.#addMember(n, value, id)),
    ]
  }

  #prepare(sql: string): Query {
    return this.#database.prepare(sql)
  }

  #texts(): string[] {
    return (this.#prepare(`SELECT row FROM ${this.#table}`).all() as { row: string }[]).map((found) => found.row)
  }

  #open(indexes: Indexes): void {
    this.#shape = shapeOf(indexes)
    this.#columns = [...new Set(indexes.flat())].map((field, n) => {
      const member = (values: readonly Value[]) => this.#member(n, values)
      return { field, path: field.split('.'), name: `f${n}`, member, ...this.#holds(`f${n}`) }
    })
    const names = this.#columns.map((column) => column.name)
    const table = this.#table
    this.#insert = this.#writer.statement(
      `INSERT INTO ${table} (${['id', 'row', ...names].join(', ')}) VALUES (?, ?${', ?'.repeat(names.length)})
       ON CONFLICT (id) DO UPDATE SET ${['row', ...names].map((name) => `${name} = excluded.${name}`).join(', ')}`,
    )
    this.#updates.clear()
    this.#drop = this.#writer.statement(`DELETE FROM ${table} WHERE id = ?`)
    this.#get = this.#prepare(`SELECT row FROM ${table} WHERE id = ?`)
    this.#addMember = this.#writer.statement(`INSERT INTO ${table}_lists (field, value, id) VALUES (?, ?, ?)`)
    this.#dropMember = this.#writer.statement(`DELETE FROM ${table}_lists WHERE field = ? AND value = ? AND id = ?`)
    this.#recent.clear()
    this.#counting.clear()
  }

  #holds(name: string): Pick<Column, 'ambiguous' | 'lists' | 'singles'> {
    const some = (where: string, ...cells: Uint8Array[]) =>
      this.#prepare(`SELECT 1 FROM ${this.#table} WHERE ${where} LIMIT 1`).get(...cells) !== undefined
    return {
      ambiguous: some(`${name} = ?`, AMBIGUOUS),
      lists: some(`${name} = ?`, LIST),
      singles: some(`${name} NOT IN (?, ?)`, AMBIGUOUS, LIST),
    }
  }

  /** Few rows are found by their list and then looked at; of many each that is looked at is asked whether it is one. */
  #member(n: number, values: readonly Value[]): string {
    const among = `FROM ${this.#table}_lists WHERE field = ${n} AND value IN (${values.map(() => '?').join(', ')})`
    const asked = values.length <= MOST_ASKED && this.#found(among, values) > FEW
    return asked ? `EXISTS (SELECT 1 ${among} AND id = ${this.#table}.id)` : `id IN (SELECT id ${among})`
  }

  #found(among: string, values: readonly Value[]): number {
    const sql = `SELECT count(*) AS n FROM (SELECT 1 ${among} LIMIT ${FEW + 1})`
    const counting = this.#counting.get(sql) ?? this.#prepare(sql)
    this.#counting.set(sql, counting)
    return (counting.get(...values) as { n: number }).n
  }

  #create(indexes: Indexes, texts: readonly string[]): void {
    this.#database.exec('BEGIN IMMEDIATE')
    try {
      this.#lay(indexes)
      this.#open(indexes)
      for (const text of texts) this.#putBack(JSON.parse(text) as Row)
      this.#database.exec('COMMIT')
    } catch (error) {
      this.#database.exec('ROLLBACK')
      throw error
    }
  }

  #putBack(row: Row): void {
    const { text, cells, lists } = this.keptOf(row)
    const marks = ['id', 'row', ...cells].map(() => '?').join(', ')
    this.#prepare(`INSERT INTO ${this.#table} VALUES (${marks})`).run(row.id, text, ...cells)
    const addMember = this.#prepare(`INSERT INTO ${this.#table}_lists (field, value, id) VALUES (?, ?, ?)`)
    for (const [n, values] of lists.entries()) for (const value of values) addMember.run(n, value, row.id)
  }

  #lay(indexes: Indexes): void {
    const table = this.#table
    const fields = [...new Set(indexes.flat())]
    const nameOf = (field: string) => `f${fields.indexOf(field)}`
    const columns = ['id TEXT PRIMARY KEY NOT NULL', 'row TEXT NOT NULL', ...fields.map(nameOf)]
    this.#database.exec(`
      DROP TABLE IF EXISTS ${table}; DROP TABLE IF EXISTS ${table}_lists;
      CREATE TABLE ${table} (${columns.join(', ')});
      CREATE TABLE ${table}_lists (field INTEGER NOT NULL, value NOT NULL, id TEXT NOT NULL,
        PRIMARY KEY (field, value, id)) WITHOUT ROWID`)
    for (const [n, one] of indexes.entries())
      this.#database.exec(`CREATE INDEX ${table}_${n} ON ${table} (${[...one.map(nameOf), 'id'].join(', ')})`)
    const put = this.#prepare('INSERT OR REPLACE INTO view_shapes (name, shape) VALUES (?, ?)')
    put.run(table, shapeOf(indexes))
  }
}
