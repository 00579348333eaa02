import type { Day } from '#kernel'
import type { RulesData } from './data.js'

const earliest = (days: readonly Day[]): Day | undefined => [...days].sort()[0]

/** Since when there is law: before that nothing can be reckoned, and a date is a slip. */
export const floorAnswers = ({ clocks, thresholds }: Pick<RulesData, 'clocks' | 'thresholds'>) => {
  const actsFrom = earliest(thresholds.rows.map((row) => row.validFrom)) ?? '0000-01-01'
  const kinds = new Set(clocks.map(({ row }) => row.on))
  const oldestOf = (kind: string) => earliest(clocks.flatMap(({ row }) => (row.on === kind ? row.validFrom : [])))
  const byKind = new Map([...kinds].map((kind) => [kind, oldestOf(kind) ?? actsFrom]))
  return { actsFrom, lawFrom: (record: string): Day => byKind.get(record) ?? actsFrom }
}
