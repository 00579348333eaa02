import { field, refuse } from '#kernel'
import { titled } from '../../form.js'
import { PaymentDeferred } from '../events.js'
import { administrativeCase } from '../state.js'
import { responsible } from '../who.js'

/** On the party's application, before the last day for payment has passed (ERR_CLOCK_RULE). */
export const defer = administrativeCase.step({
  name: 'Defer',
  title: { zh: '延期缴纳罚款', en: 'Defer payment' },
  law: ['CFF:66', 'PROC:75'],
  from: ['SERVED', 'PERFORMING'],
  who: responsible,
  makes: '延期/分期缴纳罚款通知书',
  input: { until: titled(field.day, '延期至', 'Last day for payment') },
  emits: [PaymentDeferred],
  decide: ({ until }, { facts }, { today }) =>
    facts.debt.principal > 0 && until > today
      ? PaymentDeferred({ until })
      : refuse('ERR_GUARD', { guard: 'deferral', principal: facts.debt.principal, until, today }),
})
