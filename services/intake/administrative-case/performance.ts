import { clockIn, refuse, type Day, type RecordView, type Refusal } from '#kernel'
import { owed, reckoned, type Debt } from './debt.js'
import type { CaseFacts } from './facts.js'
import { administrativeCase } from './state.js'
import type { CaseState } from './states.js'

type Case = Pick<RecordView<CaseState, CaseFacts>, 'facts' | 'clocks'>

const payment = (asked: Case) => clockIn(asked, administrativeCase.reads.payment)

/** The debt with the addition for delay up to and with a day; the last day for payment is the clock's, deferral included. */
export const debtToday = (asked: Case, today: Day): Debt =>
  reckoned(asked.facts.debt, payment(asked)?.due?.slice(0, 10), today, asked.facts.challenges)

export const performed = (remaining: number, duties: readonly string[]): boolean => remaining === 0 && !duties.length

/** The party is urged when it has let the time for payment pass, or has left something else undone. */
export const notOverdue = (asked: Case, today: Day): Refusal | false => {
  const remaining = owed(debtToday(asked, today))
  if (asked.facts.duties.length) return false
  const late = payment(asked)?.state === 'breached'
  return (!remaining || !late) && refuse('ERR_GUARD', { guard: 'not-overdue', remaining })
}

/** PROC 77: performed, enforcement ended, or nothing to perform; then the time for closing has begun. */
export const notToBeClosed = (asked: Case): Refusal | false =>
  !clockIn(asked, administrativeCase.reads.closing) && refuse('ERR_GUARD', { guard: 'nothing-ended-yet' })
