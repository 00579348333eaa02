import { field, isRefusal, refuse, servedDay } from '#kernel'
import { amount, unknownMetric, type Amount } from '../amount.js'
import { TransferReportSubmitted } from '../events.js'
import { transfer } from '../state.js'

const unproven = (amounts: readonly Amount[]): Amount | undefined =>
  amounts.find(({ value, evidence }) => value > 0 && !evidence.length)

/** The task force has verified the facts and reports to the head, every amount with its evidence. */
export const submitTransferReport = transfer.step({
  name: 'SubmitTransferReport',
  title: { zh: '提交移送报告', en: 'Submit the transfer report' },
  law: ['GWY310:5'],
  from: ['TASK_FORCE'],
  who: { of: 'agency', office: 'staff' },
  makes: '关于移送涉嫌犯罪案件的报告',
  input: {
    amounts: field
      .list(amount)
      .optional()
      .meta({ title: '数额', description: 'Verified amounts; left out: those of the evaluation' }),
    summary: field.text.optional().meta({ title: '核实情况', description: 'What was verified' }),
    receivedByHead: field.day
      .nullable()
      .optional()
      .meta({ title: '负责人收到日期', description: 'Day the head received it; left out: today, null: not yet' }),
  },
  emits: [TransferReportSubmitted],
  unlessBy: ({ facts: { officers } }, { actor }) =>
    officers.length > 0 &&
    !officers.includes(actor.person) &&
    refuse('ERR_WRONG_APPROVER', { needed: 'task-force', officers }),
  decide: (input, record, context) => {
    const amounts = [...(input.amounts ?? record.facts.amounts)]
    const unknown = unknownMetric(context.rules, context.today, input.amounts ?? [])
    if (unknown) return unknown
    const bare = unproven(amounts)
    if (bare) return refuse('ERR_GUARD', { guard: 'amount-without-evidence', metric: bare.metric, value: bare.value })
    if (!amounts.length && input.summary === undefined) return refuse('ERR_GUARD', { guard: 'nothing-verified' })
    const receivedByHead = servedDay({ receivedByHead: input.receivedByHead }, context, record.since)
    return isRefusal(receivedByHead) ? receivedByHead : TransferReportSubmitted({ ...input, amounts, receivedByHead })
  },
})
