import type { subject } from '#contracts'
import type { Made } from '#kernel'
import type { Evaluation, Rules } from '#rules'
import type { AccumulationReached } from './events.js'
import { rootsOf, standingRepeats, type Root } from './holdings.js'

export type Reached = Made<typeof AccumulationReached>['data']

const GRAVITY = ['base', 'serious', 'specially_serious']
export const gravity = (tier: string | undefined): number => GRAVITY.indexOf(tier ?? '')

const sum = (amounts: readonly subject.Amount[]): Record<string, number> => {
  const total: Record<string, number> = {}
  for (const { metrics } of amounts)
    for (const [metric, value] of Object.entries(metrics)) total[metric] = (total[metric] ?? 0) + value
  return total
}

const latest = (days: readonly string[]): string => days.reduce((one, other) => (one > other ? one : other))

const evaluated = (rules: Rules, held: subject.Holdings, root: Root, others: readonly Root[]): Evaluation =>
  rules.evaluate({
    offences: [...new Set(root.amounts.flatMap(({ offences }) => offences))],
    ip: root.amounts[0]!.ip,
    metrics: sum(root.amounts),
    flags: [...new Set([root, ...others].flatMap(({ amounts }) => amounts.flatMap(({ flags }) => flags)))],
    actDate: latest([root, ...others].flatMap(({ amounts }) => amounts.map(({ actDate }) => actDate))),
    others: others.map(({ matter, amounts }) => ({
      id: matter.id,
      agency: matter.agency,
      metrics: sum(amounts),
      offences: [...new Set(amounts.flatMap(({ offences }) => offences))],
      ip: amounts[0]!.ip,
    })),
    penalties: standingRepeats(held)
      .filter(({ ip }) => rules.ip(ip))
      .map(({ on, ip, offence }) => ({
        on,
        ip,
        ...(offence && { offences: [offence] }),
      })),
  })

const together = (evaluation: Evaluation, roots: readonly Root[]): Reached | undefined => {
  const { offence, tier, ruleSet, met, flags } = evaluation
  const row = met.find((one) => one.tier === tier && one.offence === offence)
  if (!row || !offence || !tier) return undefined
  const concerned = roots.filter(({ amounts }) => amounts.some((one) => one.offences.includes(offence)))
  const amounts = concerned.flatMap((root) => root.amounts)
  return {
    rule: row.rule,
    ruleSet,
    offence,
    tier,
    ip: amounts[0]!.ip,
    metrics: sum(amounts),
    flags: [...flags],
    amounts,
    matters: concerned.map(({ matter }) => matter),
  }
}

/**
 * What amounts of several matters reach together and one of them alone does not (R-XFR-07): the gravest finding per offence.
 * Amounts already handled are left out, but their penalties open the repeat tier (R-XFR-08).
 */
export const accumulate = (rules: Rules, held: subject.Holdings): Reached[] => {
  const roots = rootsOf(held).filter(({ amounts }) => amounts.length > 0)
  if (roots.length < 2) return []
  const found = new Map<string, Reached>()
  for (const root of roots) {
    const evaluation = evaluated(
      rules,
      held,
      root,
      roots.filter((other) => other !== root),
    )
    if (evaluation.result !== 'met' || evaluation.basis !== 'accumulation') continue
    const reached = together(evaluation, roots)
    if (!reached || reached.matters.length < 2) continue
    const before = found.get(reached.offence)
    if (!before || gravity(reached.tier) > gravity(before.tier)) found.set(reached.offence, reached)
  }
  return [...found.values()]
}
