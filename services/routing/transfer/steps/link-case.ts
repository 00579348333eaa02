import { field } from '#kernel'
import { CaseLinked } from '../events.js'
import { transfer } from '../state.js'
import { FIRST_ROUND, suspicionOf } from '../suspicion.js'

/** The lead became a case while its transfer was under way: from now on the transfer speaks of the case. */
export const linkCase = transfer.step({
  name: 'LinkCase',
  title: { zh: '关联案件', en: 'Link the case' },
  law: ['GWY310:5'],
  from: ['open'],
  who: 'system',
  input: { case: field.id, lead: field.id },
  emits: [CaseLinked],
  claims: (input) => [suspicionOf(input.case, FIRST_ROUND)],
  decide: (input, { facts }) =>
    facts.case ? [] : CaseLinked({ ...input, held: facts.police !== undefined && !facts.back }),
})
