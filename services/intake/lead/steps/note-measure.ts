import { field } from '#kernel'
import { MeasureNoted } from '../events.js'
import { lead } from '../state.js'

/** Goods of this lead are registered or sealed, or are so no more. */
export const noteMeasure = lead.step({
  name: 'NoteMeasure',
  title: { zh: '登记强制措施状况', en: 'Note the state of a measure' },
  law: ['PROC:33', 'QZF:25'],
  from: ['any'],
  who: 'system',
  input: { measure: field.id, open: field.yes },
  emits: [MeasureNoted],
  decide: (input, { facts }) => (facts.openMeasures.includes(input.measure) === input.open ? [] : MeasureNoted(input)),
})
