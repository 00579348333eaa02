import { subject as contract } from '#contracts'
import { whose } from '../input.js'
import { learn, lessons } from '../learn.js'
import { subject } from '../state.js'

/** A penalty or sentence opens the lower figures for two years (R-XFR-08). */
export const noteRepeat = subject.step({
  name: 'NoteRepeat',
  title: { zh: '登记处罚记录', en: 'Note a penalty' },
  law: ['FS5:29'],
  from: ['new', 'any'],
  who: 'system',
  input: { ...whose, repeat: contract.repeat },
  emits: lessons,
  decide: ({ key, name, keys, repeat }, record, { rules }) =>
    learn(record, { key, name, told: { keys, repeats: [repeat] } }, rules),
})
