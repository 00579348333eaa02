import type { Day } from '#kernel'
import type { Fault, Parsed } from './faults.js'
import { nearest } from './nearest.js'
import type { LawFile, Metric, Offence, ThresholdRow } from './schemas.js'
import type { Tier } from './thresholds.js'

/** A figure that a row looks at: the sum of these metrics. */
export type Sum = readonly string[]

/** A row made ready: money in fen. */
export interface Threshold {
  readonly id: string
  readonly source: string
  readonly ruleSet: string
  readonly validFrom: Day
  readonly validTo?: Day
  readonly article: string
  readonly offence: string
  readonly tier: Tier
  readonly flags: readonly string[]
  readonly sums: readonly Sum[]
  readonly at: number
  readonly unit: string
  readonly confidence: string
  readonly onlyIf?: { readonly metric: string; readonly below: number }
  readonly requires: readonly string[]
  readonly composite?: { readonly atLeast: number; readonly items: readonly (readonly string[])[] }
  readonly anyOf: readonly string[]
}

export interface ThresholdBook {
  readonly rows: readonly Threshold[]
  readonly offences: readonly Offence[]
  readonly metrics: readonly Metric[]
  readonly flags: readonly string[]
}

const FEN = 100
const sumsOf = (metric: string | undefined): Sum[] =>
  metric === undefined ? [] : metric.split('|').map((one) => one.split('+').map((name) => name.trim()))

const inFen = (unit: string, n: number): number => (unit === 'CNY' ? n * FEN : n)

const ready = (file: LawFile, row: ThresholdRow): Threshold => ({
  id: row.id,
  source: file.source,
  ruleSet: file.ruleSet ?? file.source,
  validFrom: file.validFrom,
  validTo: row.validTo ?? file.validTo,
  article: row.article,
  offence: row.offence,
  tier: row.tier,
  flags: row.flags,
  sums: sumsOf(row.metric),
  at: inFen(row.unit, row.at ?? 0),
  unit: row.unit,
  confidence: row.confidence ?? file.confidence ?? 'verified',
  ...(row.onlyIf && { onlyIf: { metric: row.onlyIf.metric, below: inFen(row.unit, row.onlyIf.below) } }),
  requires: row.requires ?? [],
  ...(row.composite && { composite: row.composite }),
  anyOf: row.anyOf ?? [],
})

/** "Ten times the figures above" becomes one row per figure. */
const multiplied = (file: LawFile, row: ThresholdRow, all: readonly ThresholdRow[]): Threshold[] =>
  row.times!.of.flatMap((id) => {
    const base = all.find((one) => one.id === id)
    if (!base) return []
    const { n } = row.times!
    return [{ ...ready(file, base), id: row.id, tier: row.tier, article: row.article, at: ready(file, base).at * n }]
  })

/** The threshold rows of a law file. */
export const thresholdsOf = (file: LawFile): Threshold[] =>
  (file.thresholds ?? []).flatMap((row) => (row.times ? multiplied(file, row, file.thresholds!) : [ready(file, row)]))

const unknown = (
  parsed: Parsed,
  at: readonly PropertyKey[],
  kind: [zh: string, en: string],
  name: string,
  known: readonly string[],
) => {
  const near = nearest(name, known)
  return parsed.fault(
    at,
    `没有${kind[0]} ${name}，是否应为 ${near}`,
    `there is no ${kind[1]} ${name}; did you mean ${near}?`,
  )
}

/** Names and units that no table of the rules has. */
export const thresholdFaults = (parsed: Parsed, file: LawFile, book: Omit<ThresholdBook, 'rows'>): Fault[] => {
  const metrics = new Map(book.metrics.map((one) => [one.key, one]))
  const keys = book.offences.map((one) => one.key)
  const ids = (file.thresholds ?? []).map((one) => one.id)
  return (file.thresholds ?? []).flatMap((row, i) => {
    const at = ['thresholds', i]
    const used = [...sumsOf(row.metric).flat(), ...(row.onlyIf ? [row.onlyIf.metric] : [])]
    const named = [...(row.times?.of ?? []), ...(row.composite?.items.flat() ?? []), ...(row.anyOf ?? [])]
    return [
      ...(keys.includes(row.offence)
        ? []
        : [unknown(parsed, [...at, 'offence'], ['罪名', 'offence'], row.offence, keys)]),
      ...row.flags
        .filter((flag) => !book.flags.includes(flag))
        .map((flag) => unknown(parsed, [...at, 'flags'], ['情节', 'flag'], flag, book.flags)),
      ...used
        .filter((name) => !metrics.has(name))
        .map((name) => unknown(parsed, [...at, 'metric'], ['数额', 'metric'], name, [...metrics.keys()])),
      ...used
        .filter((name) => metrics.has(name) && metrics.get(name)!.unit !== row.unit)
        .map((name) =>
          parsed.fault(
            [...at, 'unit'],
            `${name} 的单位是 ${metrics.get(name)!.unit}`,
            `the unit of ${name} is ${metrics.get(name)!.unit}`,
          ),
        ),
      ...named.filter((id) => !ids.includes(id)).map((id) => unknown(parsed, at, ['标准', 'row'], id, ids)),
      ...(row.times || row.at !== undefined ? [] : [parsed.fault(at, '缺少 at（数额）', 'write the figure as at')]),
    ]
  })
}
