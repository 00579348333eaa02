import { refuse, type Refusal } from '#kernel'

/** At least two enforcement officers investigate (PROC 4, CFF 42). */
export const fewerThanTwo = (officers: readonly string[]): Refusal | undefined =>
  new Set(officers).size < 2 ? refuse('ERR_GUARD', { guard: 'two-officers', officers: officers.length }) : undefined
