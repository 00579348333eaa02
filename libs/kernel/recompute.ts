import type { Rules } from '#rules'
import type { Commit } from './commit.js'
import { derive } from './hash.js'
import { dueRows } from './due.js'
import type { Head } from './head.js'
import { dayOf, plusDays, startOf, type Instant } from './instant.js'
import type { RecordKit } from './kit.js'
import { DeadlineRecomputed } from './lapse-events.js'
import { CLOCK } from './lapse.js'

type Row = ReturnType<typeof dueRows>[number]

/** What changed for one clock: never to a moment that has already passed; whoever had time yesterday has today (11.15, 10). */
const change = (before: Row, after: Row, now: Instant) => {
  const floor = startOf(plusDays(dayOf(now), 1))
  return DeadlineRecomputed({
    clock: after.clock,
    key: after.key,
    from: before.at,
    to: after.at,
    ...(after.at <= now && before.at > now && { floor }),
  })
}

/**
 * The commit that says which open clocks of a record end at another moment under the rules of today; undefined when none does.
 * @param kept the clock rows as they were written under the rules of then
 */
export const recomputeCommit = (
  kit: RecordKit,
  rules: Rules,
  head: Head,
  kept: readonly Row[],
  now: Instant,
): Commit | undefined => {
  const changes = dueRows(head).flatMap((after) => {
    const before = kept.find((row) => row.clock === after.clock && row.key === after.key)
    return before && before.at !== after.at ? [change(before, after, now)] : []
  })
  if (!changes.length) return undefined
  const message = derive(head.id, 'recompute', rules.version, head.seq)
  const { id: record, dossier } = head
  return {
    header: {
      record,
      kind: kit.type.kind,
      dossier,
      message,
      step: 'Recompute',
      actor: CLOCK,
      at: now,
      recordedAt: now,
      root: message,
      law: rules.version,
      body: '',
    },
    events: changes.map(({ type, data }, index) => ({ id: derive(record, message, index), type, data })),
    papers: [],
  }
}
