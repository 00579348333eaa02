import { field } from '#kernel'
import { z } from 'zod'
import { ThresholdEvaluated } from '../events.js'
import { administrativeCase } from '../state.js'
import { undecided } from '../states.js'

/** The subject ledger found that amounts of several matters reach a threshold together (R-XFR-07). */
export const noteAccumulation = administrativeCase.step({
  name: 'NoteAccumulation',
  title: { zh: '记录累计数额达到追诉标准', en: 'Note that accumulated amounts reach a threshold' },
  law: ['FS5:29'],
  from: ['any'],
  who: 'system',
  input: {
    ruleSet: field.name,
    offence: field.name.optional(),
    metrics: z.record(z.string(), z.number()),
    flags: field.list(field.name),
    evidence: z.record(z.string(), field.list(field.name)),
    searched: field.list(z.strictObject({ id: field.id, kind: field.name, agency: field.agency }), 0, 1000),
    rule: field.name.optional(),
    tier: field.name.optional(),
  },
  emits: [ThresholdEvaluated],
  decide: (input, { state, facts }) => {
    if (!undecided(state)) return []
    const { agency, subject, ip, round, officers } = facts
    const found = { agency, subject, ip, round, officers: [...officers] }
    return ThresholdEvaluated({ ...input, ...found, result: 'met', suspicion: true, basis: 'accumulation' })
  },
})
