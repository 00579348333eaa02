import { mongo, type Connection } from 'mongoose'
import { checkOpening, normalized, numbered, sealer, type Opening, type Sealer } from '#embedded'
import type { Vault } from '#ports'
import { isDuplicate } from './mongo-errors.js'

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

/** Identities sealed in a database of their own. */
export class MongoVault implements Vault {
  readonly #informants: mongo.Collection<Informant>
  readonly #openings: mongo.Collection<Opened>
  readonly #sealer: Sealer

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

  async deposit(identity: unknown, at: string, once: string): Promise<string> {
    const name = this.#sealer.nameOf(JSON.stringify([once, normalized(identity)]))
    for (;;) {
      const known = await this.#informants.findOne({ name })
      if (known) return known._id
      const made = await this.#add(name, JSON.stringify(identity), at.slice(0, 4))
      if (made) return made
    }
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

  /** Undefined when somebody took the number, or made the same deposit, first. */
  async #add(name: string, text: string, year: string): Promise<string | undefined> {
    const [last] = await this.#informants.find({ year }).sort({ n: -1 }).limit(1).toArray()
    const n = (last?.n ?? 0) + 1
    const pseudonym = numbered(year, n)
    const sealed = this.#binary(this.#sealer.seal(text, pseudonym))
    try {
      await this.#informants.insertOne({ _id: pseudonym, year, n, name, sealed })
      return pseudonym
    } catch (error) {
      if (isDuplicate(error)) return undefined
      throw error
    }
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
