import { refuse, type AnyRecord, type Day, type Refusal } from '#kernel'
import type { Rules } from '#rules'

/**
 * Last day of a period that a guard asks for.
 * @returns ERR_DATE for a beginning before any law that is loaded.
 */
export const lastDayOf = (
  { clock, on: { kind: record }, field }: { clock: string; on: Pick<AnyRecord, 'kind'>; field: string },
  start: Day,
  rules: Rules,
): Day | Refusal => {
  if (rules.clock(clock, start, record)) return rules.countClock({ clock, record, start }).due
  const [notBefore] = rules.allClocks
    .flatMap(({ id, on, validFrom }) => (id === clock && on === record ? validFrom : []))
    .sort()
  return refuse('ERR_DATE', { field, given: start, notBefore })
}
