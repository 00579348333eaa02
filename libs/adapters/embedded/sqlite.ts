import { createRequire } from 'node:module'

/**
 * SQLite as Node has it (from 22.13), else the same API from a package. One of the two per process, never both: POSIX locks
 * belong to the process, and one copy of the library would drop those of the other.
 */
export type Value = string | number | bigint | null | Uint8Array
export type SqlRow = Record<string, Value>

export interface Statement {
  run(...values: Value[]): { changes: number | bigint; lastInsertRowid: number | bigint }
  get(...values: Value[]): unknown
  all(...values: Value[]): unknown[]
}

export interface Database {
  exec(sql: string): void
  prepare(sql: string): Statement
  close(): void
}

interface Library {
  DatabaseSync: new (path: string) => Database
}

const PACKAGE = '@photostructure/sqlite'
const builtin = (process as { getBuiltinModule?: (id: string) => unknown }).getBuiltinModule?.('node:sqlite')

/** What a thread of its own has to require to open the same file. */
export const libraryPath: string = builtin ? 'node:sqlite' : createRequire(import.meta.url).resolve(PACKAGE)

const library = (builtin ?? createRequire(import.meta.url)(PACKAGE)) as Library

/** Handles live here until they are closed: a collected handle would close the file under its statements. */
const handles = new Set<Database>()

export const openDatabase = (path: string): Database => {
  const database = new library.DatabaseSync(path)
  handles.add(database)
  return database
}

/**
 * The package's `close` leaves the file open until the last statement is collected, and a late close of a file in WAL mode deletes
 * the log by its name, whoever's that is by then. So the log is folded in and given up first.
 */
export const closeDatabase = (database: Database): void => {
  handles.delete(database)
  try {
    database.exec('PRAGMA journal_mode = DELETE')
  } catch {
    // a store that failed, or a lock: nothing to fold in
  }
  database.close()
}

export const pragma = (database: Database, text: string): unknown => {
  const row = database.prepare(`PRAGMA ${text}`).get() as SqlRow | undefined
  return row && Object.values(row)[0]
}
