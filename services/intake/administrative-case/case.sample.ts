import { readInstant, type Actor, type RecordView, type Step } from '#kernel'
import { specOf, type Past } from '#kernel/spec'
import { loadRules } from '#rules'
import { people } from '../city.sample.js'
import type { CaseFacts } from './facts.js'
import { administrativeCase } from './state.js'
import type { CaseState } from './states.js'
import { administrativeCaseSteps } from './steps.js'
import { closeInvestigation } from './steps/close-investigation.js'
import { collectEvidence } from './steps/collect-evidence.js'
import { decide } from './steps/decide.js'
import { fileCase } from './steps/file-case.js'
import { finishReview } from './steps/finish-review.js'
import { serveDecision } from './steps/serve-decision.js'
import { serveNotice } from './steps/serve-notice.js'
import { submitReview } from './steps/submit-review.js'

/** The case of scenario 1 for specs; every person and shop is invented. */

export const rules = loadRules().withPeople(people('SAMR-411002', 'SAMR-411003'))
export const spec = specOf({ record: administrativeCase, steps: administrativeCaseSteps }, rules)

export const BUREAU = 'SAMR-411002'
export const OTHER = 'SAMR-411003'
export const CITY = 'SAMR-411000'
export const ID = (letter: string): string => letter.repeat(26)

const actor = (office: string, person: string, agency = BUREAU): Actor => ({ agency, office, person })
export const officer = actor('officer', 'p-officer')
export const second = actor('officer', 'p-second')
export const unitHead = actor('unit-head', 'p-unit-head')
export const reviewer = actor('reviewer', 'p-reviewer')
export const host = actor('host', 'p-host')
export const leader = actor('leader', 'p-leader')
export const collective = actor('collective', 'p-leader')
export const publicity = actor('publicity', 'p-publicity')
export const party: Actor = { agency: 'RESPONDENT', office: 'party', person: 'p-owner', subject: '92411002MA9FK1017B' }
/** The same natural person in another office. */
export const asOffice = (office: string, one: Actor): Actor => ({ ...one, office })

export const SHOP = { name: '某饰品店（虚构）', uscc: '92411002MA9FK1017B', natural: true }
export const COMPANY = { name: '某瓷业公司（虚构）', uscc: '91411002MA9FK404XB' }

export interface Act {
  step: Step
  by: Actor
  at: string
  now?: string
  input?: Record<string, unknown>
  needs?: Record<string, unknown>
}

const after = (pasts: readonly Past[], act: Act): Past[] => [
  ...pasts,
  {
    at: readInstant(act.at)!,
    by: act.by,
    events: spec
      .given(...pasts)
      .when(act.step, act)
      .told().events,
  },
]

/** What happened when these acts followed one another; each must go through. */
export const walk = (...acts: readonly Act[]): Past[] => acts.reduce<Past[]>(after, [])
export const on = (pasts: readonly Past[], ...acts: readonly Act[]): Past[] => acts.reduce<Past[]>(after, [...pasts])

const FILING = {
  officers: ['p-officer', 'p-second'],
  subject: SHOP,
  ip: 'trademark',
  act: '销售假冒发制品',
  conditions: { evidence: true, penalty: true, jurisdiction: true, limitation: true },
  measures: [ID('m')],
}

/** A seizure of the bureau that belongs to no case yet. */
export const MEASURE = { id: ID('m'), version: 1, dossier: ID('m'), state: 'SEALED', facts: { agency: BUREAU } }

export const filing = (input: Record<string, unknown> = {}, needs: Record<string, unknown> = { leads: [] }): Act => ({
  step: fileCase,
  by: leader,
  at: '2026-06-12T10:00',
  input: { ...FILING, ...input },
  needs: { measures: [MEASURE], ...needs },
})

export const filed = walk(filing())
/** Evidence taken on the first working day after the filing. */
export const collecting: Act = {
  step: collectEvidence,
  by: officer,
  at: '2026-06-15T09:00',
  input: { items: ['账册一'], rightsTold: true },
}
export const investigating = on(filed, collecting)
export const closed = on(investigating, { step: closeInvestigation, by: officer, at: '2026-07-03T17:00' })
export const underReview = on(closed, { step: submitReview, by: officer, at: '2026-07-06T09:00' })
export const reviewed = on(underReview, { step: finishReview, by: reviewer, at: '2026-07-10T09:00' })

/** The same case with another party, after its review. */
export const reviewedOf = (input: Record<string, unknown>): Past[] =>
  walk(
    filing(input),
    collecting,
    { step: closeInvestigation, by: officer, at: '2026-07-03T17:00' },
    { step: submitReview, by: officer, at: '2026-07-06T09:00' },
    { step: finishReview, by: reviewer, at: '2026-07-10T09:00' },
  )

export const NOTICE = {
  facts: '销售假冒注册商标的发制品三十件',
  reasons: '侵犯注册商标专用权',
  basis: '商标法第六十条',
  fine: 2_000_000,
  confiscation: 1_120_000,
  hearingOffered: true,
}
export const notifying = (input: Record<string, unknown> = {}): Act => ({
  step: serveNotice,
  by: leader,
  at: '2026-07-13T10:00',
  input: { ...NOTICE, ...input },
})
export const notified = on(reviewed, notifying())

export const PENALTY = { outcome: 'penalise', fine: 2_000_000, confiscation: 1_120_000 }
export const deciding = (input: Record<string, unknown> = {}, at = '2026-07-22T10:00', by = leader): Act => ({
  step: decide,
  by,
  at,
  input: { ...PENALTY, ...input },
})
export const decided = on(notified, deciding())
export const serving = (input: Record<string, unknown> = {}, at = '2026-07-22T15:00'): Act => ({
  step: serveDecision,
  by: officer,
  at,
  input,
})
export const served = on(decided, serving())

/** What an act answers: its events, or its refusal's code. */
export const told = (pasts: readonly Past[], act: Act) => {
  const answer = spec
    .given(...pasts)
    .when(act.step, act)
    .told()
  return { ...answer, after: answer.after as RecordView<CaseState, CaseFacts> }
}
export const refused = (pasts: readonly Past[], act: Act) =>
  spec
    .given(...pasts)
    .when(act.step, act)
    .refused()
export const refusal = (pasts: readonly Past[], act: Act) =>
  spec
    .given(...pasts)
    .when(act.step, act)
    .refusal()
export const record = (pasts: readonly Past[], now: string) =>
  spec.given(...pasts).record(now) as RecordView<CaseState, CaseFacts>

/** A clock as it stands: state and the dates it shows. */
export const clock = (id: string, pasts: readonly Past[], now: string) => {
  const found = record(pasts, now).clocks.find((one) => one.id === id)
  return found && { state: found.state, due: found.due, strict: found.strict, pausedSince: found.pausedSince }
}

/** Steps that a state allows, by name. */
export const possible = ({ state }: RecordView<CaseState, CaseFacts>): string[] =>
  administrativeCaseSteps.filter(({ from }) => from.includes(state) || from.includes('any')).map(({ name }) => name)

/** Steps that note what happened elsewhere or was not known, in any state. */
export const notes = [
  'AcknowledgeNotice',
  'BarFine',
  'CompleteParty',
  'HearCriminalNews',
  'LinkMeasure',
  'NoteAccumulation',
  'NoteMatters',
  'SettleSuspicion',
  'TakeCriminalPaper',
]

/** The record as a step sees it; before its first event an empty one. */
export const seen = (pasts: readonly Past[], now: string): RecordView<CaseState, CaseFacts> =>
  pasts.length
    ? record(pasts, now)
    : { ...record(filed, '2026-06-12T10:00'), state: '' as CaseState, facts: administrativeCase.facts, clocks: [] }
