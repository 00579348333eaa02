import { field } from '#kernel'
import { TransferApproved } from '../events.js'
import { decidedBy } from '../guards.js'
import { transfer } from '../state.js'

/** The head, or whoever acts as head, sends a case to the police; no deputy may, nor a member of the task force. */
export const approveTransfer = transfer.step({
  name: 'ApproveTransfer',
  title: { zh: '批准移送', en: 'Approve the transfer' },
  law: ['GWY310:5'],
  from: ['REPORT_SUBMITTED'],
  who: { of: 'agency', office: 'head', else: 'ERR_WRONG_APPROVER', apart: decidedBy },
  makes: '审批表',
  input: { reason: field.text.meta({ title: '批准理由', description: 'Why it is approved', examples: ['涉嫌犯罪'] }) },
  emits: [TransferApproved],
  decide: TransferApproved,
})
