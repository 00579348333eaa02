import { field } from '#kernel'
import { whose } from '../input.js'
import { learn, lessons } from '../learn.js'
import { subject } from '../state.js'

/** The penalty was revoked: its act is un-handled again and opens no repeat tier. */
export const restoreAmount = subject.step({
  name: 'RestoreAmount',
  title: { zh: '数额恢复未处理', en: 'Restore an amount' },
  law: ['FS5:29'],
  from: ['new', 'any'],
  who: 'system',
  input: { ...whose, matter: field.id },
  emits: lessons,
  decide: ({ key, name, keys, matter }, record, { rules }) =>
    learn(record, { key, name, told: { keys, restored: [matter] } }, rules),
})
