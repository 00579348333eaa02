import type { Actor, Instant } from '#kernel'
import { sight } from '#policy'
import type { Row, ViewTable } from '#ports'
import type { Rules } from '#rules'
import { worldOf } from './guard.js'
import type { House, Incoming, WorldFace } from './house.js'
import { Problem } from './problem.js'

/** Who looks at the portal, and at which world. */
export interface Seen {
  world: WorldFace
  rules: Rules
  actor: Actor
  now: Instant
}

export type Roles = Record<string, readonly string[]>

export const seenBy = (house: House, request: Incoming): Seen => {
  const world = worldOf(house, request)
  return { world, rules: world.rules, actor: request.who!.actor, now: world.time.now() }
}

/** When it is worth asking again. */
const FOLDING_S = 10

/** A view of the portal. While it is folded anew nothing can be said of what it does not hold: then nobody is given a short list. */
export const tableOf = ({ world }: { world: Pick<WorldFace, 'view' | 'views'> }, name: string): ViewTable => {
  const table = world.view('portal', name)
  if (!table) throw new Problem('NOT_FOUND', { asked: `portal/${name}` })
  if (world.views().some((one) => one.service === 'portal' && one.name === name && !one.whole))
    throw new Problem('FOLDING', { seconds: FOLDING_S }, { headers: { 'retry-after': String(FOLDING_S) } })
  return table
}

export const isParty = ({ actor, rules }: Seen): boolean => sight(actor, rules) === 'outline'

export const rolesIn = (row: Row): Roles => row.roles as Roles
