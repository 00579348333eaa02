import { refuse, type Day, type Refusal } from '#kernel'
import type { Rules } from '#rules'

/**
 * Last day of a period that a guard asks for.
 * @returns ERR_DATE for a beginning before any law that is loaded.
 */
export const lastDayOf = (clock: string, record: string, start: Day, rules: Rules): Day | Refusal =>
  rules.clock(clock, start, record)
    ? rules.countClock({ clock, record, start }).due
    : refuse('ERR_DATE', { clock, given: start })
