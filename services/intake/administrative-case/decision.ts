import { firstOf, refuse, type RecordView, type Refusal } from '#kernel'
import { keysOf } from '../subject/keys.js'
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

/** Names under which one act of one person is fined once, whatever agency decides (CFF 29, 35). */
export const fineClaims = ({ subject, act }: Pick<CaseFacts, 'subject' | 'act'>): string[] => {
  const keys = keysOf(subject)
  return (keys.length ? keys : [`name:${subject.name}`]).map((key) => `fine:${key}:${act}`)
}

/** What the service of the decision sets going. */
export const serviceOf = ({ fine, duties, measures, returned }: Decision): Service => ({
  fine,
  fined: fine > 0,
  toPerform: fine > 0 || duties.length > 0,
  measures,
  returned,
})
