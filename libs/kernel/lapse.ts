import type { Rules } from '#rules'
import type { Commit, Happened } from './commit.js'
import type { EventOf } from './event.js'
import { derive } from './hash.js'
import { lapseName, type Head } from './head.js'
import type { Instant } from './instant.js'
import { versionFor, type RecordKit } from './kit.js'
import { ClockBreached, ClockLapsed, ClockReminded, GateOpened } from './lapse-events.js'
import type { Clock } from './ledger.js'
import type { Actor, Lapse } from './record.js'

const CLOCK: Actor = { agency: 'SYSTEM', office: 'clock', person: 'SYSTEM' }

const SAYS = { breach: ClockBreached, lost: ClockLapsed, gate: GateOpened, reminder: ClockReminded } as const

/** Whether every clock that must have lapsed with this one has. */
const together = (head: Head, clock: Clock, others: readonly string[] | undefined): boolean =>
  (others ?? []).every((id) => id === clock.id || head.lapses.some((lapse) => lapse.clock === id))

const eventsOf = (kit: RecordKit, head: Head, clock: Clock): EventOf[] => {
  const { lapse } = versionFor(kit.clocks.get(clock.id)!, head.lines[clock.id] ?? [])
  const told: Lapse = { clock: clock.id, key: clock.key, at: clock.lapseAt!, due: clock.due ?? '' }
  const said = lapse.kind === 'auto' ? [] : [SAYS[lapse.kind]({ clock: told.clock, key: told.key, due: told.due })]
  if (!lapse.event || !together(head, clock, lapse.together)) return said
  const data = kit.type.auto?.[lapse.event]?.(head.facts, told) ?? {}
  return [...said, { type: lapse.event, data }]
}

/** The commit of a lapse: dated at its own instant, whenever it is written. */
export const lapseCommit = (kit: RecordKit, rules: Rules, head: Head, clock: Clock, now: Instant): Commit => {
  const at = clock.lapseAt!
  const ref = { clock: clock.id, key: clock.key, at }
  const message = derive(head.id, clock.id, clock.key, at, head.takenBack[lapseName(ref)] ?? 0)
  const events = eventsOf(kit, head, clock).map(({ type, data }, index): Happened => ({ id: derive(head.id, message, index), type, data: data as Record<string, unknown> }))
  return {
    header: {
      record: head.id, kind: head.kind, dossier: head.dossier, message, step: 'Lapse', actor: CLOCK, at, recordedAt: now,
      root: message, law: rules.version, body: '', lapse: { ...ref, due: clock.due ?? '' },
    },
    events,
    papers: [],
  }
}
