import { subject as contract } from '#contracts'
import { field } from '#kernel'
import { learn, lessons } from '../learn.js'
import { subject } from '../state.js'

/** A ledger of the same person tells what it knows. */
export const joinSubjects = subject.step({
  name: 'JoinSubjects',
  title: { zh: '关联同一当事人台账', en: 'Join ledgers of one person' },
  law: ['FS5:29'],
  from: ['new', 'any'],
  who: 'system',
  input: { key: field.name, name: field.name, holdings: contract.holdings },
  emits: lessons,
  decide: ({ key, name, holdings }, record, { rules }) => learn(record, { key, name, told: holdings }, rules),
})
