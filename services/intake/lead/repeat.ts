import { firstOf, refuse, type Found, type RecordView, type Refusal } from '#kernel'
import { sameActor } from '../subject/keys.js'
import type { LeadFacts } from './facts.js'

/** Why a report is no repeat of an earlier one (TSJB 35): a complaint has its own track, another reporter a clock of its own (R-INT-12), an anonymous one no other. */
export const notRepeat = (
  { id, facts }: Pick<RecordView<string, LeadFacts>, 'id' | 'facts'>,
  earlier: Found<string, LeadFacts> | undefined,
  sameReporter: boolean,
): Refusal | undefined => {
  if (!earlier || earlier.id === id) return refuse('ERR_GUARD', { guard: 'no-earlier-lead' })
  const complaint = facts.complaint || earlier.facts.complaint
  return firstOf(
    complaint && refuse('ERR_GUARD', { guard: 'complaint' }),
    earlier.facts.holder !== facts.holder && refuse('ERR_GUARD', { guard: 'other-agency' }),
    !sameReporter && refuse('ERR_GUARD', { guard: 'other-reporter' }),
    !sameActor(facts.subject, earlier.facts.subject) && refuse('ERR_GUARD', { guard: 'other-target' }),
  )
}
