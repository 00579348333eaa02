import { clocksAt } from './due.js'
import type { Head } from './head.js'
import type { Instant } from './instant.js'
import type { RecordKit } from './kit.js'
import type { Clock } from './ledger.js'
import type { RecordView } from './record.js'
import type { Summary } from './service.js'

export const rolesOf = (kit: RecordKit, facts: Record<string, unknown>): Record<string, readonly string[]> => {
  const roles: Record<string, readonly string[]> = {}
  for (const [role, find] of Object.entries(kit.type.roles)) {
    const value = find(facts)
    roles[role] = value === undefined || value === '' ? [] : typeof value === 'string' ? [value] : value
  }
  return roles
}

export const overlaysOf = (kit: RecordKit, head: Pick<Head, 'facts' | 'clocks'>): string[] =>
  Object.entries(kit.type.overlays ?? {}).flatMap(([name, holds]) => (holds(head.facts, head.clocks) ? [name] : []))

/** What steps see. */
export const viewOf = (kit: RecordKit, head: Head, now: Instant): RecordView => {
  const clocks = clocksAt(head, now)
  return {
    id: head.id,
    kind: head.kind,
    dossier: head.dossier,
    version: head.version,
    state: head.state,
    since: head.since,
    facts: head.facts,
    overlays: overlaysOf(kit, { facts: head.facts, clocks }),
    clocks,
    papers: head.papers,
  }
}

/** What lists show of a clock: not what it was reckoned from. */
const shownOf = (clock: Clock): Summary['clocks'][number] => ({
  id: clock.id,
  key: clock.key,
  state: clock.state,
  due: clock.due,
  strict: clock.strict,
  lastSafeDay: clock.lastSafeDay,
  provisional: clock.provisional,
  start: clock.start,
  unit: 'unit' in clock.length ? clock.length.unit : undefined,
  lapseAt: clock.lapseAt,
  stoppedAt: clock.stoppedAt,
  pausedSince: clock.pausedSince,
  pausedBy: clock.pausedBy,
  pausedUntil: clock.pausedUntil,
  remaining: clock.remaining,
})

/** What a service shows of a record to lists, timelines and other services. */
export const summaryOf = (kit: RecordKit, head: Head, now: Instant): Summary => {
  const view = viewOf(kit, head, now)
  return {
    id: head.id,
    kind: head.kind,
    dossier: head.dossier,
    version: head.version,
    state: head.state,
    overlays: view.overlays,
    label: kit.type.label(head.facts),
    search: kit.type.search?.(head.facts),
    roles: rolesOf(kit, head.facts),
    numbers: head.papers.flatMap((paper) => paper.number ?? []),
    clocks: view.clocks.map(shownOf),
    closed: kit.closed(view),
    since: head.since,
    by: { agency: head.by.agency, office: head.by.office, person: head.by.person },
    at: head.at,
  }
}
