import { field, isRefusal, refuse, servedDay } from '#kernel'
import { NoticeReceived } from '../events.js'
import { dispatched } from '../guards.js'
import { lead } from '../state.js'

/** The material has reached who is to handle it: its clock counts from this day. */
export const acknowledgeNotice = lead.step({
  name: 'AcknowledgeNotice',
  title: { zh: '签收线索材料', en: 'Acknowledge receipt' },
  law: ['PROC:18', 'TSJB:45'],
  from: ['open'],
  who: { of: 'holder', office: 'desk' },
  input: { on: field.acknowledgedOn },
  emits: [NoticeReceived],
  unless: ({ facts }) =>
    facts.receivedOn !== null && refuse('ERR_GUARD', { guard: 'received-already', receivedOn: facts.receivedOn }),
  decide: (input, record, context) => {
    const sent = record.state === 'RECEIVED' || record.state === 'DISPATCHED' ? record.since : undefined
    const on = servedDay({ on: input.on }, context, sent)
    if (isRefusal(on)) return on
    return NoticeReceived({ of: dispatched(record) ? 'LeadDispatched' : 'LeadReceived', on })
  },
})
