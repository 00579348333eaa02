import type { Actor } from '#kernel'
import { knows } from '#policy'
import type { Rules } from '#rules'

/** Records of one kind in which the same agencies stand: what one of them may know of one it may know of all. */
export interface Circle {
  kind: string
  /** Their codes, with spaces. */
  circle: string
}

/** Whether the records of a circle may be known. */
export const knownTo = (actor: Actor, rules: Rules): ((one: Circle) => boolean) => {
  const known = new Map<string, boolean>()
  return ({ kind, circle }) => {
    const name = `${kind}|${circle}`
    const found = known.get(name) ?? knows(actor, { kind, roles: { any: circle.split(' ') } }, rules)
    known.set(name, found)
    return found
  }
}
