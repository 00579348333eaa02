import { existsSync } from 'node:fs'
import type { Vault } from '#ports'
import { keyFile } from './key-file.js'
import { sealer, type Sealer } from './sealing.js'
import { Batches } from './batches.js'
import { checkOpening, normalized, numbered, type Opening } from './informants.js'
import { keyMissing } from './refused.js'
import { closeDatabase, openDatabase, type Database, type Value } from './sqlite.js'
import { Pen } from './thread.js'

const SETTINGS = `
  PRAGMA busy_timeout = 5000;
  PRAGMA journal_mode = DELETE;
  PRAGMA synchronous = FULL;
  PRAGMA secure_delete = ON;
`
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS informants (
    pseudonym TEXT PRIMARY KEY, year TEXT NOT NULL, n INTEGER NOT NULL, name TEXT NOT NULL UNIQUE, sealed BLOB NOT NULL, UNIQUE (year, n));
  CREATE TABLE IF NOT EXISTS openings (n INTEGER PRIMARY KEY, pseudonym TEXT NOT NULL, sealed BLOB NOT NULL);
  CREATE INDEX IF NOT EXISTS openings_of ON openings (pseudonym);
`

const prepare = (database: Database) => ({
  byName: database.prepare('SELECT pseudonym FROM informants WHERE name = ?'),
  last: database.prepare('SELECT coalesce(max(n), 0) AS n FROM informants WHERE year = ?'),
  sealed: database.prepare('SELECT sealed FROM informants WHERE pseudonym = ?'),
  addOpening: database.prepare('INSERT INTO openings (pseudonym, sealed) VALUES (?, ?)'),
  openings: database.prepare('SELECT sealed FROM openings WHERE pseudonym = ? ORDER BY n'),
  any: database.prepare('SELECT 1 FROM informants LIMIT 1'),
})

const ADD = 'INSERT INTO informants (pseudonym, year, n, name, sealed) VALUES (?, ?, ?, ?, ?)'

interface Deposit {
  name: string
  text: string
  year: string
}

export interface VaultPlace {
  /** A file of its own, apart from every record. */
  path: string
  /** 32 bytes; made when missing. Keep a copy elsewhere: without it nothing is ever opened. */
  keyPath: string
  /** Instead of the key file, at least 16 secret bytes from outside. */
  key?: Uint8Array
}

const keyOf = ({ keyPath, key }: VaultPlace, inUse: boolean): Uint8Array => {
  if (key && key.length < 16) throw new Error('the key of the informant vault needs at least 16 bytes')
  if (!key && inUse && !existsSync(keyPath)) throw keyMissing(keyPath)
  return key ?? keyFile(keyPath)
}

/** Deposits that come together share a transaction, in a thread of its own: each one alone would cost several flushes. */
export class EmbeddedVault implements Vault {
  readonly #database: Database
  readonly #pen: Pen
  readonly #sql: ReturnType<typeof prepare>
  readonly #sealer: Sealer
  /** Reads only while nothing is being written: whoever reads beside a writer of such a file waits for it. */
  readonly #deposits = new Batches((batch: readonly Deposit[]) => this.#keep(batch), Infinity)
  /** Whether the thread has the statement. */
  #prepared = false

  /** @throws when the key of a vault in use is missing */
  constructor(place: VaultPlace) {
    this.#database = openDatabase(place.path)
    this.#database.exec(SETTINGS + SCHEMA)
    this.#pen = new Pen(place.path, SETTINGS)
    this.#sql = prepare(this.#database)
    try {
      this.#sealer = sealer(keyOf(place, this.#sql.any.get() !== undefined))
    } catch (error) {
      closeDatabase(this.#database)
      throw error
    }
  }

  deposit(identity: unknown, at: string, once: string): Promise<string> {
    const name = this.#sealer.nameOf(JSON.stringify([once, normalized(identity)]))
    return this.#deposits.ask({ name, text: JSON.stringify(identity), year: at.slice(0, 4) })
  }

  async #keep(deposits: readonly Deposit[]): Promise<string[]> {
    const pseudonyms = new Map<string, string>()
    const numbers = new Map<string, number>()
    const batch: Value[] = []
    for (const { name, text, year } of deposits) {
      const known = pseudonyms.get(name) ?? (this.#sql.byName.get(name) as { pseudonym: string } | undefined)?.pseudonym
      const n = numbers.get(year) ?? (this.#sql.last.get(year) as { n: number }).n
      const pseudonym = known ?? numbered(year, n + 1)
      pseudonyms.set(name, pseudonym)
      if (known !== undefined) continue
      numbers.set(year, n + 1)
      batch.push(0, 5, pseudonym, year, n + 1, name, this.#sealer.seal(text, pseudonym))
    }
    if (batch.length > 0) await this.#pen.write(this.#prepared ? [] : [ADD], batch)
    if (batch.length > 0) this.#prepared = true
    return deposits.map(({ name }) => pseudonyms.get(name)!)
  }

  async same(one: string, other: string): Promise<boolean> {
    const [a, b] = [this.#told(one), this.#told(other)]
    return a !== undefined && a === b
  }

  /** The identity as it is compared; never leaves. */
  #told(pseudonym: string): string | undefined {
    const found = this.#sql.sealed.get(pseudonym) as { sealed: Uint8Array } | undefined
    return found && JSON.stringify(normalized(JSON.parse(this.#sealer.unseal(found.sealed, pseudonym))))
  }

  /** The opening is on disk before anything is shown. */
  async open(pseudonym: string, request: Opening): Promise<unknown> {
    checkOpening(request)
    const found = this.#sql.sealed.get(pseudonym) as { sealed: Uint8Array } | undefined
    if (!found) throw new Error(`the informant vault holds nothing under ${pseudonym}`)
    const { by, with: other, reason, at } = request
    this.#sql.addOpening.run(pseudonym, this.#sealer.seal(JSON.stringify({ by, with: other, reason, at }), pseudonym))
    return JSON.parse(this.#sealer.unseal(found.sealed, pseudonym)) as unknown
  }

  async openings(pseudonym: string): Promise<Opening[]> {
    const rows = this.#sql.openings.all(pseudonym) as { sealed: Uint8Array }[]
    return rows.map((row) => JSON.parse(this.#sealer.unseal(row.sealed, pseudonym)) as Opening)
  }

  async close(): Promise<void> {
    await this.#deposits.idle()
    await this.#pen.close()
    closeDatabase(this.#database)
  }
}
