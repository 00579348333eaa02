import { firstOf, refuse, type RecordView, type Refusal } from '#kernel'
import { keysOf } from '../subject/keys.js'
import type { MatterRow } from '../subject/matters.js'
import type { CaseFacts, Decision, Outcome, Service } from './facts.js'
import type { CaseState } from './states.js'

type Case = RecordView<CaseState, CaseFacts>

/** To penalise, the notice must have been served, after the last investigation. */
export const noticeMissing = (outcome: Outcome, { state, facts }: Case): Refusal | false =>
  outcome === 'penalise' &&
  (!facts.notice || state === 'REVIEWED' || 'PenaltyNoticeServed' in facts.unserved) &&
  refuse('ERR_NOTICE_MISSING', { missing: '行政处罚告知书', unserved: 'PenaltyNoticeServed' in facts.unserved })

/** After a hearing that was held, its report and the legality review come before any decision (CFF 58(2), 65). */
export const hearingPapersMissing = ({ hearing }: CaseFacts): Refusal | false => {
  if (!hearing.held) return false
  const missing = [...(hearing.reported ? [] : ['听证报告']), ...(hearing.reviewed ? [] : ['案件审核/法制审核表'])]
  return missing.length > 0 && refuse('ERR_DOC_MISSING', { missing })
}

/** While a public notice runs nobody can know what the party will say. */
export const publicNoticeRuns = ({ publicNotice }: CaseFacts): Refusal | false =>
  publicNotice !== undefined && refuse('ERR_GUARD', { guard: 'public-notice-running', of: publicNotice.of })

/** What stands before any outcome, whoever finds it. */
export const undecidable = (outcome: Outcome, asked: Case): Refusal | undefined =>
  firstOf(noticeMissing(outcome, asked), hearingPapersMissing(asked.facts), publicNoticeRuns(asked.facts))

/** Filed without saying which act it is about: the case bears its own id for one. */
export const isUnnamed = ({ id, facts }: Pick<Case, 'id' | 'facts'>): boolean => facts.act === id

/**
 * Names under which one act of one person is fined once, whatever agency decides (CFF 29, 35). While nobody has named the act
 * it may be any that touches this kind of right.
 */
export const fineClaims = (asked: Pick<Case, 'id' | 'facts'>, named?: string): string[] => {
  const { subject, ip, act } = asked.facts
  const keys = keysOf(subject)
  const what = named ?? (isUnnamed(asked) ? `${ip}:*` : act)
  return (keys.length ? keys : [`name:${subject.name}`]).map((key) => `fine:${key}:${what}`)
}

/** Another case of the person has a penalty for this kind of right: whoever fines says first that it is another act. */
export const perhapsFined = (
  { id, facts: { ip } }: Pick<Case, 'id' | 'facts'>,
  matters: readonly MatterRow[],
): Refusal | false => {
  const others = matters.filter((one) => one.id !== id && one.penalties.some((penalty) => penalty.ip === ip))
  return others.length > 0 && refuse('ERR_DOUBLE_FINE', { cases: others.map(({ id: of, number }) => number ?? of) })
}

/** What the service of the decision sets going. */
export const serviceOf = ({ fine, duties, measures, returned }: Decision): Service => ({
  fine,
  fined: fine > 0,
  toPerform: fine > 0 || duties.length > 0,
  measures,
  returned,
})
