import { field } from '#kernel'
import { CaseLinked } from '../events.js'
import { measure } from '../state.js'

/** A case was filed from the lead of this measure, or took over the file of the case before: the clocks run on as they are. */
export const linkCase = measure.step({
  name: 'LinkCase',
  title: { zh: '关联案件', en: 'Link the case' },
  law: ['PROC:36'],
  from: ['any'],
  who: 'system',
  input: { case: field.id, agency: field.agency.optional(), takesOver: field.yes.default(false) },
  emits: [CaseLinked],
  decide: ({ case: id, agency, takesOver }, { facts }) => {
    if (facts.case === undefined) return CaseLinked({ case: id })
    return takesOver && facts.case !== id ? CaseLinked({ case: id, agency }) : []
  },
})
