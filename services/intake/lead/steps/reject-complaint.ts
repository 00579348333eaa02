import { field } from '#kernel'
import { titled } from '../../form.js'
import { ComplaintRejected, REJECTION_GROUNDS } from '../events.js'
import { notComplaint } from '../guards.js'
import { outcomeOf } from '../outcome.js'
import { lead } from '../state.js'

/** One of the seven grounds of TSJB 16. */
export const rejectComplaint = lead.step({
  name: 'RejectComplaint',
  title: { zh: '不予受理投诉', en: 'Reject the complaint' },
  law: ['TSJB:16'],
  from: ['CLASSIFIED', 'DISPATCHED'],
  who: { of: 'holder', may: 'handle-complaint', office: 'desk' },
  makes: '投诉不予受理决定书',
  input: { ground: titled(field.choice(REJECTION_GROUNDS), '理由', 'Ground') },
  emits: [ComplaintRejected],
  claims: (_input, { id }) => [outcomeOf(id)],
  unless: notComplaint,
  decide: ComplaintRejected,
})
