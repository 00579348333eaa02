import { field } from '#kernel'
import { amount } from '../amount.js'
import { CrimeSuspected, FindingsNoted } from '../events.js'
import { transfer } from '../state.js'
import { suspicionOf } from '../suspicion.js'

/** The finding of a lead, a case or a joint action opens a transfer; the same finding again changes nothing. */
export const raiseSuspicion = transfer.step({
  name: 'RaiseSuspicion',
  title: { zh: '系统发现涉嫌犯罪', en: 'Suspicion found by the system' },
  law: ['GWY310:3'],
  from: ['new', 'any'],
  who: 'system',
  makes: ({ agency }) => [{ title: '涉嫌犯罪线索分析表', agency }],
  input: {
    case: field.id.optional(),
    lead: field.id.optional(),
    agency: field.agency,
    subject: field.subject,
    ip: field.name.optional(),
    round: field.count,
    basis: field.oneOf('threshold', 'suspicion', 'joint-action'),
    offence: field.name.optional(),
    reason: field.text.optional(),
    ruleSet: field.name.optional(),
    amounts: field.list(amount),
  },
  emits: [CrimeSuspected, FindingsNoted],
  claims: (input) => [input.case ?? input.lead ?? []].flat().map((matter) => suspicionOf(matter, input.round)),
  decide: (input, { version }) => (version > 0 ? [] : [CrimeSuspected(input), FindingsNoted(input)]),
})
