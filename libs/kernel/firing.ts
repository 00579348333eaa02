import { type Conditions, NOTICE_RECEIVED, type NormalRow, type Trigger } from './clock-row.js'
import { type Day, dayOf, type Instant, isDay, readInstant, startOf } from './instant.js'

/** An event of the record with its legal date, as the clocks see it. */
export interface Fact {
  readonly id: string
  readonly type: string
  /** When it happened in law. */
  readonly at: Instant
  readonly data: Readonly<Record<string, unknown>>
  /** Made by a lapse: the row of that clock ignores it, other rows do not. */
  readonly lapse?: { readonly clock: string; readonly key: string; readonly at: Instant }
}

export type Switches = Readonly<Record<string, unknown>>

/** In the order in which facts of one instant count. */
export const ROLES = ['start', 'extension', 'pause', 'resume', 'stop', 'moot', 'open'] as const
export type Role = (typeof ROLES)[number]

/** A fact in a role that a row gives it. One fact may fire several times. */
export interface Firing {
  /** The fact; where a notice supplied the date, the notice. */
  readonly id: string
  readonly event: string
  readonly role: Role
  /** Place of the rule in the row: which pause, which extension. */
  readonly index: number
  /** Where it stands in time. A bare day stands at 00:00, at its own instant when that is of the same day. */
  readonly at: Instant
  /** The legal date that counting begins from. */
  readonly date: Day | Instant
  /** When the act happened in law: what an hour clock counts from when `date` is a bare day. */
  readonly occurred: Instant
  readonly data: Readonly<Record<string, unknown>>
}

interface Part {
  readonly role: Role
  readonly index: number
  readonly trigger: Trigger
}

/** `name`: on unless false, null, absent, empty or "false". `name=value`: its text equals value. */
export const isOn = (name: string | undefined, switches: Switches): boolean => {
  if (name === undefined) return true
  const [key, value] = name.split('=') as [string, string | undefined]
  const set = switches[key]
  return value === undefined ? Boolean(set) && set !== 'false' : String(set) === value
}

export const matches = (when: Conditions, data: Readonly<Record<string, unknown>>): boolean =>
  when.every(({ field, values }) => {
    const held = data[field]
    return Array.isArray(held) ? held.some((one) => values.includes(one)) : values.includes(held as string)
  })

/** A field that holds a day or an instant. */
export const readDate = (value: unknown): Day | Instant | undefined => {
  if (typeof value !== 'string') return undefined
  if (value.length === 10) return isDay(value) ? value : undefined
  return readInstant(value)
}

const parts = (role: Role, triggers: readonly Trigger[]): Part[] =>
  triggers.map((trigger, index) => ({ role, index, trigger }))

const partsOf = (row: NormalRow): Part[] => [
  ...parts('start', row.starts),
  ...row.extensions.map(({ by }, index): Part => ({ role: 'extension', index, trigger: by })),
  ...row.pauses.map(({ from }, index): Part => ({ role: 'pause', index, trigger: from })),
  ...row.pauses.flatMap(({ to }, index) => to.map((trigger): Part => ({ role: 'resume', index, trigger }))),
  ...parts('stop', row.stops),
  ...parts('moot', row.moot),
  ...parts('open', row.opens),
]

type Plan = ReadonlyMap<string, readonly Part[]>
const plans = new WeakMap<NormalRow, Plan>()

const planOf = (row: NormalRow): Plan => {
  const known = plans.get(row)
  if (known) return known
  const plan = new Map<string, Part[]>()
  for (const part of partsOf(row)) plan.set(part.trigger.event, [...(plan.get(part.trigger.event) ?? []), part])
  plans.set(row, plan)
  return plan
}

/** What the row makes of an event. */
export const partsFor = (row: NormalRow, event: string): readonly Part[] => planOf(row).get(event) ?? []

const standing = (date: Day | Instant, at: Instant): Instant => {
  if (date.length > 10) return date
  return dayOf(at) === date ? at : startOf(date)
}

/** A clock that is to start later is there from the day that says so; a `before` clock runs towards its date. */
const placed = (row: NormalRow, role: Role, date: Day | Instant, at: Instant): Instant => {
  const stands = standing(date, at)
  if (role !== 'start') return stands
  return row.kind === 'before' || stands > at ? at : stands
}

type Source = { readonly id: string; readonly type: string; readonly at: Instant; readonly data: Fact['data'] }

const fired = (row: NormalRow, part: Part, source: Source, date: Day | Instant): Firing => ({
  id: source.id,
  event: source.type,
  role: part.role,
  index: part.index,
  at: placed(row, part.role, date, source.at),
  date,
  occurred: source.at,
  data: source.data,
})

/** The firing of one part by one fact; undefined when a condition fails; `waiting` when the date is still empty. */
export const fire = (row: NormalRow, part: Part, source: Source): Firing | 'waiting' | undefined => {
  const { when, at } = part.trigger
  if (when.length > 0 && !matches(when, source.data)) return undefined
  const date = at === undefined ? source.at : readDate(source.data[at])
  return date === undefined ? 'waiting' : fired(row, part, source, date)
}

type Waiting = { readonly part: Part; readonly fact: Fact }

const order = (a: { at: string; id: string }, b: { at: string; id: string }): number =>
  a.at === b.at ? (a.id < b.id ? -1 : a.id > b.id ? 1 : 0) : a.at < b.at ? -1 : 1

/** The latest fact of the type that was not served before the notice, and is not yet supplied. */
const suppliedBy = (notice: Fact, waiting: readonly Waiting[], done: ReadonlySet<string>): Fact | undefined =>
  waiting
    .map((one) => one.fact)
    .filter((fact) => fact.type === notice.data.of && fact.at <= notice.at && !done.has(fact.id))
    .sort(order)
    .at(-1)

/** `NoticeReceived{of, on}` gives the waiting fact its legal date (rulebook 11, served papers). */
const supplied = (row: NormalRow, notices: readonly Fact[], waiting: readonly Waiting[]): Firing[] => {
  const done = new Set<string>()
  return [...notices].sort(order).flatMap((notice) => {
    const fact = suppliedBy(notice, waiting, done)
    if (!fact) return []
    done.add(fact.id)
    const date = readDate(notice.data.on) ?? dayOf(notice.at)
    const source = { ...notice, type: fact.type, data: fact.data }
    return waiting.filter((one) => one.fact === fact).map(({ part }) => fired(row, part, source, date))
  })
}

const rank = new Map(ROLES.map((role, index) => [role, index]))

const inTime = (a: Firing, b: Firing): number => {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1
  if (a.role !== b.role) return rank.get(a.role)! - rank.get(b.role)!
  return a.id === b.id ? a.index - b.index : a.id < b.id ? -1 : 1
}

/** All firings of a row, in the order in which they count, whatever the order of recording. */
export const firingsOf = (row: NormalRow, facts: readonly Fact[]): Firing[] => {
  const firings: Firing[] = []
  const waiting: Waiting[] = []
  const notices: Fact[] = []
  for (const fact of facts) {
    if (fact.lapse?.clock === row.id) continue
    if (fact.type === NOTICE_RECEIVED) notices.push(fact)
    for (const part of partsFor(row, fact.type)) {
      if (part.role === 'open') continue
      const firing = fire(row, part, fact)
      if (firing === 'waiting') waiting.push({ part, fact })
      else if (firing) firings.push(firing)
    }
  }
  if (waiting.length > 0 && notices.length > 0) firings.push(...supplied(row, notices, waiting))
  return firings.sort(inTime)
}
