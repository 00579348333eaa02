import type { Actor } from '#kernel'
import { sight } from './policy.js'
import { reachOf, type City } from './reach.js'

/**
 * Agencies whose people a person may be told by name: those whose files the person reads anyway, which say who acted. A party is told
 * nobody's.
 */
export const nameable = (actor: Actor, city: City): ReadonlySet<string> => {
  if (sight(actor, city) !== 'file') return new Set()
  const { known, read } = reachOf(actor, city)
  return new Set([...known, ...[...read.values()].flatMap((agencies) => [...agencies])])
}
