import { personOf, type Subject } from '#kernel'

/** The names under which amounts of one actor add up: USCC, keyed hash of an id number, shop, controller (R-XFR-07). */
export const keysOf = (subject: Subject): string[] =>
  Object.entries({ uscc: subject.uscc, person: personOf(subject), shop: subject.shop, controller: subject.controller })
    .filter(([, value]) => value !== undefined)
    .map(([kind, value]) => `${kind}:${value}`)

/** Whether two descriptions mean one actor: a key in common, or, where one has no key, the same name. */
export const sameActor = (one: Subject, other: Subject): boolean => {
  const [keys, others] = [keysOf(one), keysOf(other)]
  return keys.length && others.length ? keys.some((key) => others.includes(key)) : one.name === other.name
}
