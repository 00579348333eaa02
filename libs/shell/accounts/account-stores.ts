import { createHmac } from 'node:crypto'
import { join } from 'node:path'
import type { ViewTable } from '#ports'
import { readIfThere, writePrivate } from '../private-file.js'
import { newPassword } from './passwords.js'

/** Hashes of passwords by user. */
export type Hashes = Record<string, string>

/** Where hashes are kept, and where first passwords come from. */
export interface AccountStore {
  read(users: readonly string[]): Promise<Hashes>
  add(hashes: Readonly<Hashes>): Promise<void>
  first(user: string): string
}

const FILE = 'accounts.json'

/** A file of its owner in the data directory, for one process. */
export const accountsFile = (dir: string): AccountStore => {
  const path = join(dir, FILE)
  const kept = JSON.parse(readIfThere(path) ?? '{}') as Hashes
  return {
    read: async () => kept,
    add: async (hashes) => writePrivate(path, JSON.stringify(Object.assign(kept, hashes), null, 1)),
    first: () => newPassword(),
  }
}

/** A table that several portals share. First passwords come from the key they share: two that open at once draw the same. */
export const accountsTable = (table: ViewTable, key: string): AccountStore => ({
  read: async (users) => {
    const rows = await Promise.all(users.map((user) => table.get(user)))
    return Object.fromEntries(rows.flatMap((row) => (row ? [[row.id, row.hash as string]] : [])))
  },
  add: (hashes) => table.apply(Object.entries(hashes).map(([id, hash]) => ({ id, row: { id, hash } }))),
  first: (user) => newPassword(createHmac('sha256', key).update(`first password of ${user}`).digest('hex')),
})
