import type { Summary, SummaryClock, View } from '#kernel'
import { TOPICS } from './topics.js'

/** A clock that still asks for something: it runs, stands still, or its duty is overdue and not yet done. */
const isOpen = (clock: SummaryClock): boolean =>
  clock.stoppedAt === undefined && ['running', 'paused', 'breached'].includes(clock.state)

/** Sorts by due date, then by clock; what has no date stands last. */
const sortKey = ({ due, strict, id, key }: SummaryClock): string => `${due ?? strict ?? '9999'} ${id} ${key}`

const byDue = (a: SummaryClock, b: SummaryClock): number => (sortKey(a) < sortKey(b) ? -1 : 1)

/**
 * One row per record: what its own service shows of it, the newest version, with its open clocks. `next` is the earliest of them, so
 * that the first n clocks of any list are found in the first n rows by `next`.
 */
export const records: View = {
  name: 'records',
  topics: TOPICS,
  index: ['dossier', 'kind', 'state', 'seen', 'holder', 'next', 'open'],
  ids: (envelope) => [envelope.record],
  fold: (row, envelope) => {
    const { id, kind, dossier, version, state, overlays, label, roles, numbers, since, by, at, ...summary } =
      envelope.summary as Summary
    if (row && (row.version as number) >= version) return row
    const seen = [...new Set(Object.values(roles).flat())].sort()
    const clocks = summary.clocks.filter(isOpen).sort(byDue)
    return {
      id,
      kind,
      dossier,
      version,
      state,
      overlays,
      label,
      roles,
      seen,
      holder: roles.holder ?? [],
      numbers,
      since,
      at,
      by: { agency: by.agency, office: by.office },
      clocks,
      open: clocks.length,
      breached: clocks.filter((clock) => clock.state === 'breached').length,
      next: clocks[0] && sortKey(clocks[0]),
    }
  },
}
