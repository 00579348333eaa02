import { afterDay, field, firstOf, refuse, tooSoon } from '#kernel'
import { titled } from '../../form.js'
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
  input: { on: titled(field.day.optional(), '收到日期', 'Received on; today when left out') },
  emits: [NoticeReceived],
  unless: ({ facts }) =>
    facts.receivedOn !== null && refuse('ERR_GUARD', { guard: 'received-already', receivedOn: facts.receivedOn }),
  decide: ({ on = undefined }, record, { today }) => {
    const day = on ?? today
    const sent = record.state === 'RECEIVED' || record.state === 'DISPATCHED' ? record.since.slice(0, 10) : ''
    const no = firstOf(afterDay(today, { on: day }), tooSoon('on', day, sent))
    return no ?? NoticeReceived({ of: dispatched(record) ? 'LeadDispatched' : 'LeadReceived', on: day })
  },
})
