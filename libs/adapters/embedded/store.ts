import { dirname, resolve } from 'node:path'
import { Checkpoints } from './checkpoint.js'
import { holdDirectory } from './lock.js'
import { fileOpen, newerSchema, notAStore } from './refused.js'
import { closeDatabase, openDatabase, pragma, type Database } from './sqlite.js'
import { Pen } from './thread.js'
import { Writer } from './writer.js'

/** Raised whenever an older program could no longer read what a newer one wrote. */
export const SCHEMA = 1
/** "LIAN": tells our files from other SQLite files. */
const APPLICATION = 0x4c49414e

const SETTINGS = `
  PRAGMA busy_timeout = 5000;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA wal_autocheckpoint = 0;
  PRAGMA journal_size_limit = 67108864;
  PRAGMA cache_size = -32000;
  PRAGMA temp_store = MEMORY;
`

/** One SQLite file with its group commit; the tables are those of the adapters. */
export interface Store {
  path: string
  /** For reading, and for what is laid out before anything is written. */
  database: Database
  writer: Writer
  close(): Promise<void>
}

const openPaths = new Set<string>()

const prepare = (database: Database, path: string): void => {
  const application = readNumber(database, path, 'application_id')
  const found = readNumber(database, path, 'user_version')
  const empty = readNumber(database, path, 'schema_version') === 0
  if (application !== APPLICATION && !empty) throw notAStore(path)
  if (found > SCHEMA) throw newerSchema(path, found, SCHEMA)
  database.exec(SETTINGS)
  if (empty) database.exec(`PRAGMA application_id = ${APPLICATION}; PRAGMA user_version = ${SCHEMA}`)
}

const readNumber = (database: Database, path: string, name: string): number => {
  try {
    return Number(pragma(database, name))
  } catch (cause) {
    throw notAStore(path, cause)
  }
}

const openChecked = (path: string): Database => {
  const database = openDatabase(path)
  try {
    prepare(database, path)
    return database
  } catch (error) {
    closeDatabase(database)
    throw error
  }
}

const claimPath = (path: string): void => {
  if (openPaths.has(path)) throw fileOpen(path)
  openPaths.add(path)
}

/**
 * Opens or makes the file and holds its directory against other processes until closed.
 * @throws StoreError with what to do, when it is in use, foreign, or of a newer program
 */
export const openStore = (file: string): Store => {
  const path = resolve(file)
  claimPath(path)
  let release: (() => void) | undefined
  try {
    release = holdDirectory(dirname(path))
    return assemble(path, openChecked(path), release)
  } catch (error) {
    release?.()
    openPaths.delete(path)
    throw error
  }
}

const assemble = (path: string, database: Database, release: () => void): Store => {
  const writer = new Writer(new Pen(path, SETTINGS), path)
  const checkpoints = new Checkpoints(database, path, writer)
  writer.onWritten(() => checkpoints.wrote())
  const close = async () => {
    await writer.close()
    await checkpoints.close()
    closeDatabase(database)
    checkpoints.closed()
    openPaths.delete(path)
    release()
  }
  return { path, database, writer, close }
}
