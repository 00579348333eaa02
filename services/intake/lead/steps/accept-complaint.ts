import { ComplaintAccepted } from '../events.js'
import { notComplaint } from '../guards.js'
import { lead } from '../state.js'

/** The county bureau takes a consumer's complaint to mediate it. */
export const acceptComplaint = lead.step({
  name: 'AcceptComplaint',
  title: { zh: '受理投诉', en: 'Accept the complaint' },
  law: ['TSJB:15', 'TSJB:16'],
  from: ['CLASSIFIED', 'DISPATCHED'],
  who: { of: 'holder', may: 'handle-complaint', office: 'desk' },
  makes: '投诉受理决定书',
  emits: [ComplaintAccepted],
  unless: notComplaint,
  decide: () => ComplaintAccepted({}),
})
