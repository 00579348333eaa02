import { subject as ledger, type lead as inquiry } from '#contracts'
import { afterDay, field, isRefusal, refuse, type Actor, type Day, type Refusal, type Subject } from '#kernel'
import type { Evaluation, Rules, RulesError } from '#rules'
import { z } from 'zod'
import type { MatterRow } from './subject/matters.js'

/** Evaluating a criminal threshold: the same for leads and cases (rulebook 3, R-XFR-07/08, invariant 13). */

export const GRAVITY = ['base', 'serious', 'specially_serious']
/** Grows with the tier; -1 for none. */
export const gravity = (tier: string | undefined): number => GRAVITY.indexOf(tier ?? '')

/** Gravest tier met, by offence. */
export type Met = Readonly<Record<string, string>>

type Finding = z.output<typeof inquiry.ThresholdEvaluated.schema>

/** What is known to be met after one more finding. */
export const metWith = (met: Met, { result, offence, tier }: Pick<Finding, 'result' | 'offence' | 'tier'>): Met =>
  result === 'met' && offence && tier && gravity(tier) > gravity(met[offence]) ? { ...met, [offence]: tier } : met

const named = field.list(field.name, 1)
const code = z
  .string()
  .regex(
    /^[A-Za-z0-9_-]{1,40}$/,
    '应为规则中的代码（字母、数字、_ 或 -） / write a code of the rules: letters, digits, _ or -',
  )

const figure = z
  .string()
  .regex(
    /^[A-Za-z0-9_]{1,40}$/,
    '应为数额的代码，如 illegal_business / write the code of a figure, like illegal_business',
  )

/** Input of EvaluateThreshold. */
export const thresholdInput = {
  ...field.group('行为', 'The act', {
    offence: code
      .meta({ format: 'offence' })
      .optional()
      .meta({ title: '罪名', description: 'The one offence to be tried' }),
    acts: field
      .list(code.meta({ format: 'act-kind' }), 1)
      .optional()
      .meta({
        title: '行为方式',
        description: 'Kinds of act, for instance counterfeit-goods or sale',
        examples: [['sale']],
      }),
    actDate: field.actDay
      .optional()
      .meta({ title: '行为日（持续行为为最后一日）', description: 'Last day of the act; today when left out' }),
  }),
  ...field.group('数额和证据', 'Figures and evidence', {
    /** Money in fen, everything else as counts. */
    metrics: z.record(figure, field.fen).meta({
      title: '数额与数量',
      description: 'Figures; money in fen',
      examples: [{ illegal_business: 8_600_000 }],
      format: 'metrics',
    }),
    /** By figure, or one list for all of them. */
    evidence: z
      .union([named, z.record(z.string(), named)])
      .meta({ title: '证据', description: 'Evidence of each figure, or of all of them' }),
    flags: field
      .list(code.meta({ format: 'flag' }))
      .optional()
      .meta({ title: '情节', description: 'Flags, for instance two_marks' }),
  }),
  ...field.group('判断', 'The judgment', {
    /** GWY310 3(2). */
    suspicion: field.yes.meta({ title: '是否有合理嫌疑', description: 'Reasonable suspicion of a crime' }),
  }),
}
export type ThresholdInput = z.output<z.ZodObject<typeof thresholdInput>>

export interface ThresholdAsked {
  rules: Rules
  actor: Actor
  today: Day
  input: ThresholdInput
  /** The lead or case itself. */
  matter: string
  agency: string
  subject: Subject
  ip: string
  /** Which suspicion of this matter: it counts up when a transfer has ended. */
  round: number
  /** Who investigates. */
  officers: readonly string[]
  /** What `mattersOf(subject)` found. */
  searched: readonly MatterRow[]
}

const evidenceOf = ({ metrics, evidence }: ThresholdInput): Record<string, string[]> =>
  Array.isArray(evidence) ? Object.fromEntries(Object.keys(metrics).map((name) => [name, evidence])) : evidence

const unproven = (input: ThresholdInput): Refusal | undefined => {
  const evidence = evidenceOf(input)
  const missing = Object.keys(input.metrics).filter((name) => !evidence[name]?.length)
  return missing.length ? refuse('ERR_GUARD', { guard: 'figure-without-evidence', figures: missing }) : undefined
}

/** Kinds of act that the right does not know: ignored, they would leave every offence to be tried. */
const unknownActs = ({ rules, input, ip }: ThresholdAsked): Refusal | undefined => {
  const known = Object.keys(rules.ip(ip)?.acts ?? {})
  const unknown = (input.acts ?? []).filter((act) => !known.includes(act))
  return unknown.length ? refuse('ERR_GUARD', { guard: 'unknown-act', acts: unknown, known }) : undefined
}

/** Both languages of what the rules say; anything else that is thrown is no refusal. */
const saidBy = (error: unknown): readonly { zh: string; en: string }[] => {
  if ((error as Error).name !== 'RulesError') throw error
  return (error as RulesError).faults.map(({ zh, en }) => ({ zh, en }))
}

/** The rules throw at a figure, flag or offence that they do not know. */
const judged = (asked: ThresholdAsked): Evaluation | Refusal => {
  try {
    return weighed(asked)
  } catch (error) {
    const { metrics, flags, offence } = asked.input
    return refuse('ERR_GUARD', {
      guard: 'unknown-to-the-rules',
      why: saidBy(error),
      figures: Object.keys(metrics),
      flags,
      offence,
    })
  }
}

const weighed = ({ rules, input, ip, today, matter, searched }: ThresholdAsked): Evaluation =>
  rules.evaluate({
    offences: input.offence ? [input.offence] : undefined,
    acts: input.acts,
    ip,
    metrics: input.metrics,
    flags: input.flags,
    actDate: input.actDate ?? today,
    penalties: searched.filter(({ id }) => id !== matter).flatMap(({ penalties }) => penalties),
  })

const finding = (asked: ThresholdAsked, evaluation: Evaluation) => {
  const { agency, subject, ip, round, input, matter, searched, actor, today } = asked
  const gravest = evaluation.met.find(({ tier }) => tier === evaluation.tier)
  return {
    agency,
    subject,
    ip,
    round,
    ruleSet: evaluation.ruleSet,
    offence: evaluation.offence ?? input.offence,
    offences: [...evaluation.offences],
    rule: gravest?.rule,
    tier: evaluation.tier,
    actDate: input.actDate ?? today,
    metrics: input.metrics,
    flags: [...evaluation.flags],
    evidence: evidenceOf(input),
    searched: searched.filter(({ id }) => id !== matter).map(({ id, kind, agency: of }) => ({ id, kind, agency: of })),
    result: evaluation.result,
    suspicion: input.suspicion,
    basis: 'own' as const,
    officers: [...new Set([...asked.officers, actor.person])],
  }
}
export type ThresholdFinding = ReturnType<typeof finding>

/**
 * The data of ThresholdEvaluated, on the matter's own amounts: what adds up with other matters comes from the subject ledger.
 * Refuses figures without evidence and an act dated into the future (ERR_DATE).
 */
export const evaluateThreshold = (asked: ThresholdAsked): ThresholdFinding | Refusal => {
  const { input, today } = asked
  const late = afterDay(today, { actDate: input.actDate })
  if (late) return late
  const evaluation = unproven(input) ?? unknownActs(asked) ?? judged(asked)
  return isRefusal(evaluation) ? evaluation : finding(asked, evaluation)
}

/** What a ledger tells a matter when amounts of several reach a threshold together. */
export const accumulationInput = ledger.AccumulationReached.schema.shape
type Reached = z.output<typeof ledger.AccumulationReached.schema>

/** Every amount is evidence by the matter it comes from. */
const evidenceIn = ({ metrics, amounts }: Reached): Record<string, string[]> =>
  Object.fromEntries(
    Object.keys(metrics).map((metric) => [
      metric,
      [...new Set(amounts.filter((one) => metric in one.metrics).map(({ matter }) => matter.id))],
    ]),
  )

/** The data of ThresholdEvaluated for one of the matters that an accumulation concerns. */
export const accumulation = (
  about: Pick<ThresholdAsked, 'matter' | 'agency' | 'subject' | 'round' | 'officers'> & { ip?: string },
  reached: Reached,
): Omit<ThresholdFinding, 'basis'> & { basis: 'accumulation' } => ({
  agency: about.agency,
  subject: about.subject,
  ip: about.ip ?? reached.ip,
  round: about.round,
  officers: [...about.officers],
  ruleSet: reached.ruleSet,
  offence: reached.offence,
  offences: [reached.offence],
  rule: reached.rule,
  tier: reached.tier as ThresholdFinding['tier'],
  actDate: reached.amounts.map(({ actDate }) => actDate).reduce((one, other) => (one > other ? one : other)),
  metrics: reached.metrics,
  flags: reached.flags,
  evidence: evidenceIn(reached),
  searched: reached.matters.filter(({ id }) => id !== about.matter),
  result: 'met',
  suspicion: true,
  basis: 'accumulation',
})
