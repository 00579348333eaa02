import { subject as contract } from '#contracts'
import { whose } from '../input.js'
import { learn, lessons } from '../learn.js'
import { subject } from '../state.js'

/** A lead or case on this person came into being, or took the place of another. */
export const noteMatter = subject.step({
  name: 'NoteMatter',
  title: { zh: '登记事项', en: 'Note a matter' },
  law: ['FS5:29'],
  from: ['new', 'any'],
  who: 'system',
  input: { ...whose, noted: contract.noted },
  emits: lessons,
  decide: ({ key, name, keys, noted }, record, { rules }) =>
    learn(record, { key, name, told: { keys, matters: [noted] } }, rules),
})
