import { accumulation, accumulationInput, gravity } from '../../threshold.js'
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
  makes: (_input, { facts }) => [{ title: '涉嫌犯罪线索分析表', agency: facts.agency }],
  input: accumulationInput,
  emits: [ThresholdEvaluated],
  decide: (input, { id, state, facts }) => {
    const { agency, subject, ip, round, officers, met } = facts
    if (!undecided(state) || gravity(met[input.offence]) >= gravity(input.tier)) return []
    return ThresholdEvaluated(accumulation({ matter: id, agency, subject, ip, round, officers }, input))
  },
})
