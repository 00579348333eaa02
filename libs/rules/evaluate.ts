import { addMonths, type Day } from '#kernel'
import { RulesError, wrong } from './faults.js'
import { nearest } from './nearest.js'
import type { Offence } from './schemas.js'
import { type Figures, measure } from './measure.js'
import type { Threshold, ThresholdBook } from './threshold-rows.js'
import type { EarlierPenalty, Evaluation, Measured, Metrics, ThresholdQuestion, Tier } from './thresholds.js'
import type { IpType } from './types.js'

/** Criminal thresholds (rulebook 3): figures against rows, own and others' amounts added up, the milder set chosen. */

const RANK: Readonly<Record<Tier, number>> = { base: 1, serious: 2, specially_serious: 3 }
const rank = (tier: Tier | undefined): number => (tier ? RANK[tier] : 0)
const FIRST_SET = 'FS5'

const inForce = (row: { validFrom?: Day; validTo?: Day }, day: Day): boolean =>
  (row.validFrom ?? '') <= day && day <= (row.validTo ?? '9999-12-31')

/** What one offence comes to under the rows of one set. */
interface Judged {
  readonly ruleSet: string
  readonly tier?: Tier
  readonly measured: readonly Measured[]
}

const judge = (rows: readonly Threshold[], all: readonly Threshold[], figures: Figures, ruleSet: string): Judged => {
  const measured = rows.flatMap((row) => measure(row, all, figures))
  const tier = measured
    .filter((one) => one.value >= one.threshold)
    .map((one) => one.tier)
    .sort((a, b) => rank(b) - rank(a))[0]
  return { ruleSet, tier, measured }
}

/**
 * The set for one offence (R-THR-01…03): FS5 since its day; before it the old set in force on the day of the act, unless
 * FS5 is milder; FS5 again where no old interpretation existed.
 */
const choose = (
  book: ThresholdBook,
  offence: string,
  day: Day,
  figures: Figures,
): { chosen: Judged; compared?: Judged[] } => {
  const current = book.rows.filter((row) => row.ruleSet === FIRST_SET)
  const now = judge(
    current.filter((row) => row.offence === offence),
    current,
    figures,
    FIRST_SET,
  )
  if (current.some((row) => inForce(row, day))) return { chosen: now }
  const old = book.rows.filter((row) => row.ruleSet !== FIRST_SET && inForce(row, day))
  const mine = old.filter((row) => row.offence === offence)
  if (mine.length === 0) return { chosen: now }
  const then = judge(mine, old, figures, mine[0]!.ruleSet)
  return { chosen: rank(now.tier) < rank(then.tier) ? now : then, compared: [then, now] }
}

const byKeyOrArticle = (book: ThresholdBook, name: string): string[] => {
  const found = book.offences
    .filter((one) => one.key === name || one.article === name)
    .flatMap((one) => [one.key, ...(one.with ?? [])])
  if (found.length > 0) return found
  const near = nearest(
    name,
    book.offences.flatMap((one) => [one.key, one.article]),
  )
  throw wrong(`没有罪名 ${name}，是否应为 ${near}`, `there is no offence ${name}; did you mean ${near}?`)
}

const typeOf = (ipTypes: readonly IpType[], ip: string | undefined): IpType | undefined => {
  if (ip === undefined) return undefined
  const found = ipTypes.find((one) => one.code === ip)
  if (found) return found
  const near = nearest(
    ip,
    ipTypes.map((one) => one.code),
  )
  throw wrong(`没有权利类型 ${ip}，是否应为 ${near}`, `there is no type of right ${ip}; did you mean ${near}?`)
}

const spoken = ({ needs }: Offence, metrics: Metrics): boolean =>
  !needs || needs.some((name) => (metrics[name] ?? 0) > 0)

interface Named {
  readonly offences?: readonly string[]
  readonly acts?: readonly string[]
  readonly ip?: string
}

/** Offences to be tried: those named, those of the act kinds, else all of the type of right that the figures speak of. */
const offencesOf = (book: ThresholdBook, ipTypes: readonly IpType[], named: Named, metrics: Metrics): string[] => {
  if (named.offences) return [...new Set(named.offences.flatMap((name) => byKeyOrArticle(book, name)))]
  const type = typeOf(ipTypes, named.ip)
  const acts = (named.acts ?? []).filter((act) => type?.acts[act])
  if (type && acts.length > 0) return [...new Set(acts.flatMap((act) => type.acts[act]!))]
  const keys = type ? type.offences : book.offences.map((one) => one.key)
  return book.offences.filter((one) => keys.includes(one.key) && spoken(one, metrics)).map((one) => one.key)
}

/** What one matter shows, in the figures that the offence looks at; of two names for one figure the higher counts. */
const readFor = ({ reads = {} }: Offence, metrics: Metrics): Metrics => {
  const read: Record<string, number> = { ...metrics }
  for (const [name, others] of Object.entries(reads))
    read[name] = Math.max(...[name, ...others].map((one) => metrics[one] ?? 0))
  return read
}

const added = (a: Metrics, b: Metrics): Metrics => {
  const sum: Record<string, number> = { ...a }
  for (const [name, n] of Object.entries(b)) sum[name] = (sum[name] ?? 0) + n
  return sum
}

const familiesOf = (book: ThresholdBook, keys: readonly string[]): Set<string> =>
  new Set(book.offences.filter((one) => keys.includes(one.key)).map((one) => one.family))

const penalised = (
  book: ThresholdBook,
  ipTypes: readonly IpType[],
  { article, offences, ip }: EarlierPenalty,
): readonly string[] => {
  const names = article === undefined ? offences : [article]
  return names ? names.flatMap((name) => byKeyOrArticle(book, name)) : (typeOf(ipTypes, ip)?.offences ?? [])
}

/** Within two years after a penalty for the same family (rulebook 3.2): the act of the anniversary still counts. */
const isRepeat = (
  book: ThresholdBook,
  ipTypes: readonly IpType[],
  question: ThresholdQuestion,
  family: string,
): boolean =>
  (question.penalties ?? []).some(
    (penalty) =>
      penalty.on < question.actDate &&
      question.actDate <= addMonths(penalty.on, 24) &&
      familiesOf(book, penalised(book, ipTypes, penalty)).has(family),
  )

const figuresFor = (
  book: ThresholdBook,
  ipTypes: readonly IpType[],
  question: ThresholdQuestion,
  offence: Offence,
): Figures => {
  const others = (question.others ?? []).filter((other) => {
    const keys = other.offences || other.ip ? offencesOf(book, ipTypes, other, other.metrics) : [offence.key]
    return keys.includes(offence.key)
  })
  const repeat = isRepeat(book, ipTypes, question, offence.family)
  const own = readFor(offence, question.metrics)
  return {
    own,
    all: others.reduce((sum, other) => added(sum, readFor(offence, other.metrics)), own),
    flags: new Set([...(question.flags ?? []), ...(repeat ? ['repeat_2y'] : [])]),
  }
}

const known = (book: ThresholdBook, { metrics, flags }: ThresholdQuestion): void => {
  const names = book.metrics.map((one) => one.key)
  for (const name of Object.keys(metrics))
    if (!names.includes(name)) {
      const near = nearest(name, names)
      throw wrong(`没有数额 ${name}，是否应为 ${near}`, `there is no metric ${name}; did you mean ${near}?`)
    }
  for (const flag of flags ?? [])
    if (!book.flags.includes(flag)) {
      const near = nearest(flag, book.flags)
      throw wrong(`没有情节 ${flag}，是否应为 ${near}`, `there is no flag ${flag}; did you mean ${near}?`)
    }
}

const gravity = (a: Measured, b: Measured): number =>
  rank(b.tier) - rank(a.tier) || b.value / b.threshold - a.value / a.threshold

const nearestOf = (measured: readonly Measured[]): Measured[] =>
  [...measured].sort((a, b) => b.value / b.threshold - a.value / a.threshold).slice(0, 1)

const setOf = (chosen: readonly Judged[], first: Measured | undefined): string => {
  const holder = first && chosen.find((one) => one.measured.includes(first))
  return (holder ?? chosen.find((one) => one.ruleSet !== FIRST_SET) ?? chosen[0])?.ruleSet ?? FIRST_SET
}

const gravest = (judged: readonly Judged[]): Tier | undefined =>
  judged.map((one) => one.tier).sort((a, b) => rank(b) - rank(a))[0]

const comparison = (pairs: readonly (readonly Judged[])[]): Evaluation['compared'] =>
  pairs.length === 0
    ? undefined
    : [0, 1].map((i) => {
        const side = pairs.map((pair) => pair[i]!)
        return { ruleSet: side[0]!.ruleSet, tier: gravest(side) }
      })

/** Whether the rules have every offence, type of right, metric and flag of a question: `evaluate` throws for one that they have not. */
export const understands = (book: ThresholdBook, ipTypes: readonly IpType[], question: ThresholdQuestion): boolean => {
  try {
    known(book, question)
    offencesOf(book, ipTypes, question, question.metrics)
    return true
  } catch (error) {
    if (error instanceof RulesError) return false
    throw error
  }
}

/** The last day up to this one on which a row or an offence came into force. */
export const thresholdsSince = (book: ThresholdBook, day: Day): Day =>
  [...book.rows, ...book.offences]
    .map(({ validFrom = '' }) => validFrom)
    .reduce((last, from) => (from <= day && from > last ? from : last), '')

/** @throws RulesError for an offence, type of right, metric or flag that the rules do not have. */
export const evaluate = (book: ThresholdBook, ipTypes: readonly IpType[], question: ThresholdQuestion): Evaluation => {
  known(book, question)
  const everything = (question.others ?? []).reduce((sum, other) => added(sum, other.metrics), question.metrics)
  const keys = offencesOf(book, ipTypes, question, everything)
  const offences = book.offences.filter((one) => keys.includes(one.key) && inForce(one, question.actDate))
  const tried = offences.map((offence) => {
    const figures = figuresFor(book, ipTypes, question, offence)
    return { figures, ...choose(book, offence.key, question.actDate, figures) }
  })
  const chosen = tried.map((one) => one.chosen)
  const met = chosen.flatMap((one) => one.measured.filter((row) => row.value >= row.threshold)).sort(gravity)
  const first = met[0]
  const compared = comparison(tried.flatMap((one) => (one.compared ? [one.compared] : [])))
  return {
    ruleSet: setOf(chosen, first),
    result: first ? 'met' : 'not-met',
    ...(first && {
      tier: first.tier,
      offence: first.offence,
      article: book.offences.find((one) => one.key === first.offence)!.article,
    }),
    basis: first && !met.some((row) => row.own >= row.threshold) ? 'accumulation' : 'own',
    met,
    nearest: chosen.filter((one) => !one.tier).flatMap((one) => nearestOf(one.measured)),
    offences: offences.map((one) => one.key),
    flags: [...new Set(tried.flatMap((one) => [...one.figures.flags]))],
    ...(compared && { compared }),
  }
}
