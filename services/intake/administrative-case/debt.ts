import { dayNumber, plusDays, type Day } from '#kernel'

/** The fine as a debt; money in fen. */
export interface Debt {
  fine: number
  /** Part of the fine not yet paid. */
  principal: number
  /** Addition for delay that has accrued, paid or not. */
  surcharge: number
  /** Of it paid. */
  surchargePaid: number
  /** Day up to which the addition is reckoned. */
  reckonedTo?: Day
}

/** Days of a challenge; open when it is not ended. */
export interface Stay {
  from: Day
  to?: Day
}

/** Percent of the unpaid fine for each day of delay (CFF 72). */
const PERCENT_A_DAY = 3

export const debtOf = (fine: number): Debt => ({ fine, principal: fine, surcharge: 0, surchargePaid: 0 })

export const owed = (debt: Debt): number => debt.principal + debt.surcharge - debt.surchargePaid

const stayed = (day: Day, stays: readonly Stay[]): boolean =>
  stays.some(({ from, to }) => day >= from && (to === undefined || day <= to))

/** Days after the last day for payment up to and with `today`; days of a reconsideration or suit do not count (CFF 73). */
const lateDays = (debt: Debt, due: Day, today: Day, stays: readonly Stay[]): number => {
  const after = debt.reckonedTo && debt.reckonedTo > due ? debt.reckonedTo : due
  const span = Math.max(0, dayNumber(today) - dayNumber(after))
  if (!stays.length) return span
  return Array.from({ length: span }, (_, index) => plusDays(after, index + 1)).filter((day) => !stayed(day, stays))
    .length
}

/** The addition reckoned up to `today`, never more than the fine itself. `due`: the last day for payment, deferral included. */
export const reckoned = (debt: Debt, due: Day | undefined, today: Day, stays: readonly Stay[]): Debt => {
  if (!due || today <= due) return debt
  const added = Math.floor((debt.principal * PERCENT_A_DAY * lateDays(debt, due, today, stays)) / 100)
  return { ...debt, surcharge: Math.min(debt.fine, debt.surcharge + added), reckonedTo: today }
}

/** A payment counts towards the fine first, then towards the addition. */
export const paid = (debt: Debt, amount: number): Debt => {
  const principal = Math.max(0, debt.principal - amount)
  return { ...debt, principal, surchargePaid: debt.surchargePaid + amount - (debt.principal - principal) }
}
