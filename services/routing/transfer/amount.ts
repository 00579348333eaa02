import { z } from 'zod'
import { field } from '#kernel'

/** A figure of the report, with what proves it. */
export const amount = z.strictObject({
  metric: field.name.meta({
    title: '指标',
    description: 'Metric of the threshold table',
    examples: ['illegal_business'],
  }),
  value: field.fen.meta({ title: '数值', description: 'Fen, or a count' }),
  evidence: field.list(field.name).meta({ title: '证据', description: 'Ids of the evidence' }),
})
export type Amount = z.output<typeof amount>
