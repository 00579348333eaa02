import type { Rules } from '#rules'
import { movedBy, eventsNamed, type NormalRow } from './clock-row.js'
import type { AnyMaker } from './event.js'
import { type Day, dayOf } from './instant.js'
import { LAPSE_EVENTS } from './lapse-events.js'
import type { Fact } from './ledger.js'
import type { AnyRecord, RecordView } from './record.js'
import type { Service } from './service.js'
import type { Step } from './step.js'

/** All versions of one clock of a record. */
export interface ClockKit {
  id: string
  /** By `validFrom`, oldest first. */
  versions: readonly NormalRow[]
  /** Event types that move it. */
  moved: ReadonlySet<string>
  /** Event types it starts on, or whose date chooses the version. */
  datedBy: ReadonlySet<string>
}

/** A record with its steps and clocks, looked up once. */
export interface RecordKit {
  type: AnyRecord
  steps: ReadonlyMap<string, Step>
  makers: ReadonlyMap<string, AnyMaker>
  clocks: ReadonlyMap<string, ClockKit>
  /** Clocks that an event type moves. */
  movers: ReadonlyMap<string, readonly ClockKit[]>
  /** Clocks that name an event type in any way, `opens` included: those that may refuse it. */
  naming: ReadonlyMap<string, readonly ClockKit[]>
  /** Names of the steps that start from where a record stands and that it refuses itself, whoever asks. */
  closed: (record: RecordView) => readonly string[]
}

const clockKit = (id: string, rows: readonly NormalRow[]): ClockKit => {
  const versions = rows.filter((row) => row.id === id).sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
  const dated = versions.flatMap((row) =>
    (row.versionBy ? [row.versionBy] : row.starts).map((trigger) => trigger.event),
  )
  return { id, versions, moved: new Set(versions.flatMap((row) => [...movedBy(row)])), datedBy: new Set(dated) }
}

const indexed = (clocks: Iterable<ClockKit>, namesOf: (clock: ClockKit) => Iterable<string>) => {
  const index = new Map<string, ClockKit[]>()
  for (const clock of clocks)
    for (const name of new Set(namesOf(clock))) index.set(name, [...(index.get(name) ?? []), clock])
  return index
}

/** Whether a step starts in a state; `new` is where there is no record yet. */
export const startsIn = ({ states }: AnyRecord, { from }: Step, state: string): boolean => {
  if (from.includes(state)) return true
  return state !== 'new' && (from.includes('any') || (from.includes('open') && states[state]?.final !== true))
}

const closedIn = ({ record, steps }: Service['records'][number], rules: Rules) => {
  const guarded = new Map(
    Object.keys(record.states).map((state) => [
      state,
      steps.filter((step) => step.who !== 'system' && step.unless && startsIn(record, step, state)),
    ]),
  )
  return (seen: RecordView): string[] =>
    (guarded.get(seen.state) ?? []).filter((step) => step.unless!(seen, { rules })).map(({ name }) => name)
}

export const kitOf = (entry: Service['records'][number], rules: Rules): RecordKit => {
  const rows = rules.clockRows(entry.record.kind)
  const clocks = new Map([...new Set(rows.map((row) => row.id))].map((id) => [id, clockKit(id, rows)]))
  return {
    type: entry.record,
    steps: new Map(entry.steps.map((step) => [step.name, step])),
    makers: new Map([...LAPSE_EVENTS, ...entry.record.events].map((made: AnyMaker) => [made.type, made])),
    clocks,
    movers: indexed(clocks.values(), (clock) => clock.moved),
    naming: indexed(clocks.values(), (clock) => clock.versions.flatMap((row) => [...eventsNamed(row)])),
    closed: closedIn(entry, rules),
  }
}

/** The legal date of the fact that chooses the version: the field its trigger names, else when it happened. */
const dayThatChooses = (clock: ClockKit, facts: readonly Fact[]): Day | undefined => {
  const first = facts.find((fact) => clock.datedBy.has(fact.type))
  if (!first) return undefined
  const triggers = clock.versions.flatMap((row) => (row.versionBy ? [row.versionBy] : row.starts))
  const field = triggers.find((trigger) => trigger.event === first.type)?.at
  const named = field === undefined ? undefined : first.data[field]
  return dayOf(typeof named === 'string' ? named : first.at)
}

/**
 * The version in force on the day that starts the clock; before any version: the oldest. An open clock keeps its version.
 * After the last version has ended nothing starts any more.
 */
export const versionFor = (clock: ClockKit, facts: readonly Fact[]): NormalRow => {
  const day = dayThatChooses(clock, facts)
  const oldest = clock.versions[0]!
  if (day === undefined || day < oldest.validFrom) return day === undefined ? clock.versions.at(-1)! : oldest
  const inForce = clock.versions.filter((row) => row.validFrom <= day && (!row.validTo || day <= row.validTo))
  return inForce.at(-1) ?? { ...oldest, starts: [] }
}
