import { dayOf, record, refuse, type Day, type EventMeta, type RecordView, type Refusal, type Subject } from '#kernel'
import type { Amount } from './amount.js'
import * as happened from './events.js'

/** Who has to act now. */
type Side = 'agency' | 'police' | 'prosecutor' | 'court'

/** A paper on its way; its day of receipt starts what counts from it. */
export interface Unserved {
  /** Type of the event whose paper it is. */
  of: string
  to: 'agency' | 'police'
  /** The day it was made. */
  since: Day
}

export interface TransferFacts {
  case?: string
  lead?: string
  agency: string
  subject: Subject
  ip?: string
  /** Which suspicion of the same case or lead. */
  round: number
  basis?: string
  offence?: string
  ruleSet?: string
  amounts: readonly Amount[]
  /** The task force (专案组). */
  officers: readonly string[]
  /** Who handed in the report. */
  reporter?: string
  police?: string
  prosecutor?: string
  /** Court of the same level, where the case would be tried. */
  forum?: string
  /** The court that has the case. */
  court?: string
  /** Police that forwarded it. */
  former: readonly string[]
  hand: Side
  /** Enclosures of GWY310:6 that are missing. */
  missing: readonly string[]
  ownField: boolean
  complete: boolean
  unserved: readonly Unserved[]
  /** Reasons for not filing were given. */
  explained: boolean
  /** The agency must go on with its own case. */
  back: boolean
  outcome?: string
  measures: readonly string[]
  /** The procuratorate told the agency that the reasons hold. */
  informed: boolean
}

const BEFORE: TransferFacts = {
  agency: '',
  subject: { name: '' },
  round: 0,
  amounts: [],
  officers: [],
  former: [],
  hand: 'agency',
  missing: [],
  ownField: true,
  complete: true,
  unserved: [],
  explained: false,
  back: false,
  measures: [],
  informed: false,
}

const turn = (hand: Side): Pick<TransferFacts, 'hand'> => ({ hand })

/** Whom the paper of an event is for. */
const toPolice: readonly string[] = ['ReconRequested', 'ReasonsAsked', 'FilingOrdered']

/** Papers by which the matter comes back to the agency once it has them. */
const bringsBack = (of: string, outcome: string | undefined): boolean =>
  ['PoliceRefused', 'AgencyInformed', 'CaseWithdrawn'].includes(of) ||
  (of === 'CriminalOutcome' && (outcome === 'acquitted' || outcome === 'exempted'))

const onTheWay = (
  of: string,
  servedOn: Day | null,
  facts: TransferFacts,
  meta: EventMeta,
): Pick<TransferFacts, 'unserved'> => ({
  unserved:
    servedOn === null
      ? [...facts.unserved, { of, to: toPolice.includes(of) ? 'police' : 'agency', since: dayOf(meta.at) }]
      : facts.unserved,
})

const STATES = {
  SUSPECTED: { zh: '发现涉嫌犯罪', en: 'Crime suspected' },
  TASK_FORCE: { zh: '专案组核实', en: 'Task force at work' },
  REPORT_SUBMITTED: { zh: '报告已提交', en: 'Report submitted' },
  APPROVED: { zh: '已批准移送', en: 'Transfer approved' },
  NOT_APPROVED: { zh: '不予移送', en: 'Not approved', final: true },
  SENT: { zh: '已移送', en: 'Sent to the police' },
  RECEIVED_BY_POLICE: { zh: '公安机关已签收', en: 'Received by the police' },
  SUPPLEMENTING: { zh: '补正材料中', en: 'Material being supplemented' },
  FORWARDED: { zh: '已转送', en: 'Forwarded' },
  POLICE_FILED: { zh: '公安机关已立案', en: 'Filed by the police' },
  REFUSED: { zh: '公安机关不予立案', en: 'Refused by the police' },
  RECON_REQUESTED: { zh: '复议中', en: 'Reconsideration requested' },
  RECON_UPHELD: { zh: '复议维持不予立案', en: 'Refusal upheld' },
  SUPERVISION_REQUESTED: { zh: '已建议立案监督', en: 'Supervision requested' },
  EXPLAINING: { zh: '公安机关说明理由中', en: 'Police explaining' },
  ORDERED_TO_FILE: { zh: '已通知立案', en: 'Ordered to file' },
  SUPERVISION_REJECTED: { zh: '不立案理由成立', en: 'Reasons for not filing upheld', final: true },
  HANDED_OVER: { zh: '涉案物品已移交', en: 'Goods handed over' },
  IN_INVESTIGATION: { zh: '刑事侦查中', en: 'Under criminal investigation' },
  PROSECUTED: { zh: '已提起公诉', en: 'Prosecuted' },
  NON_PROSECUTION: { zh: '不起诉', en: 'Not prosecuted', final: true },
  CONVICTED: { zh: '有罪判决', en: 'Convicted', final: true },
  ACQUITTED: { zh: '无罪判决', en: 'Acquitted', final: true },
  RETURNED_WITHDRAWN: { zh: '撤案退回', en: 'Withdrawn and returned', final: true },
  ENDED: { zh: '嫌疑处理终结', en: 'Ended', final: true },
} as const

/** Every state, closed ones included. */
export const EVERY = Object.keys(STATES) as readonly (keyof typeof STATES)[]

const OUTCOME_STATES = {
  convicted: 'CONVICTED',
  exempted: 'CONVICTED',
  acquitted: 'ACQUITTED',
  'non-prosecution': 'NON_PROSECUTION',
} as const

/** A suspected crime on its way from the agency that found it to the police, the procuratorate and the court (行刑衔接). */
export const transfer = record({
  service: 'routing',
  name: 'transfer',
  title: { zh: '涉嫌犯罪案件移送', en: 'Criminal transfer' },
  states: STATES,
  facts: BEFORE,
  events: Object.values(happened),
  evolve: {
    CrimeSuspected: { to: 'SUSPECTED', set: ({ reason: _, ...found }) => found },
    FindingsNoted: { set: ({ ruleSet, amounts }) => ({ ruleSet, amounts }) },
    CaseLinked: { set: (data) => ({ case: data.case }) },
    TaskForceFormed: { to: 'TASK_FORCE', set: ({ officers }) => ({ officers }) },
    TransferReportSubmitted: {
      to: 'REPORT_SUBMITTED',
      set: ({ amounts, receivedByHead }, facts, meta) => ({
        amounts,
        reporter: meta.actor.person,
        ...onTheWay('TransferReportSubmitted', receivedByHead, facts, meta),
      }),
    },
    TransferApproved: 'APPROVED',
    TransferNotApproved: { to: 'NOT_APPROVED', set: () => ({ back: true }) },
    SentToPolice: {
      to: 'SENT',
      set: ({ to, copiedTo, court, missing }) => ({
        police: to,
        prosecutor: copiedTo,
        forum: court,
        missing,
        ...turn('police'),
      }),
    },
    TransferReceived: {
      to: 'RECEIVED_BY_POLICE',
      set: ({ ownField, complete }) => ({ ownField, complete, ...turn('police') }),
    },
    SupplementRequested: {
      to: 'SUPPLEMENTING',
      set: ({ what, servedOn }, facts, meta) => ({
        missing: what,
        ...turn('agency'),
        ...onTheWay('SupplementRequested', servedOn, facts, meta),
      }),
    },
    Supplemented: {
      to: 'RECEIVED_BY_POLICE',
      set: ({ titles }, { missing }) => ({
        missing: missing.filter((title) => !titles.includes(title)),
        ...turn('police'),
      }),
    },
    CaseForwarded: {
      to: 'FORWARDED',
      set: ({ to, copiedTo, court }, { police, former }) => ({
        police: to,
        prosecutor: copiedTo,
        forum: court,
        former: police ? [...former, police] : former,
        ...turn('police'),
      }),
    },
    PoliceFiled: {
      to: 'POLICE_FILED',
      set: ({ servedOn }, facts, meta) => ({
        back: false,
        ...turn('agency'),
        ...onTheWay('PoliceFiled', servedOn, { ...facts, unserved: [] }, meta),
      }),
    },
    PoliceRefused: {
      to: 'REFUSED',
      set: ({ servedOn }, facts, meta) => ({
        back: servedOn !== null,
        ...turn('agency'),
        ...onTheWay('PoliceRefused', servedOn, facts, meta),
      }),
    },
    NoticeReceived: {
      set: ({ of }, { unserved, outcome, back }) => ({
        unserved: unserved.filter((paper) => paper.of !== of),
        back: back || bringsBack(of, outcome),
      }),
    },
    ReconRequested: {
      to: 'RECON_REQUESTED',
      set: ({ servedOn }, facts, meta) => ({ ...turn('police'), ...onTheWay('ReconRequested', servedOn, facts, meta) }),
    },
    ReconDecided: {
      to: ['POLICE_FILED', 'RECON_UPHELD'],
      by: ({ filed }) => (filed ? 'POLICE_FILED' : 'RECON_UPHELD'),
      set: ({ filed, servedOn }, facts, meta) => ({
        back: filed ? false : facts.back,
        ...turn('agency'),
        ...onTheWay('ReconDecided', servedOn, { ...facts, unserved: [] }, meta),
      }),
    },
    SupervisionRequested: { to: 'SUPERVISION_REQUESTED', set: () => turn('prosecutor') },
    ReasonsAsked: {
      to: 'EXPLAINING',
      set: ({ servedOn }, facts, meta) => ({
        explained: false,
        ...turn('police'),
        ...onTheWay('ReasonsAsked', servedOn, facts, meta),
      }),
    },
    ReasonsExplained: { set: () => ({ explained: true, ...turn('prosecutor') }) },
    ReasonsUpheld: { to: 'SUPERVISION_REJECTED', set: () => turn('prosecutor') },
    AgencyInformed: {
      set: ({ servedOn }, facts, meta) => ({
        informed: true,
        back: facts.back || servedOn !== null,
        ...turn('agency'),
        ...onTheWay('AgencyInformed', servedOn, facts, meta),
      }),
    },
    FilingOrdered: {
      to: 'ORDERED_TO_FILE',
      set: ({ servedOn }, facts, meta) => ({ ...turn('police'), ...onTheWay('FilingOrdered', servedOn, facts, meta) }),
    },
    HandedOver: {
      to: 'HANDED_OVER',
      set: ({ measures }, { forum }) => ({ measures, court: forum, ...turn('police') }),
    },
    CriminalInvestigationStarted: { to: 'IN_INVESTIGATION', set: () => turn('police') },
    Prosecuted: { to: 'PROSECUTED', set: ({ court }) => ({ court, ...turn('court') }) },
    CaseWithdrawn: {
      to: 'RETURNED_WITHDRAWN',
      set: ({ servedOn }, facts, meta) => ({
        back: servedOn !== null,
        ...turn('agency'),
        ...onTheWay('CaseWithdrawn', servedOn, facts, meta),
      }),
    },
    CriminalOutcome: {
      to: ['CONVICTED', 'ACQUITTED', 'NON_PROSECUTION'],
      by: ({ outcome }) => OUTCOME_STATES[outcome],
      set: ({ outcome, servedOn }, facts, meta) => ({
        outcome,
        back: servedOn !== null && bringsBack('CriminalOutcome', outcome),
        ...turn(outcome === 'non-prosecution' ? 'prosecutor' : 'agency'),
        ...onTheWay('CriminalOutcome', servedOn, facts, meta),
      }),
    },
    OpinionReceived: { set: () => ({ back: true }) },
    SuspicionEnded: 'ENDED',
  },
  roles: {
    holder: (facts) => facts[facts.hand],
    agency: ({ agency }) => agency,
    police: ({ police }) => police,
    prosecutor: ({ prosecutor }) => prosecutor,
    court: ({ court }) => court,
    former: ({ former }) => former,
  },
  overlays: { BACK_TO_ADMIN: ({ back }) => back },
  label: ({ subject }) => `${subject.name}涉嫌犯罪案件移送`,
})

/** Who verified may not decide (ERR_SOD). */
export const decidedBy = ({ officers, reporter }: TransferFacts): readonly string[] =>
  reporter ? [...officers, reporter] : officers

/** A remedy against a paper needs the paper: it is acknowledged first. */
export const awaits = ({ unserved }: TransferFacts, of: string): Refusal | undefined =>
  unserved.some((paper) => paper.of === of) ? refuse('ERR_GUARD', { guard: 'not-served', of }) : undefined

export const breached = (clocks: RecordView['clocks'], id: string): boolean =>
  clocks.some((clock) => clock.id === id && clock.state === 'breached')
