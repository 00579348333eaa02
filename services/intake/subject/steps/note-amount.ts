import { subject as contract } from '#contracts'
import { whose } from '../input.js'
import { learn, lessons } from '../learn.js'
import { subject } from '../state.js'

/** A lead or case evaluated its figures: they add up with what others of the same person found. */
export const noteAmount = subject.step({
  name: 'NoteAmount',
  title: { zh: '登记数额', en: 'Note an amount' },
  law: ['FS5:29'],
  from: ['new', 'any'],
  who: 'system',
  input: { ...whose, amount: contract.amount },
  emits: lessons,
  decide: ({ key, name, keys, amount }, record, { rules }) =>
    learn(record, { key, name, told: { keys, amounts: [amount] } }, rules),
})
