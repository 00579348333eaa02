import { field, refuse, tellsIdentity } from '#kernel'
import { titled } from '../../form.js'
import { LeadReturned } from '../events.js'
import { dispatched } from '../guards.js'
import { lead } from '../state.js'

/** A bureau without authority gives it back to the intake unit, which dispatches again. */
export const returnLead = lead.step({
  name: 'ReturnLead',
  title: { zh: '退回线索', en: 'Return the lead' },
  law: ['TSJB:41'],
  from: ['DISPATCHED'],
  who: { of: 'holder', office: 'desk' },
  makes: '退回单',
  input: { reason: titled(field.text, '理由', 'Reason') },
  emits: [LeadReturned],
  unless: (record) => !dispatched(record) && refuse('ERR_GUARD', { guard: 'not-dispatched' }),
  decide: (input) => tellsIdentity(input) ?? LeadReturned(input),
})
