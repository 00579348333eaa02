import { field, refuse } from '#kernel'
import { z } from 'zod'
import { titled } from '../../form.js'
import { PaymentDeferred } from '../events.js'
import { administrativeCase } from '../state.js'
import { responsible } from '../who.js'

const part = z.strictObject({
  on: titled(field.day, '缴纳日期', 'Day of payment'),
  amount: titled(field.fen.min(1), '金额', 'Amount'),
})

/** The whole of what is still unpaid, part by part; the last part is the last day for payment. */
export const instalment = administrativeCase.step({
  name: 'Instalment',
  title: { zh: '分期缴纳罚款', en: 'Allow instalments' },
  law: ['CFF:66', 'PROC:75'],
  from: ['SERVED', 'PERFORMING'],
  who: responsible,
  makes: '延期/分期缴纳罚款通知书',
  input: { plan: titled(field.list(part, 2, 60), '分期计划', 'Parts; day and amount') },
  emits: [PaymentDeferred],
  decide: ({ plan }, { facts }, { today }) => {
    const { principal } = facts.debt
    const sum = plan.reduce((total, { amount }) => total + amount, 0)
    const ordered = plan.every(({ on }, index) => on > (index ? plan[index - 1]!.on : today))
    return principal > 0 && sum === principal && ordered
      ? PaymentDeferred({ until: plan.at(-1)!.on, plan })
      : refuse('ERR_GUARD', { guard: 'instalment-plan', principal, sum, ordered })
  },
})
