import type { Row } from '#ports'
import { AMBIGUOUS, cellOf, LIST, type Column } from './cells.js'
import type { Database, Statement, Value } from './sqlite.js'

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

/** Raised when tables are laid out otherwise: those of before are laid anew from their rows. */
const LAYOUT = 2

const shapeOf = (indexes: Indexes): string => JSON.stringify([LAYOUT, indexes])

const same = (a: readonly Value[], b: readonly Value[]): boolean =>
  a.length === b.length && a.every((value, n) => value === b[n])

/** One table of rows as JSON text, the fields it is looked up by as columns, and what was written last in memory. */
export class Rows {
  readonly #database: Database
  readonly #table: string
  #shape = ''
  #columns: IndexedColumn[] = []
  /** Rows read or written last; undefined: there is none. Dropped whenever a transaction is undone. */
  readonly #recent = new Map<string, Kept | undefined>()
  #insert!: Statement
  /** By the columns that they change. */
  readonly #updates = new Map<string, Statement>()
  #drop!: Statement
  #get!: Statement
  #addMember!: Statement
  #dropMember!: Statement

  constructor(
    database: Database,
    table: string,
    readonly most = 8192,
  ) {
    this.#database = database
    this.#table = table
    database.exec('CREATE TABLE IF NOT EXISTS view_shapes (name TEXT PRIMARY KEY, shape TEXT NOT NULL) WITHOUT ROWID')
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

  get shape(): string {
    return this.#shape
  }

  column(field: string): Column | undefined {
    if (field === 'id') return { name: 'id', ambiguous: false, lists: false, member: '' }
    return this.#columns.find((column) => column.field === field)
  }

  keptOf(id: string, row: Row): Kept {
    if (row.id !== id) throw new Error(`${this.#table}: the row of ${id} says it is ${row.id}`)
    const lists: (readonly Value[])[] = []
    const cells = this.#columns.map((column, n) => {
      const members: Value[] = []
      const cell = cellOf(row, column.path, members)
      if (cell === AMBIGUOUS) column.ambiguous = true
      if (cell === LIST) column.lists = true
      lists[n] = members.length ? [...new Set(members)] : NO_LIST
      return cell
    })
    return { text: JSON.stringify(row), cells, lists }
  }

  get(id: string): string | undefined {
    return this.#known(id)?.text
  }

  /** Inside a transaction. */
  write(id: string, after: Kept | undefined): void {
    const before = this.#known(id)
    if (!after) this.#drop.run(id)
    else if (!before) this.#insert.run(id, after.text, ...after.cells)
    else this.#update(id, before.cells, after)
    for (const n of this.#columns.keys()) this.#writeList(n, id, before?.lists[n], after?.lists[n])
    this.#keep(id, after)
  }

  /** Inside a transaction: a row taken under another shape. */
  writeAnew(text: string): void {
    const row = JSON.parse(text) as Row
    this.write(row.id, this.keptOf(row.id, row))
  }

  clear(): void {
    this.#database.exec(`DELETE FROM ${this.#table}; DELETE FROM ${this.#table}_lists`)
    this.forget()
  }

  forget(): void {
    this.#recent.clear()
  }

  /** Writes the columns that differ alone: the others' indexes are left as they are. */
  #update(id: string, before: readonly Value[], { text, cells }: Kept): void {
    const changed = [...cells.keys()].filter((n) => cells[n] !== before[n])
    const name = changed.join()
    let statement = this.#updates.get(name)
    if (!statement) {
      const set = ['row', ...changed.map((n) => this.#columns[n]!.name)].map((column) => `${column} = ?`).join(', ')
      statement = this.#prepare(`UPDATE ${this.#table} SET ${set} WHERE id = ?`)
      this.#updates.set(name, statement)
    }
    statement.run(text, ...changed.map((n) => cells[n]!), id)
  }

  #known(id: string): Kept | undefined {
    if (this.#recent.has(id)) return this.#recent.get(id)
    const found = this.#get.get(id) as { row: string } | undefined
    const kept = found && { ...this.keptOf(id, JSON.parse(found.row) as Row), text: found.row }
    this.#keep(id, kept)
    return kept
  }

  #keep(id: string, kept: Kept | undefined): void {
    this.#recent.delete(id)
    this.#recent.set(id, kept)
    if (this.#recent.size <= this.most) return
    for (const oldest of this.#recent.keys()) {
      this.#recent.delete(oldest)
      break
    }
  }

  #writeList(n: number, id: string, before = NO_LIST, after = NO_LIST): void {
    if (before === after || same(before, after)) return
    for (const value of before) if (!after.includes(value)) this.#dropMember.run(n, value, id)
    for (const value of after) if (!before.includes(value)) this.#addMember.run(n, value, id)
  }

  #prepare(sql: string): Statement {
    return this.#database.prepare(sql)
  }

  #texts(): string[] {
    return (this.#prepare(`SELECT row FROM ${this.#table}`).all() as { row: string }[]).map((found) => found.row)
  }

  #open(indexes: Indexes): void {
    this.#shape = shapeOf(indexes)
    this.#columns = [...new Set(indexes.flat())].map((field, n) => {
      const member = `SELECT id FROM ${this.#table}_lists WHERE field = ${n} AND value IN`
      return { field, path: field.split('.'), name: `f${n}`, member, ...this.#holds(`f${n}`) }
    })
    const names = this.#columns.map((column) => column.name)
    const table = this.#table
    this.#insert = this.#prepare(
      `INSERT INTO ${table} (${['id', 'row', ...names].join(', ')}) VALUES (?, ?${', ?'.repeat(names.length)})`,
    )
    this.#updates.clear()
    this.#drop = this.#prepare(`DELETE FROM ${table} WHERE id = ?`)
    this.#get = this.#prepare(`SELECT row FROM ${table} WHERE id = ?`)
    this.#addMember = this.#prepare(`INSERT INTO ${table}_lists (field, value, id) VALUES (?, ?, ?)`)
    this.#dropMember = this.#prepare(`DELETE FROM ${table}_lists WHERE field = ? AND value = ? AND id = ?`)
    this.forget()
  }

  #holds(name: string): { ambiguous: boolean; lists: boolean } {
    const some = (cell: Uint8Array) =>
      this.#prepare(`SELECT 1 FROM ${this.#table} WHERE ${name} = ? LIMIT 1`).get(cell) !== undefined
    return { ambiguous: some(AMBIGUOUS), lists: some(LIST) }
  }

  #create(indexes: Indexes, rows: readonly string[]): void {
    this.#database.exec('BEGIN IMMEDIATE')
    try {
      this.#lay(indexes)
      for (const text of rows) this.writeAnew(text)
      this.#database.exec('COMMIT')
    } catch (error) {
      this.#database.exec('ROLLBACK')
      throw error
    }
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
    this.#open(indexes)
  }
}
