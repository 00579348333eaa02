import type { StoredCommit } from '#ports'
import type { Rules } from '#rules'
import { positionOf, START, unseal, type Commit, type Happened, type Position } from './commit.js'
import { lapseName, type Head, type RefusalMark } from './head.js'
import { toMs, type Instant } from './instant.js'
import { versionFor, type RecordKit } from './kit.js'
import { reckon, type Clock, type Fact } from './ledger.js'
import type { Actor } from './record.js'

const HOUR_MS = 3_600_000

/** START stands last: Node 20 adds every property after a leading spread one by one, 3 µs each. */
const emptyHead = (kit: RecordKit, rules: Rules, commit: Commit): Head => ({
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
  ...START,
})

/** Where events have led. */
type Course = Pick<Head, 'state' | 'since' | 'facts'>

/** Folds one event into state and facts. */
const evolve = (kit: RecordKit, course: Course, happened: Happened, actor: Actor, at: Instant): Course => {
  const rule = (kit.type.evolve as Record<string, unknown>)[happened.type] as
    | string
    | { to?: string | readonly string[]; by?: (...args: unknown[]) => string; set?: (...args: unknown[]) => object }
    | undefined
  if (rule === undefined) return course
  const { state, since, facts } = course
  if (typeof rule === 'string') return { state: rule, since: at, facts }
  const meta = { id: happened.id, at, actor, state }
  const to = rule.by?.(happened.data, facts, meta) ?? (typeof rule.to === 'string' ? rule.to : undefined)
  const set = rule.set ? { ...facts, ...rule.set(happened.data, facts, meta) } : facts
  return to === undefined ? { state, since, facts: set } : { state: to, since: at, facts: set }
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
  const { header, events } = commit
  const head = before ?? emptyHead(kit, rules, commit)
  let course: Course = head
  for (const happened of events) course = evolve(kit, course, happened, header.actor, header.at)
  const { lines, clocks } = events.length ? reckonWith(kit, rules, head, factsOf(commit)) : head
  const last = events.length ? header : head
  return {
    id: head.id,
    kind: head.kind,
    dossier: head.dossier,
    state: course.state,
    since: course.since,
    facts: course.facts,
    papers: commit.papers.length ? [...head.papers, ...commit.papers] : head.papers,
    lines,
    clocks,
    lapses: header.lapse ? [...head.lapses, { ...header.lapse, seq: position.seq }] : head.lapses,
    takenBack: head.takenBack,
    refusals: refusalsAfter(head, commit, position.version),
    floors: floorsAfter(head, commit),
    law: head.law,
    by: events.length ? header.actor : head.by,
    at: last.at,
    step: last.step,
    recordedAt: header.recordedAt,
    published: events.length ? position.seq : head.published,
    seq: position.seq,
    version: position.version,
    hash: position.hash,
  }
}

const silent = (commit: Commit): Commit => ({ ...commit, events: [], papers: [] })

/** Commits of lapses that a later commit took back: their events count no more. */
export const undone = (commits: readonly Commit[]): ReadonlySet<Commit> => {
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
