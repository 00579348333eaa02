import type { subject } from '#contracts'
import { canonical } from '#kernel'

type Holdings = subject.Holdings
type Amount = subject.Amount

export const NOTHING: Holdings = { keys: [], matters: [], amounts: [], settled: [], repeats: [], restored: [] }

const settledName = (one: subject.Settlement): string => `${one.matter}:${one.ground}`
const repeatName = (one: subject.Repeat): string => `${one.matter}:${one.by}`

const missing = <T>(known: readonly T[], told: readonly T[], nameOf: (item: T) => string): T[] => {
  const names = new Set(known.map(nameOf))
  return told.filter((item) => !names.has(nameOf(item)))
}

const sameAmount = (item: Amount, before: Amount): boolean =>
  canonical({ ...item, at: '' }) === canonical({ ...before, at: '' })

const amountsIn = (known: readonly Amount[], told: readonly Amount[]): Amount[] =>
  told.filter((item) => {
    const before = known.find((one) => idOf(one) === idOf(item))
    return !before || (item.at >= before.at && !sameAmount(item, before))
  })

/** Another agency counts when it is later; what a matter replaced counts whenever it is told. */
const mattersIn = (known: readonly subject.Noted[], told: readonly subject.Noted[]): subject.Noted[] =>
  told.filter((item) => {
    const before = known.find((one) => idOf(one) === idOf(item))
    if (!before || item.replaces.some((id) => !before.replaces.includes(id))) return true
    return item.at >= before.at && item.matter.agency !== before.matter.agency
  })

const idOf = ({ matter }: { matter: subject.Matter }): string => matter.id

/** Of what is told, what a ledger does not hold yet. The later figure of a matter takes the place of the earlier. */
export const newsIn = (held: Holdings, told: Holdings): Holdings => ({
  keys: missing(held.keys, told.keys, (key) => key),
  matters: mattersIn(held.matters, told.matters),
  amounts: amountsIn(held.amounts, told.amounts),
  settled: missing(held.settled, told.settled, settledName),
  repeats: missing(held.repeats, told.repeats, repeatName),
  restored: missing(held.restored, told.restored, (matter) => matter),
})

export const isNothing = (news: Holdings): boolean => Object.values(news).every((list) => list.length === 0)

const replaced = <T extends { matter: subject.Matter }>(known: readonly T[], told: readonly T[]): T[] => [
  ...known.filter((one) => !told.some((other) => idOf(other) === idOf(one))),
  ...told,
]

const merged = (one: subject.Noted, before: subject.Noted | undefined): subject.Noted => ({
  ...(before && before.at > one.at ? before : one),
  replaces: [...new Set([...(before?.replaces ?? []), ...one.replaces])].sort(),
})

/** A matter that is told again keeps what it replaced. */
const noted = (known: readonly subject.Noted[], told: readonly subject.Noted[]): subject.Noted[] =>
  told.reduce<subject.Noted[]>(
    (all, one) =>
      replaced(all, [
        merged(
          one,
          all.find((other) => idOf(other) === idOf(one)),
        ),
      ]),
    [...known],
  )

export const withNews = (held: Holdings, news: Holdings): Holdings => ({
  keys: [...held.keys, ...news.keys].sort(),
  matters: noted(held.matters, news.matters),
  amounts: replaced(held.amounts, news.amounts),
  settled: [...held.settled, ...news.settled],
  repeats: [...held.repeats, ...news.repeats],
  restored: [...held.restored, ...news.restored],
})

/** A matter with the amounts that are its own: what it evaluated, else what the matters it replaced had. */
export interface Root {
  matter: subject.Matter
  amounts: Amount[]
}

const isSettled = (held: Holdings, id: string): boolean =>
  held.settled.some(({ matter, ground }) => matter === id && !(ground === 'penalty' && held.restored.includes(id)))

const ownAmounts = (held: Holdings, id: string, seen: readonly string[] = []): Amount[] => {
  if (seen.includes(id) || isSettled(held, id)) return []
  const own = held.amounts.find((one) => one.matter.id === id)
  if (own) return [own]
  const before = held.matters.find((one) => one.matter.id === id)?.replaces ?? []
  return before.flatMap((earlier) => ownAmounts(held, earlier, [...seen, id]))
}

const byId = (one: { id: string }, other: { id: string }): number => (one.id < other.id ? -1 : 1)

/** Matters that no other has taken the place of, by id. */
export const rootsOf = (held: Holdings): Root[] => {
  const gone = new Set(held.matters.flatMap(({ replaces }) => replaces))
  const known = new Map([...held.amounts, ...held.matters].map(({ matter }) => [matter.id, matter]))
  return [...known.values()]
    .filter(({ id }) => !gone.has(id))
    .sort(byId)
    .map((matter) => ({ matter, amounts: ownAmounts(held, matter.id) }))
}

/** Penalties and sentences that still stand. */
export const standingRepeats = (held: Holdings): subject.Repeat[] =>
  held.repeats.filter(({ matter, by }) => !(by === 'penalty' && held.restored.includes(matter)))
