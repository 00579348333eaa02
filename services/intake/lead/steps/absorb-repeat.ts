import { field } from '#kernel'
import { RepeatAbsorbed } from '../events.js'
import { isFinal } from '../guards.js'
import { lead } from '../state.js'

/** The same reporter told more: the verification counts again from the last report. */
export const absorbRepeat = lead.step({
  name: 'AbsorbRepeat',
  title: { zh: '并入再次举报', en: 'Absorb a repeated report' },
  law: ['TSJB:35'],
  from: ['any'],
  who: 'system',
  input: { from: field.id, receivedOn: field.day },
  emits: [RepeatAbsorbed],
  decide: (input, { state }) => (isFinal(state) ? [] : RepeatAbsorbed(input)),
})
