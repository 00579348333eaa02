import { field, tellsIdentity } from '#kernel'
import { titled } from '../../form.js'
import { VerificationExtended } from '../events.js'
import { approver } from '../guards.js'
import { lead } from '../state.js'

/** Fifteen working days more, once, approved no later than the last day. */
export const extendVerification = lead.step({
  name: 'ExtendVerification',
  title: { zh: '延长核查期限', en: 'Extend the verification' },
  law: ['PROC:18'],
  from: ['VERIFYING'],
  who: approver,
  makes: '行政处罚案件有关事项审批表',
  input: { reason: titled(field.text.optional(), '理由', 'Reason') },
  emits: [VerificationExtended],
  decide: (input) => tellsIdentity(input) ?? VerificationExtended({}),
})
