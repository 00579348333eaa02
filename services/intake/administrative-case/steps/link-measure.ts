import { field } from '#kernel'
import { MeasureLinked } from '../events.js'
import { administrativeCase } from '../state.js'

/** A measure was taken in this case. */
export const linkMeasure = administrativeCase.step({
  name: 'LinkMeasure',
  title: { zh: '关联强制措施', en: 'Link a measure' },
  law: ['QZF:18'],
  from: ['any'],
  who: 'system',
  input: { measure: field.id },
  emits: [MeasureLinked],
  decide: ({ measure }, { facts }) => (facts.measures.includes(measure) ? [] : MeasureLinked({ measure })),
})
