import type { Row } from '#ports'
import type { Summary, SummaryClock, View } from '#kernel'
import { TOPICS } from './topics.js'

/** A clock that still asks for something: it runs, stands still, or its duty is overdue and not yet done. */
const isOpen = (clock: SummaryClock): boolean =>
  clock.stoppedAt === undefined && ['running', 'paused', 'breached'].includes(clock.state)

const nameOf = (clock: SummaryClock): string => (clock.key ? `${clock.id}:${clock.key}` : clock.id)
const idOf = (record: string, clock: SummaryClock): string => `${record}:${nameOf(clock)}`

/** Sorts by due date, then by clock; what has no date stands last. */
const sortKey = (clock: SummaryClock): string => `${clock.due ?? clock.strict ?? '9999'} ${clock.id}`

const openRow = (id: string, summary: Summary, clock: SummaryClock): Row => {
  const { dossier, kind, label, version, state, roles } = summary
  return {
    id,
    record: summary.id,
    dossier,
    kind,
    label,
    version,
    recordState: state,
    holder: roles.holder ?? [],
    roles,
    seen: [...new Set(Object.values(roles).flat())].sort(),
    clock: clock.id,
    key: clock.key,
    state: clock.state,
    start: clock.start,
    due: clock.due,
    strict: clock.strict,
    lastSafeDay: clock.lastSafeDay,
    provisional: clock.provisional,
    pausedSince: clock.pausedSince,
    remaining: clock.remaining,
    lapseAt: clock.lapseAt,
    sortKey: sortKey(clock),
    open: true,
  }
}

/**
 * One row per clock of a record. A clock that asks for nothing more leaves a bare mark with its version, so that an envelope
 * that comes again, or late, does not bring it back.
 */
export const clocks: View = {
  name: 'clocks',
  topics: TOPICS,
  index: ['dossier', 'holder', 'open', 'sortKey'],
  ids: (envelope) => (envelope.summary as Summary).clocks.map((clock) => idOf(envelope.record, clock)),
  fold: (row, envelope, id) => {
    const summary = envelope.summary as Summary
    if (row && (row.version as number) >= summary.version) return row
    const clock = summary.clocks.find((one) => idOf(summary.id, one) === id)
    return clock && isOpen(clock) ? openRow(id, summary, clock) : { id, version: summary.version, open: false }
  },
}
