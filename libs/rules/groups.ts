import { nearest } from './nearest.js'
import type { Fault, Parsed } from './faults.js'

/** Kinds of agency and groups of them, groups within groups included. */
export interface Kinds {
  readonly kinds: readonly string[]
  readonly outside: ReadonlySet<string>
  readonly groups: Readonly<Record<string, readonly string[]>>
}

const spread = ({ kinds, groups }: Kinds, name: string, above: readonly string[] = []): string[] => {
  if (kinds.includes(name)) return [name]
  return above.includes(name)
    ? []
    : (groups[name] ?? []).flatMap((one) => spread({ kinds, groups, outside: new Set() }, one, [...above, name]))
}

/** Kinds behind names of kinds and groups. */
export const kindsBehind = (table: Kinds, names: readonly string[]): string[] => [
  ...new Set(names.flatMap((name) => spread(table, name))),
]

/** Names that are neither a kind nor a group. */
export const kindFaults = (
  table: Kinds,
  parsed: Parsed,
  path: readonly PropertyKey[],
  names: readonly string[],
): Fault[] => {
  const known = [...table.kinds, ...Object.keys(table.groups)]
  return names
    .filter((name) => !known.includes(name))
    .map((name) => {
      const near = nearest(name, known)
      return parsed.fault(
        path,
        `没有机关类型 ${name}，是否应为 ${near}`,
        `there is no kind of agency ${name}; did you mean ${near}?`,
      )
    })
}
