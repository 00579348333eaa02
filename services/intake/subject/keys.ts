import type { Subject } from '#kernel'

/** The names under which amounts of one actor add up: USCC, keyed hash of an id number, shop, controller (R-XFR-07). */
export const keysOf = (subject: Subject): string[] =>
  (['uscc', 'person', 'shop', 'controller'] as const).flatMap((kind) =>
    subject[kind] === undefined ? [] : [`${kind}:${subject[kind]}`],
  )

/** Whether two descriptions mean one actor: a key in common, or, where one has no key, the same name. */
export const sameActor = (one: Subject, other: Subject): boolean => {
  const [keys, others] = [keysOf(one), keysOf(other)]
  return keys.length && others.length ? keys.some((key) => others.includes(key)) : one.name === other.name
}
