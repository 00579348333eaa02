import type { subject } from '#contracts'
import { addMonths, dayOf, type Day } from '#kernel'
import type { Rules } from '#rules'
import { standingRepeats, type Root } from './holdings.js'

type Amount = subject.Amount

/** Amounts that the law adds up: those of one regime, under the circumstances that all of them have. */
export interface Group {
  roots: readonly Root[]
  flags: string[]
  /** The earliest act: what is older than a rule is judged by the older one where that is milder (R-THR-02). */
  actDate: Day
}

export const amountsOf = (roots: readonly Root[]): Amount[] => roots.flatMap(({ amounts }) => amounts)

const only = (roots: readonly Root[], keep: (amount: Amount) => boolean): Root[] =>
  roots
    .map(({ matter, amounts }) => ({ matter, amounts: amounts.filter(keep) }))
    .filter(({ amounts }) => amounts.length > 0)

const penaltiesIn = (rules: Rules, held: subject.Holdings) =>
  standingRepeats(held)
    .filter(({ ip }) => rules.ip(ip))
    .map(({ on, ip, offence }) => ({ on, ip, ...(offence && { offences: [offence] }) }))
    .filter(({ on, offences }) => rules.understands({ offences, metrics: {}, actDate: on }))

/** What is said of the act, and that it came within two years after a penalty of the same family (R-XFR-08). */
const withRepeats = (rules: Rules, held: subject.Holdings, roots: readonly Root[]): Root[] => {
  const penalties = penaltiesIn(rules, held)
  const flagged = (amount: Amount): Amount => {
    const { offences, actDate, flags } = amount
    return penalties.length
      ? { ...amount, flags: [...rules.evaluate({ offences, metrics: {}, flags, actDate, penalties }).flags] }
      : amount
  }
  return roots.map(({ matter, amounts }) => ({ matter, amounts: amounts.map(flagged) }))
}

const earliest = (amounts: readonly Amount[]): Day =>
  amounts.map(({ actDate }) => actDate).reduce((one, other) => (one < other ? one : other))

const common = (amounts: readonly Amount[]): string[] =>
  amounts[0]!.flags.filter((flag) => amounts.every(({ flags }) => flags.includes(flag)))

const distinct = (groups: readonly Root[][]): Root[][] => {
  const named = groups.map((roots): [string, Root[]] => [
    amountsOf(roots)
      .map(({ matter }) => matter.id)
      .join(),
    roots,
  ])
  return [...new Map(named).values()]
}

/** The day of the latest evaluation: what "now" is to the ledger, whoever tells it in what order. */
const known = (amounts: readonly Amount[]): Day =>
  dayOf(amounts.map(({ at }) => at).reduce((one, other) => (one > other ? one : other)) as Parameters<typeof dayOf>[0])

/** Whether acts of that day can still be prosecuted, by the tier that they would reach and the offence (CL 87). */
export const prosecutable = (rules: Rules, roots: readonly Root[], tier: string, offence?: string) => {
  const today = known(amountsOf(roots))
  return ({ actDate }: Amount): boolean =>
    actDate >= addMonths(today, -12 * rules.prosecutionYears({ offence, tier, actDate }))
}

/**
 * The groups in which amounts are weighed: as far back as a tier can be prosecuted, since each change of the rules, and
 * those that a circumstance is said of by themselves: it lowers the figure for no other.
 */
export const groupsOf = (
  rules: Rules,
  held: subject.Holdings,
  all: readonly Root[],
  tiers: readonly string[],
): Group[] => {
  const roots = withRepeats(rules, held, all)
  const lasting = tiers.map((tier) => only(roots, prosecutable(rules, roots, tier)))
  const dated = lasting.flatMap((some) =>
    [...new Set(amountsOf(some).map(({ actDate }) => rules.thresholdsSince(actDate)))]
      .sort()
      .map((since) => only(some, ({ actDate }) => actDate >= since)),
  )
  const marked = dated.flatMap((some) => [
    some,
    ...[...new Set(amountsOf(some).flatMap(({ flags }) => flags))].map((flag) =>
      only(some, ({ flags }) => flags.includes(flag)),
    ),
  ])
  return distinct(marked)
    .filter((some) => some.length > 1)
    .map((some) => ({ roots: some, flags: common(amountsOf(some)), actDate: earliest(amountsOf(some)) }))
}
