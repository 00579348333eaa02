import type { subject } from '#contracts'
import type { Made } from '#kernel'
import type { Evaluation, Rules } from '#rules'
import { GRAVITY, gravity } from '../threshold.js'
import type { AccumulationReached } from './events.js'
import { amountsOf, groupsOf, prosecutable, type Group } from './groups.js'
import { rootsOf, type Root } from './holdings.js'

export type Reached = Made<typeof AccumulationReached>['data']

const sum = (amounts: readonly subject.Amount[]): Record<string, number> => {
  const total: Record<string, number> = {}
  for (const { metrics } of amounts)
    for (const [metric, value] of Object.entries(metrics)) total[metric] = (total[metric] ?? 0) + value
  return total
}

const offencesOf = (roots: readonly Root[]): string[] => [
  ...new Set(amountsOf(roots).flatMap(({ offences }) => offences)),
]

const together = (rules: Rules, { flags, actDate }: Group, roots: readonly Root[], offences: string[]): Evaluation =>
  rules.evaluate({
    flags,
    actDate,
    offences,
    metrics: {},
    others: amountsOf(roots).map(({ matter: { id, agency }, metrics, offences: of }) => ({
      ...{ id, agency, metrics, offences: of },
    })),
  })

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

/** What one group reaches that one of its matters alone does not. */
const reachedBy = (rules: Rules, group: Group): Reached[] => {
  const evaluation = together(rules, group, group.roots, offencesOf(group.roots))
  return gravestRows(evaluation).flatMap(({ rule, ruleSet, offence, tier }) => {
    const concerned = group.roots.filter((root) => offencesOf([root]).includes(offence))
    const enough = (root: Root) => gravity(together(rules, group, [root], [offence]).tier) >= gravity(tier)
    const amounts = amountsOf(concerned)
    if (
      concerned.length < 2 ||
      !amounts.every(prosecutable(rules, group.roots, tier, offence)) ||
      concerned.every(enough)
    )
      return []
    const matters = concerned.map(({ matter }) => matter)
    return {
      ...{ rule, ruleSet, offence, tier, ip: amounts[0]!.ip, metrics: sum(amounts) },
      ...{ flags: [...evaluation.flags], amounts: amounts.slice(0, MOST), matters: matters.slice(0, MOST) },
    }
  })
}

const weightier = (one: Reached, other: Reached): number =>
  gravity(other.tier) - gravity(one.tier) || other.matters.length - one.matters.length

/**
 * What amounts of several matters reach together and one of them alone does not (R-XFR-07): the gravest row of each offence.
 * Amounts already handled are left out, but their penalties open the repeat tier (R-XFR-08), as are those of acts that can be
 * prosecuted no more.
 */
export const accumulate = (rules: Rules, held: subject.Holdings): Reached[] => {
  const roots = rootsOf(held)
    .map((root) => weighable(rules, root))
    .filter(({ amounts }) => amounts.length > 0)
  if (roots.length < 2) return []
  const found = groupsOf(rules, held, roots, GRAVITY).flatMap((group) => reachedBy(rules, group))
  const best = new Map<string, Reached>()
  for (const one of found.sort(weightier)) if (!best.has(one.offence)) best.set(one.offence, one)
  const asHeld = new Map(held.amounts.map((amount) => [amount.matter.id, amount]))
  return [...best.values()].map((one) => ({ ...one, amounts: one.amounts.map(({ matter }) => asHeld.get(matter.id)!) }))
}
