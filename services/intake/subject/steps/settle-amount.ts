import { subject as contract } from '#contracts'
import { whose } from '../input.js'
import { learn, lessons } from '../learn.js'
import { subject } from '../state.js'

/** Penalty, sentence, acquittal: what was handled is added no more (R-XFR-08). */
export const settleAmount = subject.step({
  name: 'SettleAmount',
  title: { zh: '数额已经处理', en: 'Settle an amount' },
  law: ['FS5:29'],
  from: ['new', 'any'],
  who: 'system',
  input: { ...whose, settlement: contract.settlement },
  emits: lessons,
  decide: ({ key, name, keys, settlement }, record, { rules }) =>
    learn(record, { key, name, told: { keys, settled: [settlement] } }, rules),
})
