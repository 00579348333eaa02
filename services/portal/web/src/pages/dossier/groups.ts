import type { Act, Dossier, DossierRecord } from './read.js'

/** What was done at one moment, with what came of it in other records. */
export interface Deed {
  act: Act
  /** Code of the agency in whose lane it stands. */
  lane: string
  followed: readonly Act[]
}

/** Something goes from one lane to another: the file to its next holder, or what an act brought about elsewhere. */
export interface Handover {
  from: Deed
  to: { lane: string; at: string }
}

const SYSTEM = 'SYSTEM'

const holderOf = (record: DossierRecord | undefined): string | undefined =>
  record?.roles?.holder?.find((one) => !one.startsWith('party:'))

/** Parties come under the name of their class, agencies under a code with a region or a number. */
export const isOutside = (agency: string): boolean => !agency.includes('-')

const isDone = (act: Act): boolean => act.agency !== SYSTEM

/** What the system recorded stands with the act that brought it about; where that is not to be seen, with the record's holder. */
export const deedsOf = ({ timeline, records }: Pick<Dossier, 'timeline' | 'records'>): Deed[] => {
  const byId = new Map(records.map((record) => [record.id, record]))
  const done = new Map(timeline.filter(isDone).map((act) => [act.root, act]))
  const followed = new Map<string, Act[]>()
  const alone: Act[] = []
  for (const act of timeline.filter((one) => !isDone(one)))
    if (done.has(act.root)) followed.set(act.root, [...(followed.get(act.root) ?? []), act])
    else alone.push(act)
  const deeds = timeline.filter(isDone).map((act) => ({
    act,
    lane: act.agency,
    followed: done.get(act.root) === act ? (followed.get(act.root) ?? []) : [],
  }))
  const others = alone.map((act) => ({ act, lane: holderOf(byId.get(act.record)) ?? SYSTEM, followed: [] }))
  return [...deeds, ...others].sort((one, other) =>
    one.act.at < other.act.at ? -1 : one.act.at > other.act.at ? 1 : 0,
  )
}

/** Lanes in the order in which they came in. */
export const lanesOf = (deeds: readonly Deed[]): string[] => [...new Set(deeds.map(({ lane }) => lane))]

/** A file goes from agency to agency; a party only answers. A file that many agencies act on together goes to none of them. */
const isShared = (record: DossierRecord | undefined): boolean => (record?.roles?.participant?.length ?? 0) > 0

const passings = (deeds: readonly Deed[], records: ReadonlyMap<string, DossierRecord>): Handover[] => {
  const been = new Map<string, { last: Deed; lanes: Set<string> }>()
  const found: Handover[] = []
  for (const deed of deeds) {
    const { record, at } = deed.act
    const before = been.get(record)
    if (before && !before.lanes.has(deed.lane) && !isOutside(deed.lane) && !isShared(records.get(record)))
      found.push({ from: before.last, to: { lane: deed.lane, at } })
    been.set(record, { last: deed, lanes: new Set([...(before?.lanes ?? []), deed.lane]) })
  }
  return found
}

/** Records that an act made, in the lane of whoever took them up; until somebody has, of their holder. */
const births = (deeds: readonly Deed[], records: ReadonlyMap<string, DossierRecord>): Handover[] => {
  const first = new Map<string, string>()
  const taken = new Map<string, string>()
  for (const { act, lane, followed } of deeds) {
    if (!taken.has(act.record)) taken.set(act.record, lane)
    for (const { record, id } of [act, ...followed]) if (!first.has(record)) first.set(record, id)
  }
  return deeds.flatMap((deed) =>
    deed.followed.flatMap((act) => {
      const born = first.get(act.record) === act.id
      const lane = born ? (taken.get(act.record) ?? holderOf(records.get(act.record))) : undefined
      return lane !== undefined && lane !== deed.lane ? [{ from: deed, to: { lane, at: act.at } }] : []
    }),
  )
}

export const handoversOf = (deeds: readonly Deed[], records: readonly DossierRecord[]): Handover[] => {
  const byId = new Map(records.map((record) => [record.id, record]))
  return [...passings(deeds, byId), ...births(deeds, byId)]
}
