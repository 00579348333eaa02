import { toMs, type Instant } from './instant.js'
import type { Head } from './head.js'
import type { Input } from './input.js'
import { refuse, type Refusal } from './step.js'

const REFUSALS_AN_HOUR = 20
const HOUR_MS = 3_600_000

/** The same was refused to this person at this version: answered as before, written once. */
export const refusedBefore = (head: Head, { actor, step }: Input, code: string): boolean =>
  head.refusals.some(
    (mark) =>
      mark.person === actor.person && mark.version === head.version && mark.step === step.name && mark.code === code,
  )

/** More refusals of one person on one record within the hour than a chain takes; they can be written no more. */
export const tooMany = (head: Head, person: string, now: Instant): Refusal | undefined => {
  const lastHour = head.refusals.filter((mark) => mark.person === person && toMs(now) - toMs(mark.at) < HOUR_MS)
  return lastHour.length >= REFUSALS_AN_HOUR
    ? refuse('ERR_TOO_MANY', { refusedInTheLastHour: lastHour.length, limit: REFUSALS_AN_HOUR })
    : undefined
}
