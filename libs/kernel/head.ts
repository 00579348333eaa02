import type { Rules } from '#rules'
import type { StoredCommit } from '#ports'
import { START, unseal, type Commit, type Happened, type LapseRef, type Position } from './commit.js'
import { toMs, type Instant } from './instant.js'
import type { RecordKit } from './kit.js'
import { versionFor } from './kit.js'
import { reckon, stateAt, type Clock, type Fact } from './ledger.js'
import type { Actor, Paper, RecordView } from './record.js'
import type { Summary } from './service.js'

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

const HOUR_MS = 3_600_000

const emptyHead = (kit: RecordKit, rules: Rules, commit: Commit): Head => ({
  ...START,
  id: commit.header.record,
  kind: kit.type.kind,
  dossier: commit.header.dossier,
  state: '',
  since: commit.header.at,
  facts: kit.type.facts as Record<string, unknown>,
  papers: [],
  lines: {},
  clocks: [],
  lapses: [],
  takenBack: {},
  refusals: [],
  floors: {},
  law: rules.version,
  by: commit.header.actor,
  at: commit.header.at,
  step: commit.header.step,
  recordedAt: commit.header.recordedAt,
  published: 0,
})

/** Folds one event into state and facts. */
const evolve = (kit: RecordKit, head: Head, happened: Happened, actor: Actor, at: Instant): Head => {
  const rule = (kit.type.evolve as Record<string, unknown>)[happened.type] as
    | string
    | { to?: string | readonly string[]; by?: (...args: unknown[]) => string; set?: (...args: unknown[]) => object }
    | undefined
  if (rule === undefined) return head
  if (typeof rule === 'string') return { ...head, state: rule, since: at }
  const meta = { id: happened.id, at, actor, state: head.state }
  const to = rule.by?.(happened.data, head.facts, meta) ?? (typeof rule.to === 'string' ? rule.to : undefined)
  const facts = rule.set ? { ...head.facts, ...rule.set(happened.data, head.facts, meta) } : head.facts
  return to === undefined ? { ...head, facts } : { ...head, facts, state: to, since: at }
}

/** Facts of the ledger that a commit brings. */
export const factsOf = (commit: Pick<Commit, 'header' | 'events'>): Fact[] =>
  commit.events.map((happened) => ({
    id: happened.id,
    type: happened.type,
    at: commit.header.at,
    data: happened.data,
    ...(commit.header.lapse && {
      lapse: { clock: commit.header.lapse.clock, key: commit.header.lapse.key, at: commit.header.lapse.at },
    }),
  }))

/** Adds facts to the lines they move and reckons those clocks again; the others stay. */
export const reckonWith = (
  kit: RecordKit,
  rules: Rules,
  head: Pick<Head, 'lines' | 'clocks'>,
  facts: readonly Fact[],
): Pick<Head, 'lines' | 'clocks'> => {
  const lines: Record<string, readonly Fact[]> = { ...head.lines }
  const touched = new Set<string>()
  for (const fact of facts)
    for (const clock of kit.movers.get(fact.type) ?? []) {
      lines[clock.id] = [...(lines[clock.id] ?? []), fact]
      touched.add(clock.id)
    }
  if (!touched.size) return head
  const clocks = head.clocks.filter((clock) => !touched.has(clock.id))
  for (const id of touched) clocks.push(...reckonLine(kit, rules, id, lines[id]!))
  return { lines, clocks: clocks.sort(byName) }
}

const byName = (a: Clock, b: Clock): number => (a.id === b.id ? (a.key < b.key ? -1 : 1) : a.id < b.id ? -1 : 1)

const reckonLine = (kit: RecordKit, rules: Rules, id: string, facts: readonly Fact[]): Clock[] =>
  reckon(versionFor(kit.clocks.get(id)!, facts), facts, { calendar: rules.calendar, switches: rules.switches })

const keptRefusals = (head: Head, version: number, now: Instant): RefusalMark[] =>
  head.refusals.filter((mark) => mark.version === version || toMs(now) - toMs(mark.at) < HOUR_MS)

const refusalsAfter = (head: Head, commit: Commit, version: number): readonly RefusalMark[] => {
  const { refused, actor, step, recordedAt } = commit.header
  const kept = head.refusals.length ? keptRefusals(head, version, recordedAt) : head.refusals
  return refused ? [...kept, { version, person: actor.person, step, code: refused.code, at: recordedAt }] : kept
}

const floorsAfter = (head: Head, commit: Commit): Head['floors'] => {
  const set = commit.events.filter(
    (happened) => happened.type === 'DeadlineRecomputed' && happened.data.floor !== undefined,
  )
  if (!set.length) return head.floors
  return {
    ...head.floors,
    ...Object.fromEntries(set.map(({ data }) => [`${data.clock}|${data.key}`, data.floor as Instant])),
  }
}

/** The head after one more commit. Commits that take lapses back need the whole chain: use `fold`. */
export const apply = (
  kit: RecordKit,
  rules: Rules,
  before: Head | undefined,
  commit: Commit,
  position: Position,
): Head => {
  const { header } = commit
  let head = before ?? emptyHead(kit, rules, commit)
  for (const happened of commit.events) head = evolve(kit, head, happened, header.actor, header.at)
  const ledger = commit.events.length ? reckonWith(kit, rules, head, factsOf(commit)) : head
  return {
    ...head,
    ...position,
    lines: ledger.lines,
    clocks: ledger.clocks,
    papers: commit.papers.length ? [...head.papers, ...commit.papers] : head.papers,
    lapses: header.lapse ? [...head.lapses, { ...header.lapse, seq: position.seq }] : head.lapses,
    refusals: refusalsAfter(head, commit, position.version),
    floors: floorsAfter(head, commit),
    ...(commit.events.length && { by: header.actor, at: header.at, step: header.step, published: position.seq }),
    recordedAt: header.recordedAt,
  }
}

const positionOf = (stored: StoredCommit): Position => ({ seq: stored.seq, version: stored.version, hash: stored.hash })

const silent = (commit: Commit): Commit => ({ ...commit, events: [], papers: [] })

/** Commits of lapses that a later commit took back: their events count no more. */
const undone = (commits: readonly Commit[]): ReadonlySet<Commit> => {
  const gone = new Set<Commit>()
  const standing = new Map<string, Commit>()
  for (const commit of commits) {
    if (commit.header.lapse) standing.set(lapseName(commit.header.lapse), commit)
    for (const ref of commit.header.takesBack ?? []) gone.add(standing.get(lapseName(ref))!)
  }
  return gone
}

/** Folds a whole chain. `without` leaves out lapses as if they had not been written. */
export const fold = (
  kit: RecordKit,
  rules: Rules,
  chain: readonly StoredCommit[],
  without: ReadonlySet<string> = new Set(),
): Head | undefined => {
  const commits = chain.map(unseal)
  const gone = undone(commits)
  let head: Head | undefined
  for (const [index, commit] of commits.entries()) {
    const stored = chain[index]!
    const lapse = commit.header.lapse && lapseName(commit.header.lapse)
    const skip = gone.has(commit) || (lapse !== undefined && without.has(lapse))
    const after: Head = apply(
      kit,
      rules,
      head,
      skip ? { ...silent(commit), header: { ...commit.header, lapse: undefined } } : commit,
      positionOf(stored),
    )
    head = withTakenBack({ ...after, published: stored.hasEvents ? stored.seq : after.published }, commit)
  }
  return head
}

const withTakenBack = (head: Head, commit: Commit): Head => {
  if (!commit.header.takesBack?.length) return head
  const takenBack = { ...head.takenBack }
  for (const ref of commit.header.takesBack) takenBack[lapseName(ref)] = (takenBack[lapseName(ref)] ?? 0) + 1
  return { ...head, takenBack }
}

/** Folds a tail onto a snapshot; undefined when the tail takes a lapse back, so that the whole chain is needed. */
export const foldTail = (
  kit: RecordKit,
  rules: Rules,
  snapshot: Head | undefined,
  tail: readonly StoredCommit[],
): Head | undefined => {
  let head = snapshot
  for (const stored of tail) {
    const commit = unseal(stored)
    if (commit.header.takesBack?.length) return undefined
    head = apply(kit, rules, head, commit, positionOf(stored))
  }
  return head
}

/** A lapse that follows from the facts. */
export interface Coming extends LapseRef {
  due: string
}

/** Every lapse of a clock: of earlier courses, which stand, and the one to come. */
const lapsesOf = (clock: Clock, floor: Instant | undefined): Coming[] => {
  const ref = { clock: clock.id, key: clock.key }
  const earlier = (clock.earlier ?? []).map(({ due, at }) => ({ ...ref, due, at }))
  const { lapseAt } = floored(clock, floor)
  return lapseAt === undefined ? earlier : [...earlier, { ...ref, due: clock.due ?? '', at: lapseAt }]
}

const floored = (clock: Clock, floor: Instant | undefined): Clock =>
  floor !== undefined && clock.lapseAt !== undefined && clock.lapseAt < floor ? { ...clock, lapseAt: floor } : clock

const floorOf = (head: Head, clock: Clock): Instant | undefined => head.floors[`${clock.id}|${clock.key}`]

const byInstant = (a: Coming, b: Coming): number =>
  a.at !== b.at ? (a.at < b.at ? -1 : 1) : lapseName(a) < lapseName(b) ? -1 : 1

/**
 * Lapses that follow and are not written, earliest first; at one instant by clock and key. The n-th lapse of a clock is written when n
 * are: rules that end the clock at another moment do not make a second lapse of one that was.
 */
const unwritten = (head: Head): Coming[] =>
  head.clocks
    .flatMap((clock) => {
      const all = lapsesOf(clock, floorOf(head, clock))
      if (!all.length) return all
      return all.slice(head.lapses.filter((lapse) => lapse.clock === clock.id && lapse.key === clock.key).length)
    })
    .sort(byInstant)

/** Lapses that have come by `now` and are not written. */
export const dueLapses = (head: Head, now: Instant): Coming[] => unwritten(head).filter((lapse) => lapse.at <= now)

/** What the clock index holds for the record: lapses to come. */
export const dueRows = (head: Head): { clock: string; key: string; at: string }[] =>
  unwritten(head).map(({ clock, key, at }) => ({ clock, key, at }))

export const rolesOf = (kit: RecordKit, facts: Record<string, unknown>): Record<string, readonly string[]> => {
  const roles: Record<string, readonly string[]> = {}
  for (const [role, find] of Object.entries(kit.type.roles)) {
    const value = find(facts)
    roles[role] = value === undefined || value === '' ? [] : typeof value === 'string' ? [value] : value
  }
  return roles
}

export const overlaysOf = (kit: RecordKit, head: Pick<Head, 'facts' | 'clocks'>): string[] =>
  Object.entries(kit.type.overlays ?? {}).flatMap(([name, holds]) => (holds(head.facts, head.clocks) ? [name] : []))

/** Clocks as they stand at an instant. */
export const clocksAt = (head: Head, now: Instant): Clock[] =>
  head.clocks.map((clock) => stateAt(floored(clock, floorOf(head, clock)), now))

/** What steps see. */
export const viewOf = (kit: RecordKit, head: Head, now: Instant): RecordView => {
  const clocks = clocksAt(head, now)
  return {
    id: head.id,
    kind: head.kind,
    dossier: head.dossier,
    version: head.version,
    state: head.state,
    since: head.since,
    facts: head.facts,
    overlays: overlaysOf(kit, { facts: head.facts, clocks }),
    clocks,
    papers: head.papers,
  }
}

/** What a service shows of a record to lists, timelines and other services. */
export const summaryOf = (kit: RecordKit, head: Head, now: Instant): Summary => {
  const view = viewOf(kit, head, now)
  return {
    id: head.id,
    kind: head.kind,
    dossier: head.dossier,
    version: head.version,
    state: head.state,
    overlays: view.overlays,
    label: kit.type.label(head.facts),
    roles: rolesOf(kit, head.facts),
    numbers: head.papers.flatMap((paper) => paper.number ?? []),
    clocks: view.clocks.map(
      ({
        id,
        key,
        state,
        due,
        strict,
        lastSafeDay,
        provisional,
        pausedSince,
        remaining,
        start,
        lapseAt,
        stoppedAt,
      }) => ({
        id,
        key,
        state,
        due,
        strict,
        lastSafeDay,
        provisional,
        pausedSince,
        remaining,
        start,
        lapseAt,
        stoppedAt,
      }),
    ),
    since: head.since,
    by: { agency: head.by.agency, office: head.by.office, person: head.by.person },
    at: head.at,
  }
}
