import { field, refuse } from '#kernel'
import { enclosures, titled } from '../../form.js'
import { debtToday, performed } from '../performance.js'
import { owed, paid } from '../debt.js'
import { DecisionPerformed, FinePaid } from '../events.js'
import { administrativeCase } from '../state.js'
import { respondentOrOfficer } from '../who.js'

/** Pays the fine, and after the last day for it the addition of three per cent a day. */
export const pay = administrativeCase.step({
  name: 'Pay',
  title: { zh: '缴纳罚款', en: 'Pay the fine' },
  law: ['CFF:67', 'CFF:72', 'PROC:72'],
  from: ['SERVED', 'PERFORMING', 'ENFORCING'],
  who: respondentOrOfficer,
  input: { amount: titled(field.fen.min(1), '缴款金额', 'Amount'), enclosures },
  emits: [FinePaid, DecisionPerformed],
  decide: ({ amount }, record, { today }) => {
    const debt = debtToday(record, today)
    if (amount > owed(debt)) return refuse('ERR_GUARD', { guard: 'more-than-owed', amount, owed: owed(debt) })
    const remaining = owed(paid(debt, amount))
    const payment = FinePaid({ amount, surcharge: debt.surcharge, remaining })
    return performed(remaining, record.facts.duties) ? [payment, DecisionPerformed({})] : [payment]
  },
})
