import type { Model } from 'mongoose'
import type { CommitDocument } from './commits.js'

const NUMBERED = /^(.*)#(\d+)$/s

/** The highest n claimed per scope, as far as this process knows: read once, then from what it claims and what it finds taken. */
export class Scopes {
  readonly #highest = new Map<string, number>()

  constructor(readonly commits: Model<CommitDocument>) {}

  async highest(scope: string): Promise<number> {
    const known = this.#highest.get(scope) ?? (await this.#read(scope))
    this.#highest.set(scope, Math.max(known, this.#highest.get(scope) ?? 0))
    return this.#highest.get(scope)!
  }

  /** Somebody holds this claim. */
  taken(claim: string): void {
    const [, scope, n] = NUMBERED.exec(claim) ?? []
    const known = scope === undefined ? undefined : this.#highest.get(scope)
    if (known !== undefined && Number(n) > known) this.#highest.set(scope!, Number(n))
  }

  /** "$" follows "#", so the range holds exactly the claims that begin with `scope#`. */
  async #read(scope: string): Promise<number> {
    const range = { $gte: `${scope}#`, $lt: `${scope}$` }
    const found = await this.commits.find({ claims: { $elemMatch: range } }, { claims: 1 }).lean()
    const numbers = found.flatMap(({ claims = [] }) => claims.map((claim) => NUMBERED.exec(claim)))
    return Math.max(0, ...numbers.map((match) => (match?.[1] === scope ? Number(match[2]) : 0)))
  }
}
