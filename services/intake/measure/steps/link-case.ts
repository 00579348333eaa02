import { field } from '#kernel'
import { CaseLinked } from '../events.js'
import { measure } from '../state.js'

/** A case was filed from the lead of this measure: its clocks run on as they are. */
export const linkCase = measure.step({
  name: 'LinkCase',
  title: { zh: '关联案件', en: 'Link the case' },
  law: ['PROC:36'],
  from: ['REGISTERED', 'SEALED', 'EXPIRED', 'DISPOSED', 'RELEASED', 'LIFTED'],
  who: 'system',
  input: { case: field.id },
  emits: [CaseLinked],
  decide: (input, { facts }) => (facts.case === undefined ? CaseLinked(input) : []),
})
