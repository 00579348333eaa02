import type { MadePaper } from '#kernel'
import type { Rules } from '#rules'

/** What a paper is made from: its record's facts and papers, and the names that the rules have for codes. */
export interface Source extends MadePaper {
  kind: string
  /** Id of the record. */
  record: string
  /** Facts of the record today: only for what was not known yet when the paper was made. */
  now: Readonly<Record<string, unknown>>
}

/** Who and what a code stands for. */
export interface Names {
  rules: Pick<
    Rules,
    'agency' | 'regions' | 'sameLevel' | 'staff' | 'ip' | 'channel' | 'document' | 'figure' | 'figureUnits'
  >
  /** A code among the facts, in Chinese. */
  word: (fact: string, code: string) => string | undefined
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** Within a list the part of each of its items. */
const within = (value: unknown, steps: readonly string[]): unknown => {
  const [first, ...rest] = steps
  if (first === undefined || value === undefined || value === null) return value ?? undefined
  if (Array.isArray(value) && !/^\d+$/.test(first)) {
    const all = value.flatMap((one: unknown) => within(one, steps) ?? [])
    return all.length ? all : undefined
  }
  return isObject(value) ? within(value[first], rest) : undefined
}

/** Papers, clocks and events (`last`) are found by name; of several the last. */
const rooms = (source: Source): Record<string, unknown> => ({
  ...source,
  fields: source.paper.fields,
  made: Object.fromEntries(source.papers.map((paper) => [paper.title, paper])),
  last: Object.fromEntries(Object.entries(source.happened).map(([type, all]) => [type, all.at(-1)])),
  clock: Object.fromEntries(source.clocks.map((clock) => [clock.id, clock])),
})

const kept = new WeakMap<Source, Record<string, unknown>>()

const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** The value at a path: `facts.subject.name`, `made.行政处罚告知书.number`, `happened.EvidenceCollected.items`. */
export const valueAt = (source: Source, path: string): unknown => {
  const room = kept.get(source) ?? rooms(source)
  kept.set(source, room)
  const value = within(room, path.split('.'))
  return isNothing(value) ? undefined : value
}

/** The first of several paths at which something stands. */
export const firstAt = (source: Source, paths: string | readonly string[]): unknown => {
  for (const path of [paths].flat()) {
    const value = valueAt(source, path)
    if (value !== undefined) return value
  }
  return undefined
}
