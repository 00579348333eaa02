import { readInstant, type Clock, type Shown } from '#kernel'
import type { About, ClockWords } from './format.js'

/** One thing that was expected, and what was found. */
export interface Finding {
  what: string
  expected: unknown
  found: unknown
  ok: boolean
  /** Id of the clock a date belongs to. */
  clock?: string
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value ?? null
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  )
}

/** Dates in stories are days, or local times where the unit is hours. */
const dated = (value: unknown): unknown =>
  typeof value === 'string' && value.includes('T') ? (readInstant(value) ?? value) : (value ?? null)

const finding = (what: string, expected: unknown, found: unknown, clock?: string): Finding => ({
  what,
  expected,
  found,
  ok: same(expected, found),
  clock,
})

/** A clock is named by its id, or `CLK-X[key]` where there are several; of those that came one after the other the last is meant. */
export const clockNamed = (record: Shown | undefined, name: string): Clock | undefined => {
  const [, id, key] = /^([^[]+)(?:\[(.*)\])?$/.exec(name)!
  return record?.clocks.filter((clock) => clock.id === id && (key === undefined || clock.key === key)).at(-1)
}

/** The names of a record's clocks: with their keys where several have the id, or where `named` has them so. */
const clockNames = ({ clocks }: Shown, named: readonly string[]): string[] => {
  const nameOf = ({ id, key }: Clock): string => {
    const full = `${id}[${key}]`
    const several = clocks.some((other) => other.id === id && other.key !== key)
    return named.includes(full) || (several && !named.includes(id)) ? full : id
  }
  return [...new Set(clocks.map(nameOf))].sort()
}

const lateBy = (clock: Clock): string | null => (clock.lateBy ? `${clock.lateBy.n} ${clock.lateBy.unit}` : null)

/** The clocks of a name that have different keys. */
const keyed = ({ clocks }: Shown, name: string): string[] => {
  const alike = clocks.filter(({ id }) => id === name.replace(/\[.*$/, ''))
  return [...new Set(alike.map(({ id, key }) => `${id}[${key}]`))]
}

/** Why a name stands for no clock: there is none, or there are several. */
const unclear = (record: Shown, name: string): string | undefined => {
  const others = keyed(record, name)
  if (!clockNamed(record, name)) return ['no such clock', ...others].join('; there is ')
  return name.endsWith(']') || others.length < 2 ? undefined : `several clocks: ${others.join(', ')}`
}

const clockFindings = (record: Shown, name: string, words: ClockWords): Finding[] => {
  const no = unclear(record, name)
  if (no) return [finding(name, words, no)]
  const clock = clockNamed(record, name)!
  const found: Record<string, unknown> = { ...clock, lateBy: lateBy(clock) }
  return Object.entries(words).map(([word, expected]) => {
    const value =
      word === 'excluded'
        ? clock.excluded.map(([from, to]) => [from.slice(0, 10), to.slice(0, 10)])
        : dated(found[word])
    const wanted = word === 'excluded' ? expected : dated(expected)
    return finding(
      `${name} ${word}`,
      wanted,
      word === 'pausedSince' && typeof value === 'string' && String(wanted).length === 10 ? value.slice(0, 10) : value,
      name,
    )
  })
}

const paperFindings = (record: Shown, papers: NonNullable<About['papers']>, exactly: boolean): Finding[] => {
  const held = record.papers.map((paper) => paper.title)
  const each = papers.map((paper) => {
    if (typeof paper === 'string') return { ...finding(`paper ${paper}`, paper, held.includes(paper) ? paper : held) }
    const [title, number] = Object.entries(paper)[0]!
    const numbers = record.papers.filter((one) => one.title === title).map((one) => one.number)
    return finding(`paper ${title}`, number, numbers.includes(number) ? number : numbers)
  })
  return exactly
    ? [
        ...each,
        finding(
          'papers',
          papers.map((paper) => (typeof paper === 'string' ? paper : Object.keys(paper)[0])),
          held,
        ),
      ]
    : each
}

/** A dotted path into the facts; `metrics.sales_amount`. */
export const factAt = (facts: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        value === null || typeof value !== 'object' ? undefined : (value as Record<string, unknown>)[key],
      facts,
    )

/** Everything that is said about one record. */
export const findingsAbout = (record: Shown, about: About, resolve: (value: unknown) => unknown): Finding[] => {
  const found: Finding[] = []
  if (about.state !== undefined) found.push(finding('state', about.state, record.state))
  for (const overlay of [about.overlay ?? []].flat())
    found.push(finding(`overlay ${overlay}`, true, record.overlays.includes(overlay)))
  for (const [name, words] of Object.entries(about.clocks ?? {})) found.push(...clockFindings(record, name, words))
  if (about.exactly && about.clocks)
    found.push(finding('clocks', Object.keys(about.clocks).sort(), clockNames(record, Object.keys(about.clocks))))
  if (about.papers) found.push(...paperFindings(record, about.papers, about.exactly === true))
  for (const [path, value] of Object.entries(about.facts ?? {}))
    found.push(finding(`facts.${path}`, resolve(value), factAt(record.facts, path) ?? null))
  return found
}

/** What a refusal must leave as it was. */
export const untouched = (before: Shown, after: Shown): Finding[] => [
  finding('state as before', before.state, after.state),
  finding('version as before', before.version, after.version),
  finding('clocks as before', before.clocks, after.clocks),
]

export const plain = (what: string, expected: unknown, found: unknown): Finding => finding(what, expected, found)
