import type { Threshold, Sum } from './threshold-rows.js'
import type { Measured, Metrics } from './thresholds.js'

/** One row of the criminal thresholds against the figures of a matter. */

/** What a matter shows, for one offence. */
export interface Figures {
  readonly own: Metrics
  /** Own and others' together. */
  readonly all: Metrics
  readonly flags: ReadonlySet<string>
}

const figure = (metrics: Metrics, name: string): number => metrics[name] ?? 0

const total = (metrics: Metrics, sum: Sum): number => sum.reduce((n, name) => n + figure(metrics, name), 0)

/** A sum counts only while its first part stays below the figure of its own. */
const usable = (row: Threshold, sum: Sum, figures: Figures): boolean =>
  sum.length === 1 || !row.onlyIf || figure(figures.all, row.onlyIf.metric) < row.onlyIf.below

const opened = (row: Threshold, { flags, all }: Figures): boolean =>
  (row.flags.length === 0 || row.flags.some((flag) => flags.has(flag))) &&
  row.requires.every((name) => flags.has(name) || (all[name] ?? 0) > 0)

interface Reading {
  readonly metric: string
  readonly value: number
  readonly own: number
}

/** The alternative that comes nearest. */
const plainReading = (row: Threshold, figures: Figures): Reading | undefined =>
  row.sums
    .filter((sum) => usable(row, sum, figures))
    .map((sum) => ({
      metric: sum.join('+'),
      value: total(figures.all, sum),
      own: total(figures.own, sum),
    }))
    .sort((a, b) => b.value - a.value)[0]

const ratioOf = (row: Threshold, figures: Figures, metrics: Metrics): number =>
  opened(row, figures) ? Math.max(0, ...row.sums.map((sum) => total(metrics, sum) / row.at)) : 0

/** The n-th highest share that an item of the list reaches. */
const compositeReading = (row: Threshold, rows: readonly Threshold[], figures: Figures): Reading => {
  const { atLeast, items } = row.composite!
  const share = (metrics: Metrics): number =>
    items
      .map((ids) =>
        Math.max(0, ...rows.filter((one) => ids.includes(one.id)).map((one) => ratioOf(one, figures, metrics))),
      )
      .sort((a, b) => b - a)[atLeast - 1] ?? 0
  return { metric: row.sums[0]!.join('+'), value: share(figures.all), own: share(figures.own) }
}

const anyReading = (row: Threshold, rows: readonly Threshold[], figures: Figures): Reading => {
  const holds = (metrics: Metrics): number =>
    figure(metrics, row.sums[0]![0]!) > 0 ||
    rows.some((one) => row.anyOf.includes(one.id) && ratioOf(one, figures, metrics) >= 1)
      ? 1
      : 0
  return { metric: row.sums[0]!.join('+'), value: holds(figures.all), own: holds(figures.own) }
}

const readingOf = (row: Threshold, rows: readonly Threshold[], figures: Figures): Reading | undefined => {
  if (row.composite) return compositeReading(row, rows, figures)
  return row.anyOf.length > 0 ? anyReading(row, rows, figures) : plainReading(row, figures)
}

/** The row with what it looks at; nothing while a flag or figure that opens it is missing. */
export const measure = (row: Threshold, rows: readonly Threshold[], figures: Figures): Measured[] => {
  if (!opened(row, figures)) return []
  const reading = readingOf(row, rows, figures)
  if (!reading) return []
  const flag = row.flags.find((one) => figures.flags.has(one)) ?? 'base'
  const { id: rule, source, article, offence, tier, at: threshold, unit } = row
  return [{ rule, ruleSet: source, article, offence, tier, flag, ...reading, threshold, unit }]
}
