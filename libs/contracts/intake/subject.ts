import { contract, field } from '#kernel'
import { z } from 'zod'
import { CASE, LEAD } from '../kinds.js'

/** What the subject ledger tells others (rulebook 11.2b): of another's matter never more than agency, number, stage and amount. */

export const MATTER_KINDS = [LEAD, CASE] as const

export const matter = z.strictObject({
  id: field.id,
  kind: field.oneOf(...MATTER_KINDS),
  agency: field.agency,
})
export type Matter = z.output<typeof matter>

/** One finding of one matter: what adds up with those of other matters (FS5 29). */
export const amount = z.strictObject({
  matter,
  /** When it was evaluated: a later one of the same matter takes its place. */
  at: z.string(),
  ip: field.name,
  /** Offences it may be; amounts add up within one. */
  offences: field.list(field.name, 1),
  actDate: field.day,
  /** Money in fen, everything else as counts. */
  metrics: z.record(z.string(), z.number()),
  flags: field.list(field.name),
})
export type Amount = z.output<typeof amount>

/** Several matters together reach a threshold; every one that is still open records it. */
export const AccumulationReached = contract(
  1,
  'AccumulationReached',
  { zh: '累计数额达到追诉标准', en: 'Accumulated amounts reach a threshold' },
  {
    /** Row of the thresholds that the sum meets, for instance T213G-1b. */
    rule: field.name,
    ruleSet: field.name,
    offence: field.name,
    tier: field.name,
    ip: field.name,
    /** The sums, by metric. */
    metrics: z.record(z.string(), z.number()),
    flags: field.list(field.name),
    amounts: field.list(amount, 2, 1000),
    matters: field.list(matter, 2, 1000),
  },
)

/** Matters of the same person: linked on each, every clock stays its own (R-INT-12, R-XFR-07). */
export const MattersLinked = contract(
  1,
  'MattersLinked',
  { zh: '同一当事人事项关联', en: 'Matters of one person linked' },
  { matters: field.list(matter, 2, 1000) },
)

export const SETTLED_GROUNDS = ['penalty', 'sentence', 'acquittal', 'not-established', 'terminated'] as const

/** Handled: its amount is added no more (R-XFR-08). */
export const settlement = z.strictObject({
  matter: field.id,
  ground: field.oneOf(...SETTLED_GROUNDS),
  on: field.day,
})
export type Settlement = z.output<typeof settlement>

/** A penalty or sentence that opens the lower figures for two years (R-XFR-08). */
export const repeat = z.strictObject({
  matter: field.id,
  on: field.day,
  offence: field.name.optional(),
  ip: field.name,
  by: field.oneOf('penalty', 'sentence'),
})
export type Repeat = z.output<typeof repeat>

/** A matter as the ledger knows it; `replaces`: matters whose amounts are its own now, so that nothing counts twice. */
export const noted = z.strictObject({ matter, at: z.string(), replaces: field.list(field.id) })
export type Noted = z.output<typeof noted>

/** What one ledger knows, or a part of it, told to the others of the same person. */
export const holdings = z.strictObject({
  keys: field.list(field.name, 1, 1000),
  matters: field.list(noted, 0, 5000),
  amounts: field.list(amount, 0, 5000),
  settled: field.list(settlement, 0, 5000),
  repeats: field.list(repeat, 0, 5000),
  /** Matters whose penalty was revoked: their amounts count again, their repeats do not. */
  restored: field.list(field.id, 0, 5000),
})
export type Holdings = z.output<typeof holdings>

/** One person stands behind several keys: what this ledger learned goes to the ledgers of the others. */
export const SubjectsJoined = contract(
  1,
  'SubjectsJoined',
  { zh: '关联同一当事人台账', en: 'Ledgers of one person joined' },
  { key: field.name, name: field.name, holdings },
)
