import type { subject } from '#contracts'
import type { Made } from '#kernel'
import type { Evaluation, Rules } from '#rules'
import { gravity } from '../threshold.js'
import type { AccumulationReached } from './events.js'
import { rootsOf, standingRepeats, type Root } from './holdings.js'

export type Reached = Made<typeof AccumulationReached>['data']

const sum = (amounts: readonly subject.Amount[]): Record<string, number> => {
  const total: Record<string, number> = {}
  for (const { metrics } of amounts)
    for (const [metric, value] of Object.entries(metrics)) total[metric] = (total[metric] ?? 0) + value
  return total
}

const latest = (days: readonly string[]): string => days.reduce((one, other) => (one > other ? one : other))

const offencesOf = (roots: readonly Root[]): string[] => [
  ...new Set(roots.flatMap(({ amounts }) => amounts.flatMap(({ offences }) => offences))),
]

/** What the rules are asked whoever's amounts it is about: flags, date of the last act, penalties that stand. */
const circumstances = (rules: Rules, held: subject.Holdings, roots: readonly Root[]) => ({
  flags: [...new Set(roots.flatMap(({ amounts }) => amounts.flatMap(({ flags }) => flags)))],
  actDate: latest(roots.flatMap(({ amounts }) => amounts.map(({ actDate }) => actDate))),
  penalties: standingRepeats(held)
    .filter(({ ip }) => rules.ip(ip))
    .map(({ on, ip, offence }) => ({ on, ip, ...(offence && { offences: [offence] }) }))
    .filter(({ on, offences }) => rules.understands({ offences, metrics: {}, actDate: on })),
})

type Circumstances = ReturnType<typeof circumstances>

const allTogether = (rules: Rules, roots: readonly Root[], given: Circumstances): Evaluation =>
  rules.evaluate({
    ...given,
    offences: offencesOf(roots),
    metrics: {},
    others: roots.map((root) => ({
      id: root.matter.id,
      agency: root.matter.agency,
      metrics: sum(root.amounts),
      offences: offencesOf([root]),
    })),
  })

const alone = (rules: Rules, root: Root, offence: string, given: Circumstances): Evaluation =>
  rules.evaluate({ ...given, offences: [offence], metrics: sum(root.amounts) })

/** Of each offence the gravest row that is met. */
const gravestRows = ({ met }: Evaluation): Evaluation['met'] => {
  const rows = new Map<string, Evaluation['met'][number]>()
  for (const row of met) {
    const before = rows.get(row.offence)
    if (!before || gravity(row.tier) > gravity(before.tier)) rows.set(row.offence, row)
  }
  return [...rows.values()]
}

/** Amounts that the rules of today can weigh: a figure or flag that they have no more counts for nothing. */
const weighable = (rules: Rules, root: Root): Root => ({
  ...root,
  amounts: root.amounts.filter(({ offences, metrics, flags, actDate }) =>
    rules.understands({ offences, metrics, flags, actDate }),
  ),
})

/** As many as an event holds. */
const MOST = 1000

/**
 * What amounts of several matters reach together and one of them alone does not (R-XFR-07): the gravest row of each offence.
 * Amounts already handled are left out, but their penalties open the repeat tier (R-XFR-08).
 */
export const accumulate = (rules: Rules, held: subject.Holdings): Reached[] => {
  const roots = rootsOf(held)
    .map((root) => weighable(rules, root))
    .filter(({ amounts }) => amounts.length > 0)
  if (roots.length < 2) return []
  const given = circumstances(rules, held, roots)
  const evaluation = allTogether(rules, roots, given)
  return gravestRows(evaluation).flatMap(({ rule, ruleSet, offence, tier }) => {
    const concerned = roots.filter((root) => offencesOf([root]).includes(offence))
    const enough = (root: Root) => gravity(alone(rules, root, offence, given).tier) >= gravity(tier)
    if (concerned.length < 2 || concerned.every(enough)) return []
    const amounts = concerned.flatMap((root) => root.amounts)
    const matters = concerned.map(({ matter }) => matter)
    return {
      ...{ rule, ruleSet, offence, tier, ip: amounts[0]!.ip, metrics: sum(amounts) },
      ...{ flags: [...evaluation.flags], amounts: amounts.slice(0, MOST), matters: matters.slice(0, MOST) },
    }
  })
}
