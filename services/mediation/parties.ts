import { accountOf, field, type Actor, type Subject } from '#kernel'

/** The two sides of a dispute, in the order in which they stand in every list of parties. */
export const SIDES = ['requester', 'respondent'] as const
export type Side = (typeof SIDES)[number]

/** Sides that signed or agreed. */
export const sides = field.list(field.oneOf(...SIDES), 0, 2)

/** The sides that have not. */
export const lacking = (given: readonly Side[]): Side[] => SIDES.filter((side) => !given.includes(side))

/** Officers have no subject; an outside user speaks only for the subject it is bound to. */
export const speaksFor = (actor: Actor, subjects: readonly (Subject | undefined)[]): boolean =>
  actor.subject === undefined || subjects.some((subject) => accountOf(subject) === actor.subject)
