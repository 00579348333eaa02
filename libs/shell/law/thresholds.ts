import type { Title } from '#kernel'
import { dataOf, type Rules } from '#rules'

/** A threshold of prosecution with the words of its codes; money in fen. */
export const thresholdsShown = (rules: Rules) => {
  const data = dataOf(rules)
  if (!data) return []
  const { rows, offences, metrics } = data.thresholds
  const offence = new Map(offences.map((one) => [one.key, one]))
  const metric = new Map(metrics.map((one) => [one.key, one]))
  const flag = new Map(data.flagTerms.map(({ code, title }) => [code, title]))
  const named = (table: ReadonlyMap<string, Title | { title: Title }>) => (code: string) => {
    const found = table.get(code)
    return { code, title: found && ('title' in found ? found.title : found) }
  }
  return rows.map((row) => {
    const { id, source: law, ruleSet, article, tier, at, unit, confidence, validFrom, validTo, requires } = row
    return {
      ...{ id, law, ruleSet, article, tier, at, unit, confidence, validFrom, validTo },
      lawTitle: rules.instrument(law)?.name,
      offence: {
        code: row.offence,
        title: offence.get(row.offence)?.title,
        article: offence.get(row.offence)?.article,
      },
      flags: row.flags.map(named(flag)),
      /** Any of these sums reaches it. */
      sums: row.sums.map((sum) => sum.map(named(metric))),
      requires: requires.map((code) => (flag.has(code) ? named(flag)(code) : named(metric)(code))),
      onlyIf: row.onlyIf && { ...named(metric)(row.onlyIf.metric), below: row.onlyIf.below },
      anyOf: row.anyOf,
      composite: row.composite,
    }
  })
}
