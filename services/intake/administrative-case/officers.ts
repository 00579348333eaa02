import { refuse, type Refusal } from '#kernel'
import type { CaseFacts } from './facts.js'

/** At least two enforcement officers investigate (PROC 4, CFF 42). */
export const fewerThanTwo = (officers: readonly string[]): Refusal | undefined =>
  new Set(officers).size < 2 ? refuse('ERR_GUARD', { guard: 'two-officers', officers: officers.length }) : undefined

/** Nobody who reviewed, hosted or approved the filing investigates (ERR_SOD). */
export const barred = ({ examiners, approver }: CaseFacts): readonly string[] => [...examiners, approver]

export const barredAmong = (persons: readonly string[], facts: CaseFacts): Refusal | false => {
  const person = persons.find((one) => barred(facts).includes(one))
  return person !== undefined && refuse('ERR_SOD', { person })
}
