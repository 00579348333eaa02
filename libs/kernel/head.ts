import type { LapseRef, Position } from './commit.js'
import type { Instant } from './instant.js'
import type { Clock, Fact } from './ledger.js'
import type { Actor, Paper } from './record.js'

/** A refusal that the chain holds, as far as it still matters: same version, or within the hour. */
export interface RefusalMark {
  version: number
  person: string
  step: string
  code: string
  at: Instant
}

/** The cached fold of a chain: everything a decision needs. Can be dropped and folded again. */
export interface Head extends Position {
  id: string
  kind: string
  dossier: string
  state: string
  since: Instant
  facts: Record<string, unknown>
  papers: readonly Paper[]
  /** Per clock the facts it is reckoned from. */
  lines: Readonly<Record<string, readonly Fact[]>>
  clocks: readonly Clock[]
  /** Lapses that were written and stand. */
  lapses: readonly (LapseRef & { seq: number })[]
  /** Per `clock|key|at` how often it was taken back. */
  takenBack: Readonly<Record<string, number>>
  refusals: readonly RefusalMark[]
  by: Actor
  at: Instant
  step: string
  recordedAt: Instant
  /** Position of the last commit with events: what is published next comes `after` it. */
  published: number
  /** Per `clock|key` the moment before which it does not lapse, whatever other rules make of it. */
  floors: Readonly<Record<string, Instant>>
  /** Version of the rules it was folded by: another one folds the chain anew. */
  law: string
}

export const lapseName = (ref: { clock: string; key: string; at: string }): string =>
  `${ref.clock}|${ref.key}|${ref.at}`
