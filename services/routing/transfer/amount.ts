import { z } from 'zod'
import { field, likeKnown, refuse, type Refusal } from '#kernel'
import type { Rules } from '#rules'

/** A figure of the report, with what proves it. */
export const amount = z.strictObject({
  metric: field.name.meta({
    title: '指标',
    description: 'Metric of the threshold table',
    examples: ['illegal_business'],
    format: 'metric',
  }),
  value: field.fen.meta({ title: '数值', description: 'Amount or count', 'x-unit-of': 'metric' }),
  evidence: field.list(field.name).meta({ title: '证据', description: 'Ids of the evidence' }),
})
export type Amount = z.output<typeof amount>

/** A figure that the rules do not know; `on` is the day whose thresholds are asked. */
export const unknownMetric = (rules: Rules, on: string, amounts: readonly Amount[]): Refusal | undefined => {
  const isKnown = (code: string) => rules.understands({ offences: [], metrics: { [code]: 0 }, actDate: on })
  const wrong = amounts.find(({ metric }) => !isKnown(metric))?.metric
  if (wrong === undefined) return undefined
  const known = rules.terms.map(({ code }) => code).filter(isKnown)
  return refuse('ERR_GUARD', { guard: 'unknown-metric', metric: wrong, ...likeKnown(wrong, known) })
}
