import type { NormalRow } from './clock-row.js'
import { type Fact, fire, type Firing, firingsOf, isOn, partsFor, type Role } from './firing.js'
import type { Instant } from './instant.js'
import { type Clock, lateness, reckonFirings } from './reckon.js'
import {
  amountFault,
  type Basis,
  type KeyedLine,
  keysOf,
  lapseIn,
  linesOf,
  runsOf,
  settle,
  timingFault,
} from './runs.js'
import type { Refusal } from './step.js'

/** An event that a step would make. Without `data` a row that asks a field of it refuses nothing. */
export interface Candidate {
  readonly type: string
  readonly at: Instant
  readonly data?: Readonly<Record<string, unknown>>
}

interface Asked {
  readonly row: NormalRow
  readonly facts: readonly Fact[]
  readonly basis: Basis
  readonly candidate: Candidate
}

/** The candidate in its parts of one role; a part whose condition fails, or that waits for its date, is left out. */
const firingsFor = ({ row, candidate }: Asked, role: Role): Firing[] =>
  partsFor(row, candidate.type).flatMap((part) => {
    const asks = part.trigger.when.length > 0 || part.trigger.at !== undefined || row.each !== undefined
    if (part.role !== role || (asks && candidate.data === undefined)) return []
    const firing = fire(row, part, { id: '', type: candidate.type, at: candidate.at, data: candidate.data ?? {} })
    return firing === undefined || firing === 'waiting' ? [] : [firing]
  })

const concerned = (row: NormalRow, firing: Firing, key: string): boolean =>
  keysOf(row, firing.data)?.includes(key) ?? true

/** The clocks as the facts up to that moment give them. */
const clocksThen = ({ row, facts, basis }: Asked, firing: Firing): Clock[] => {
  const known = firingsOf(row, facts).filter((one) => one.at <= firing.at)
  return reckonFirings(row, known, facts, basis).filter((clock) => concerned(row, firing, clock.key))
}

const named = ({ id, key, due }: Clock) => ({ clock: id, ...(key && { key }), ...(due && { due }) })

/** A right whose clock has lapsed. Duties stay possible, and so does what `late: allowed` says. */
const tooLate = (asked: Asked): Refusal | undefined => {
  const { kind, late } = asked.row.lapse
  if ((kind !== 'lost' && kind !== 'auto') || late === 'allowed') return undefined
  for (const firing of firingsFor(asked, 'stop')) {
    const clock = clocksThen(asked, firing).find((one) => one.lapseAt !== undefined && one.lapseAt <= firing.at)
    if (clock)
      return { refused: 'ERR_LATE', facts: { ...named(clock), at: firing.at, lateBy: lateness(clock.due!, firing.at) } }
  }
  return undefined
}

const holdsBack = (clock: Clock, at: Instant): boolean =>
  clock.state === 'paused' || (clock.state === 'running' && !(clock.lapseAt !== undefined && clock.lapseAt <= at))

/** What a clock that has not run out holds back. One that was stopped holds nothing. */
const tooEarly = (asked: Asked): Refusal | undefined => {
  for (const firing of firingsFor(asked, 'open')) {
    const clock = clocksThen(asked, firing).find((one) => holdsBack(one, firing.at))
    if (!clock) continue
    const { pausedSince, remaining, lapseAt } = clock
    const facts = { ...named(clock), at: firing.at, ...(lapseAt ? { opensAt: lapseAt } : { pausedSince, remaining }) }
    return { refused: 'ERR_TOO_EARLY', facts }
  }
  return undefined
}

/** Of one instant start and extension come before pause and stop. */
const beforeExtension = (one: Firing, at: Instant): boolean =>
  one.at < at || (one.at === at && (one.role === 'start' || one.role === 'extension'))

const extensionFault = (line: KeyedLine, firing: Firing, candidate: Candidate): Record<string, unknown> | undefined => {
  const run = runsOf(line, line.firings).at(-1)
  if (!run) return undefined
  if (run.end) return { reason: 'not-running', stoppedAt: run.end.at }
  const { measured, added } = settle(line, run)
  const rule = line.row.extensions[firing.index]!
  const reason = timingFault(line, added, measured, firing) ?? (candidate.data && amountFault(line, measured, firing))
  if (reason === undefined) return undefined
  const { times, after } = rule
  return { ...(lapseIn(measured) && { due: measured.counted.due }), reason, times, ...(after && { after }) }
}

/** After `due`, more often than allowed, before the one it follows, without a number, or of a clock that was stopped. */
const againstRule = (asked: Asked): Refusal | undefined => {
  const { row, facts, basis, candidate } = asked
  const faults = firingsFor(asked, 'extension').map((firing) => {
    const known = firingsOf(row, facts).filter((one) => beforeExtension(one, firing.at))
    const lines = linesOf(row, known, facts, basis).filter((line) => concerned(row, firing, line.key))
    const fault = lines.map((line) => extensionFault(line, firing, candidate)).find((one) => one !== undefined)
    return fault && { clock: row.id, at: firing.at, ...fault }
  })
  const fault = faults[0]
  return fault && faults.every((one) => one !== undefined) ? { refused: 'ERR_CLOCK_RULE', facts: fault } : undefined
}

/**
 * What the clocks say to an event before it is made: `ERR_LATE` (a right that has lapsed), `ERR_TOO_EARLY` (held back),
 * `ERR_CLOCK_RULE` (an extension against its rule), each with the clock and the numbers; the first row that refuses.
 * A breached duty and a reminder refuse nothing.
 */
export const check = (
  rows: readonly NormalRow[],
  facts: readonly Fact[],
  candidate: Candidate,
  basis: Basis,
): Refusal | undefined => {
  for (const row of rows) {
    if (!isOn(row.if, basis.switches) || partsFor(row, candidate.type).length === 0) continue
    const asked = { row, facts, basis, candidate }
    const refusal = tooLate(asked) ?? againstRule(asked) ?? tooEarly(asked)
    if (refusal) return refusal
  }
  return undefined
}
