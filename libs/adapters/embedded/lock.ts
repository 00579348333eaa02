import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { directoryInUse } from './refused.js'
import { closeDatabase, openDatabase, type Database } from './sqlite.js'

/**
 * One process per data directory. The lock is one of the operating system's, held through an open exclusive transaction:
 * it ends with the process however that ends, so nothing stale is left behind by `kill -9`.
 */
const held = new Map<string, { database: Database; users: number }>()

const acquire = (dir: string): Database => {
  mkdirSync(dir, { recursive: true })
  const database = openDatabase(join(dir, '.lock'))
  try {
    database.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE')
    return database
  } catch {
    closeDatabase(database)
    throw directoryInUse(dir)
  }
}

/**
 * Several worlds of one process may share a directory. Returns what gives it back.
 * @throws StoreError `DIRECTORY_IN_USE`
 */
export const holdDirectory = (path: string): (() => void) => {
  const dir = resolve(path)
  const lock = held.get(dir) ?? { database: acquire(dir), users: 0 }
  lock.users += 1
  held.set(dir, lock)
  return () => {
    lock.users -= 1
    if (lock.users > 0) return
    held.delete(dir)
    closeDatabase(lock.database)
  }
}
