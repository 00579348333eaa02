import { mongo, type Connection } from 'mongoose'
import { Batches, checkOpening, normalized, numbered, sealer, type Opening, type Sealer } from '#embedded'
import type { Vault } from '#ports'
import { duplicatesIn } from './mongo-errors.js'

interface Informant {
  _id: string
  year: string
  n: number
  /** The request as nobody can guess it. */
  name: string
  sealed: mongo.Binary
}

interface Opened {
  pseudonym: string
  sealed: mongo.Binary
}

interface Deposit {
  name: string
  text: string
  year: string
}

/** Identities sealed in a database of their own. Deposits of one instance are numbered together: one by one they would contend for the next number. */
export class MongoVault implements Vault {
  readonly #informants: mongo.Collection<Informant>
  readonly #openings: mongo.Collection<Opened>
  readonly #sealer: Sealer
  readonly #deposits = new Batches((batch: readonly Deposit[]) => this.#keep(batch))

  private constructor({ db }: Connection, key: Uint8Array) {
    this.#informants = db!.collection('informants')
    this.#openings = db!.collection('openings')
    this.#sealer = sealer(key)
  }

  /** `key`: at least 16 secret bytes, the same for every process. Without it nothing is ever opened. */
  static async open(connection: Connection, key: Uint8Array): Promise<MongoVault> {
    if (key.length < 16) throw new Error('the key of the informant vault needs at least 16 bytes')
    const vault = new MongoVault(connection, key)
    await vault.#informants.createIndex({ name: 1 }, { unique: true })
    await vault.#informants.createIndex({ year: 1, n: 1 }, { unique: true })
    await vault.#openings.createIndex({ pseudonym: 1 })
    return vault
  }

  deposit(identity: unknown, at: string, once: string): Promise<string> {
    const name = this.#sealer.nameOf(JSON.stringify([once, normalized(identity)]))
    return this.#deposits.ask({ name, text: JSON.stringify(identity), year: at.slice(0, 4) })
  }

  async same(one: string, other: string): Promise<boolean> {
    const [a, b] = [await this.#told(one), await this.#told(other)]
    return a !== undefined && a === b
  }

  async open(pseudonym: string, request: Opening): Promise<unknown> {
    checkOpening(request)
    const found = await this.#unsealed(pseudonym)
    if (found === undefined) throw new Error(`the informant vault holds nothing under ${pseudonym}`)
    const { by, with: other, reason, at } = request
    const sealed = this.#seal({ by, with: other, reason, at }, pseudonym)
    await this.#openings.insertOne({ pseudonym, sealed })
    return JSON.parse(found) as unknown
  }

  async openings(pseudonym: string): Promise<Opening[]> {
    const found = await this.#openings.find({ pseudonym }).sort({ _id: 1 }).toArray()
    return found.map(({ sealed }) => JSON.parse(this.#sealer.unseal(sealed.buffer, pseudonym)) as Opening)
  }

  /** Again when another instance took a number, or made the same deposit, first. */
  async #keep(deposits: readonly Deposit[]): Promise<string[]> {
    const wanted = new Map(deposits.map((one) => [one.name, one]))
    const pseudonyms = new Map<string, string>()
    for (;;) {
      const known = await this.#informants.find({ name: { $in: [...wanted.keys()] } }).toArray()
      for (const { name, _id } of [...known, ...(await this.#add(wanted, known))]) {
        pseudonyms.set(name, _id)
        wanted.delete(name)
      }
      if (!wanted.size) return deposits.map(({ name }) => pseudonyms.get(name)!)
    }
  }

  /** In order, up to the first that somebody was before: no number is left out. */
  async #add(wanted: ReadonlyMap<string, Deposit>, known: readonly Informant[]): Promise<Informant[]> {
    const there = new Set(known.map(({ name }) => name))
    const numbers = new Map<string, number>()
    const made: Informant[] = []
    for (const { name, text, year } of wanted.values()) {
      if (there.has(name)) continue
      const n = (numbers.get(year) ?? (await this.#last(year))) + 1
      numbers.set(year, n)
      const pseudonym = numbered(year, n)
      made.push({ _id: pseudonym, year, n, name, sealed: this.#binary(this.#sealer.seal(text, pseudonym)) })
    }
    if (!made.length) return made
    try {
      await this.#informants.insertMany(made, { ordered: true })
      return made
    } catch (error) {
      return made.slice(0, duplicatesIn(error)[0])
    }
  }

  async #last(year: string): Promise<number> {
    const [last] = await this.#informants.find({ year }).sort({ n: -1 }).limit(1).toArray()
    return last?.n ?? 0
  }

  async #unsealed(pseudonym: string): Promise<string | undefined> {
    const found = await this.#informants.findOne({ _id: pseudonym })
    return found ? this.#sealer.unseal(found.sealed.buffer, pseudonym) : undefined
  }

  /** The identity as it is compared; never leaves. */
  async #told(pseudonym: string): Promise<string | undefined> {
    const text = await this.#unsealed(pseudonym)
    return text && JSON.stringify(normalized(JSON.parse(text)))
  }

  #seal(value: unknown, about: string): mongo.Binary {
    return this.#binary(this.#sealer.seal(JSON.stringify(value), about))
  }

  #binary(bytes: Uint8Array): mongo.Binary {
    return new mongo.Binary(bytes)
  }
}
