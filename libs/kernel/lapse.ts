import type { Rules } from '#rules'
import type { Commit, Happened } from './commit.js'
import type { EventOf } from './event.js'
import { derive } from './hash.js'
import type { Coming } from './due.js'
import { lapseName, type Head } from './head.js'
import type { Instant } from './instant.js'
import { versionFor, type RecordKit } from './kit.js'
import { ClockBreached, ClockLapsed, ClockReminded, GateOpened } from './lapse-events.js'
import type { Actor, Lapse, Paper } from './record.js'
import type { PaperDraft } from './step.js'

export const CLOCK: Actor = { agency: 'SYSTEM', office: 'clock', person: 'SYSTEM' }

const SAYS = { breach: ClockBreached, lost: ClockLapsed, gate: GateOpened, reminder: ClockReminded } as const

/** Whether every clock that must have lapsed with this one has. */
const together = (head: Head, lapse: Coming, others: readonly string[] | undefined): boolean =>
  (others ?? []).every((id) => id === lapse.clock || head.lapses.some((written) => written.clock === id))

const eventsOf = (kit: RecordKit, head: Head, told: Lapse): EventOf[] => {
  const { lapse } = versionFor(kit.clocks.get(told.clock)!, head.lines[told.clock] ?? [])
  const { clock, key, due } = told
  const said = lapse.kind === 'auto' ? [] : [SAYS[lapse.kind]({ clock, key, due })]
  if (!lapse.event || !together(head, told, lapse.together)) return said
  return [...said, { type: lapse.event, data: kit.type.auto?.[lapse.event]?.(head.facts, told) ?? {} }]
}

/** The papers of a lapse: the holder's, as everything that the lapse does. */
export const lapseDrafts = (kit: RecordKit, head: Head, lapse: Coming): PaperDraft[] => {
  const [agency] = [kit.type.roles.holder?.(head.facts) ?? []].flat() as string[]
  return eventsOf(kit, head, lapse)
    .flatMap(({ type }) => kit.type.autoMakes?.[type] ?? [])
    .map((title) => ({ title, agency }))
}

/** The commit of a lapse: dated at its own instant, whenever it is written. */
export const lapseCommit = (
  kit: RecordKit,
  rules: Rules,
  head: Head,
  lapse: Coming,
  now: Instant,
  papers: readonly Paper[] = [],
): Commit => {
  const message = derive(head.id, lapse.clock, lapse.key, lapse.at, head.takenBack[lapseName(lapse)] ?? 0)
  const events = eventsOf(kit, head, lapse).map(({ type, data }, index): Happened => ({
    data: data as Record<string, unknown>,
    id: derive(head.id, message, index),
    type,
  }))
  const { id: record, kind, dossier } = head
  const header = {
    record,
    kind,
    dossier,
    message,
    step: 'Lapse',
    actor: CLOCK,
    at: lapse.at,
    recordedAt: now,
    root: message,
  }
  return { header: { ...header, law: rules.version, body: '', lapse }, events, papers }
}
