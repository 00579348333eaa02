import { field, refuse } from '#kernel'
import { titled } from '../../form.js'
import { RefundOrdered } from '../events.js'
import { administrativeCase } from '../state.js'
import { responsible } from '../who.js'

/** Orders the party to pay back what it overcharged; the time given does not count for the case. */
export const orderRefund = administrativeCase.step({
  name: 'OrderRefund',
  title: { zh: '责令退款', en: 'Order a refund' },
  law: ['PROC:64'],
  from: ['INVESTIGATING'],
  who: responsible,
  makes: '责令退款通知书',
  input: { until: titled(field.day, '退款期限', 'Last day for the refund') },
  emits: [RefundOrdered],
  decide: ({ until }, _, { today }) =>
    until < today ? refuse('ERR_GUARD', { guard: 'until-in-the-past', until, today }) : RefundOrdered({ until }),
})
