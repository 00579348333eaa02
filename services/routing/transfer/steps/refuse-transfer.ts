import { field, tellsIdentity } from '#kernel'
import { TransferNotApproved } from '../events.js'
import { decidedBy } from '../guards.js'
import { transfer } from '../state.js'

/** The head does not send the case; the reasons stay in the file. */
export const refuseTransfer = transfer.step({
  name: 'RefuseTransfer',
  title: { zh: '不批准移送', en: 'Refuse the transfer' },
  law: ['GWY310:5'],
  from: ['REPORT_SUBMITTED'],
  who: { of: 'agency', office: 'head', else: 'ERR_WRONG_APPROVER', apart: decidedBy },
  makes: '不予移送理由记录',
  input: { reasons: field.text.meta({ title: '不予移送理由', description: 'Why it is not sent' }) },
  emits: [TransferNotApproved],
  decide: ({ reasons }, { facts }) => tellsIdentity({ reasons }) ?? TransferNotApproved({ ...facts, reasons }),
})
