import { alarmOf, type Summary, type SummaryClock, type View } from '#kernel'
import type { Row } from '#ports'
import { deskOf, earliest, isOpen, marksOf, NO_DAY, sortKey, soughtIn, weekOf } from './standing.js'
import { TOPICS } from './topics.js'

const byDue = (a: SummaryClock, b: SummaryClock): number => (sortKey(a) < sortKey(b) ? -1 : 1)

const isAgency = (value: string): boolean => !value.startsWith('party:')

/** What counters are kept by: single values, for lists cannot be counted by. */
const countedBy = ({ roles, since }: Summary, seen: readonly string[], marks: readonly string[], began: string) => ({
  hand: (roles.holder ?? []).join(' '),
  circle: seen.filter(isAgency).join(' '),
  marks: marks.join(','),
  began,
  beganWeek: weekOf(began),
  sinceWeek: weekOf(since),
})

const clocksIn = (summary: Summary) => {
  const clocks = summary.clocks.filter(isOpen).sort(byDue)
  return {
    clocks,
    open: clocks.length,
    breached: clocks.filter((clock) => clock.state === 'breached').length,
    next: clocks[0] ? sortKey(clocks[0]) : NO_DAY,
    alarm: earliest(clocks.map(alarmOf)),
    runs: [...new Set([...clocks.map(({ id }) => id), ...marksOf(summary.clocks)])],
    desk: deskOf(summary, clocks),
  }
}

const shown = ({ id, kind, dossier, version, state, overlays, label, roles, numbers, since, by, at }: Summary) => ({
  ...{ id, kind, dossier, version, state, overlays, label, roles, numbers, since, at },
  seen: [...new Set(Object.values(roles).flat())].sort(),
  holder: roles.holder ?? [],
  by: { agency: by.agency, office: by.office },
})

const newest = (summary: Summary, began: string): Row => {
  const row = shown(summary)
  const counted = countedBy(summary, row.seen, marksOf(summary.clocks), began)
  const closed = summary.closed?.length ? { closed: summary.closed } : {}
  return { ...row, ...closed, ...clocksIn(summary), ...counted, ...soughtIn(summary) }
}

/**
 * One row per record: what its own service shows of it, the newest version, with its open clocks. `next` is the earliest of them, so
 * that the first n clocks of any list are found in the first n rows by `next`.
 */
export const records: View = {
  name: 'records',
  format: 3,
  topics: TOPICS,
  index: [
    ...['dossier', 'seen', 'holder', 'desk', 'runs', 'grams', 'at'],
    ['next', 'alarm', 'open'],
    ['began', 'circle', 'kind'],
    ['kind', 'state', 'hand', 'circle', 'sinceWeek'],
    ['circle', 'kind', 'beganWeek'],
    ['circle', 'kind', 'hand', 'marks'],
  ],
  ids: (envelope) => [envelope.record],
  fold: (row, envelope) => {
    const summary = envelope.summary as Summary
    const began = earliest([summary.at, row?.began as string | undefined])!
    if (!row || (row.version as number) < summary.version) return newest(summary, began)
    return began === row.began ? row : { ...row, began, beganWeek: weekOf(began) }
  },
}
