import { lead as contract } from '#contracts'
import { field } from '#kernel'
import { LeadReceived } from '../events.js'
import { VERIFY } from '../guards.js'
import { lead } from '../state.js'

/** A lead that another record's event opens at an agency: a joint action, a clue, a transfer. */
export const openLead = lead.step({
  name: 'OpenLead',
  title: { zh: '系统登记线索', en: 'Lead opened by the system' },
  law: ['PROC:17', 'PROC:18', 'PROC:23'],
  from: ['new'],
  who: 'system',
  makes: (input) => [{ title: '案件来源登记表', agency: input.agency }],
  input: {
    channel: field.name,
    agency: field.agency,
    subject: field.subject,
    ip: field.name.optional(),
    handler: field.yes.default(true),
    complaint: field.yes.default(false),
    receivedOn: field.day.nullable(),
    named: field.yes.default(false),
    reporter: field.name.optional(),
    source: contract.source,
    act: field.name.optional(),
  },
  emits: [LeadReceived],
  decide: (input, _record, { rules }) =>
    LeadReceived({ ...input, handler: input.handler && rules.may(input.agency, VERIFY) }),
})
