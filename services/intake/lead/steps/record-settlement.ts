import { field, tellsIdentity } from '#kernel'
import { titled } from '../../form.js'
import { ComplaintSettled } from '../events.js'
import { outcomeOf } from '../outcome.js'
import { lead } from '../state.js'

/** Consumer and trader agreed. */
export const recordSettlement = lead.step({
  name: 'RecordSettlement',
  title: { zh: '投诉调解成功', en: 'Record the settlement' },
  law: ['TSJB:24'],
  from: ['COMPLAINT_ACCEPTED'],
  who: { of: 'holder', may: 'handle-complaint', office: ['desk', 'mediator'] },
  makes: '投诉调解书',
  input: { terms: titled(field.text, '协议内容', 'Terms') },
  emits: [ComplaintSettled],
  claims: (_input, { id }) => [outcomeOf(id)],
  decide: (input) => tellsIdentity(input) ?? ComplaintSettled({}),
})
