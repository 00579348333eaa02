import { brokenAt, canonical, derive, type Actor, type Instant, type Policy, type Reaction, type World } from '#kernel'
import { dueRows } from '#kernel/due'
import { lapseName } from '#kernel/head'
import type { Records } from '#ports'
import type { History } from './history.js'

/** Sees every record. */
export const READER: Actor = Object.freeze({ agency: 'READER', office: 'reader', person: 'READER' })

/** The same, with the reader. */
export const everyone = (policy: Policy): Policy => ({
  ...policy,
  knows: (actor, record, rules) => actor === READER || policy.knows(actor, record, rules),
})

/** What was looked at, and what was found wrong. */
export interface Findings {
  counts: Record<string, number>
  violations: string[]
}

export interface Kept {
  world: World
  recordsOf: (service: string) => Records
  key: string
  histories: readonly History[]
  now: Instant
}

const KEPT_FOR_EVER = '9999-12-31T00:00:00.000+08:00'
const MOST = 1_000_000

const doubles = (names: readonly string[]): string[] => [
  ...new Set(names.filter((name, n) => names.indexOf(name) !== n)),
]

/** The chain holds, and what is cached or derived of the record is what the chain folds to. */
const recordFaults = async ({ world, recordsOf, key }: Kept, history: History): Promise<string[]> => {
  const { kind, id, chain, head } = history
  const broken = brokenAt(chain, key)
  const shown = await world.show(kind, id, READER)
  const loaded = await recordsOf(history.service).load(id)
  const snapshot = loaded?.snapshot && (JSON.parse(loaded.snapshot.body) as { seq: number; hash: string })
  const at = snapshot && chain[snapshot.seq - 1]
  return [
    broken && `the chain breaks at ${broken.seq}: ${broken.why}`,
    shown?.chain.head !== head.hash && `is shown at ${shown?.chain.seq}, its chain ends at ${head.seq}`,
    shown?.state !== head.state && `is shown in state ${shown?.state}, its chain folds to ${head.state}`,
    snapshot && at?.hash !== snapshot.hash && `has a snapshot of another chain at ${snapshot.seq}`,
    ...doubles(chain.map(({ message }) => message)).map((message) => `holds message ${message} twice`),
    ...doubles(standingLapses(history)).map((lapse) => `lapsed twice: ${lapse}`),
  ].flatMap((fault) => (fault ? [`${kind} ${id} ${fault}`] : []))
}

/** Lapses that were written, those taken back left out once each. */
const standingLapses = ({ commits }: History): string[] => {
  const standing: string[] = []
  for (const { header } of commits) {
    if (header.lapse) standing.push(lapseName(header.lapse))
    for (const back of header.takesBack ?? []) standing.splice(standing.lastIndexOf(lapseName(back)), 1)
  }
  return standing
}

/** What was promised is there, with its events, where it was said to be. */
const promiseFaults = ({ histories }: Kept, said: readonly string[][]): string[] => {
  const known = new Map(
    histories.flatMap(({ id, chain }) => chain.map((commit) => [`${id} ${commit.message}`, commit] as const)),
  )
  return said.flatMap(([, kind, id, message, version]) => {
    const commit = known.get(`${id} ${message}`)
    if (!commit) return [`${kind} ${id}: message ${message} was answered and is lost`]
    const same = commit.hasEvents && commit.version === Number(version)
    return same ? [] : [`${kind} ${id}: message ${message} was answered as version ${version} and is ${commit.version}`]
  })
}

const rowName = (one: { clock: string; key: string; at: string }): string => `${one.clock}|${one.key}|${one.at}`

/** What was due and has not lapsed, before anybody looks at a record: looking writes what is due. */
export const overdueFaults = async ({
  world,
  recordsOf,
  now,
}: Pick<Kept, 'world' | 'recordsOf' | 'now'>): Promise<string[]> => {
  const due = await Promise.all(world.services.map(({ name }) => recordsOf(name).due(now, MOST)))
  return due
    .flat()
    .map(({ kind, record, clock, at }) => `${kind} ${record}: ${clock} was due at ${at} and has not lapsed by ${now}`)
}

/** The index of clocks is that of the chains. */
const clockFaults = async ({ world, recordsOf, histories }: Kept): Promise<string[]> => {
  const faults: string[] = []
  const kept = new Map<string, string[]>()
  for (const { name } of world.services)
    for (const row of await recordsOf(name).due(KEPT_FOR_EVER, MOST))
      kept.set(row.record, [...(kept.get(row.record) ?? []), rowName(row)])
  for (const { kind, id, head } of histories) {
    const wanted = dueRows(head).map(rowName).sort()
    const found = (kept.get(id) ?? []).sort()
    if (canonical(wanted) !== canonical(found))
      faults.push(`${kind} ${id}: clocks ${wanted.join()} are kept as ${found.join()}`)
  }
  return faults
}

/** Numbers of one agency, paper and year run from 1 without gap and without double. */
const numberFaults = ({ histories }: Kept): { count: number; faults: string[] } => {
  const series = new Map<string, number[]>()
  for (const { number, title } of histories.flatMap(({ head }) => head.papers)) {
    const n = /(\d+)号?$/.exec(number ?? '')
    if (!number || !n) continue
    const name = `${title} ${number.slice(0, n.index)}`
    series.set(name, [...(series.get(name) ?? []), Number(n[1])])
  }
  const faults = [...series].flatMap(([name, numbers]) => {
    const sorted = numbers.sort((a, b) => a - b)
    const wrong = sorted.findIndex((n, index) => n !== index + 1)
    return wrong < 0 ? [] : [`${name}: number ${wrong + 1} is ${sorted[wrong]}, of ${sorted.length}`]
  })
  return { count: [...series.values()].reduce((sum, numbers) => sum + numbers.length, 0), faults }
}

/** What may be claimed once was: one case per lead, one record per key, and the store knows whose. */
const claimFaults = async ({ histories, recordsOf }: Kept): Promise<string[]> => {
  const filed = histories.flatMap(({ commits }) =>
    commits.flatMap(({ events }) =>
      events.flatMap(({ type, data }) => (type === 'CaseFiled' ? (data.leads as string[]) : [])),
    ),
  )
  const faults = doubles(filed).map((lead) => `lead ${lead} was filed twice`)
  for (const { service, kind, id, commits } of histories) {
    const { key } = commits[0]!.header
    if (key === undefined) continue
    const holder = await recordsOf(service).claimant(`key:${kind}:${key}`)
    if (holder !== id) faults.push(`${kind} ${id}: its key ${key} is held by ${holder}`)
  }
  return faults
}

/** What others show of a record is what it is. */
const viewFaults = async ({ world, histories }: Kept): Promise<string[]> => {
  const table = world.view('portal', 'records')!
  const rows = await Promise.all(histories.map(({ id }) => table.get(id)))
  const byId = new Map(rows.flatMap((row) => (row ? [[row.id, row] as const] : [])))
  return histories.flatMap(({ kind, id, head }) => {
    const row = byId.get(id)
    return row?.version === head.version && row?.state === head.state
      ? []
      : [
          `${kind} ${id}: the portal shows version ${String(row?.version)} ${String(row?.state)}, it is ${head.version} ${head.state}`,
        ]
  })
}

interface Told {
  reaction: Reaction
  message: string
  target: { id: string } | { key: string }
  source: string
}

/** Every input that every contract event must have become. */
const toldOf = ({ world, histories }: Kept): Told[] => {
  const reactions = world.services.flatMap((service) => service.reactions)
  return histories.flatMap(({ kind, id, commits, head }) =>
    commits.flatMap(({ header, events }) =>
      events.flatMap((event) =>
        reactions
          .filter(({ on }) => on.kind === kind && on.type === event.type)
          .flatMap((reaction) => {
            const received = {
              id: event.id,
              type: event.type,
              data: event.data,
              at: header.at,
              record: id,
              kind,
              dossier: head.dossier,
              actor: header.actor,
            }
            return reaction.to(received as never).map(({ target }): Told => {
              const name = 'id' in target ? target.id : `${reaction.step.kind}:${target.key}`
              return {
                reaction,
                target,
                message: derive(event.id, reaction.name, name),
                source: `${kind} ${id} ${event.type}`,
              }
            })
          }),
      ),
    ),
  )
}

/**
 * Every contract event that has a reaction has exactly one effect. None is right in two cases only: nobody bears the key that is
 * named and the step makes no record, or the record has refused the same before and says so once.
 */
const reactionFaults = async (kept: Kept): Promise<{ counts: Record<string, number>; faults: string[] }> => {
  const effects = new Map<string, History[]>()
  for (const history of kept.histories)
    for (const { message } of history.chain) effects.set(message, [...(effects.get(message) ?? []), history])
  const faults: string[] = []
  const counts = { reactions: 0, 'reactions to nobody': 0, 'reactions refused before': 0 }
  for (const told of toldOf(kept)) {
    const { reaction, message, source } = told
    const found = (effects.get(message) ?? []).filter(({ kind }) => kind === reaction.step.kind).length
    const none = found === 0 ? await answeredWithout(kept, told) : undefined
    if (found === 1) counts.reactions += 1
    else if (none) counts[none] += 1
    else faults.push(`${source}: reaction ${reaction.name} has ${found} effects`)
  }
  return { counts, faults }
}

const answeredWithout = async (
  { histories, recordsOf }: Kept,
  { reaction: { step }, target }: Told,
): Promise<'reactions to nobody' | 'reactions refused before' | undefined> => {
  const service = step.kind.split('/')[0]!
  const id = 'id' in target ? target.id : await recordsOf(service).claimant(`key:${step.kind}:${target.key}`)
  if (id === undefined) return step.from.includes('new') ? undefined : 'reactions to nobody'
  const refused = histories
    .find((one) => one.id === id)
    ?.commits.some(({ header }) => header.refused && header.step === step.name)
  return refused ? 'reactions refused before' : undefined
}

const countsOf = ({ histories }: Kept, said: readonly string[][], from: Instant): Record<string, number> => {
  const commits = histories.flatMap((history) => history.commits)
  const lapses = commits.filter(({ header }) => header.lapse)
  return {
    records: histories.length,
    commits: commits.length,
    'commits answered': said.length,
    refusals: commits.filter(({ header }) => header.refused).length,
    lapses: lapses.length,
    'lapses that came while down': lapses.filter(({ header }) => header.lapse!.at <= from && header.recordedAt >= from)
      .length,
  }
}

/** Looks at everything. `said`: lines `A kind record message version`; `from`: when this process began. */
export const check = async (kept: Kept, said: readonly string[][], from: Instant): Promise<Findings> => {
  const records = await Promise.all(kept.histories.map((history) => recordFaults(kept, history)))
  const numbers = numberFaults(kept)
  const reactions = await reactionFaults(kept)
  const parked = (await kept.world.parked()).map(
    ({ group, record, error }) => `parked for ${group}: ${record}: ${error}`,
  )
  return {
    counts: { ...countsOf(kept, said, from), ...reactions.counts, 'paper numbers': numbers.count },
    violations: [
      ...records.flat(),
      ...promiseFaults(kept, said),
      ...(await clockFaults(kept)),
      ...numbers.faults,
      ...(await claimFaults(kept)),
      ...(await viewFaults(kept)),
      ...reactions.faults,
      ...parked,
    ],
  }
}
