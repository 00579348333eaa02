import type { Statements } from './records-tables.js'

const NUMBERED = /^(.*)#(\d+)$/s

/** The highest n claimed per scope: read once from the claims, then kept in memory. */
export class Numbers {
  readonly #highest = new Map<string, number>()

  constructor(readonly sql: Statements) {}

  highest(scope: string): number {
    const known = this.#highest.get(scope)
    if (known !== undefined) return known
    const found = this.#read(scope)
    this.#highest.set(scope, found)
    return found
  }

  /** A claim is on disk. */
  claimed(claim: string): void {
    const [, scope, n] = NUMBERED.exec(claim) ?? []
    if (scope === undefined) return
    const known = this.#highest.get(scope)
    if (known !== undefined && Number(n) > known) this.#highest.set(scope, Number(n))
  }

  /** "$" follows "#", so the range holds exactly the claims that begin with `scope#`. */
  #read(scope: string): number {
    const rows = this.sql.claimsBetween.all(`${scope}#`, `${scope}$`) as { claim: string }[]
    return rows.reduce((highest, { claim }) => {
      const rest = claim.slice(scope.length + 1)
      return /^\d+$/.test(rest) ? Math.max(highest, Number(rest)) : highest
    }, 0)
  }
}
