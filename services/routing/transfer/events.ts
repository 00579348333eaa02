import { transfer } from '#contracts'
import { event, field } from '#kernel'
import { amount } from './amount.js'

export const {
  AgencyInformed,
  CaseForwarded,
  CaseLinked,
  CaseWithdrawn,
  CrimeSuspected,
  CriminalOutcome,
  HandedOver,
  NoticeReceived,
  OpinionReceived,
  PoliceFiled,
  PoliceRefused,
  ReconDecided,
  SentToPolice,
  SuspicionEnded,
  TransferNotApproved,
  TransferReceived,
} = transfer

const servedOn = field.day.nullable()

/** What the evaluation of the case found: kept here for the report, not told to others. */
export const FindingsNoted = event(
  'FindingsNoted',
  { zh: '记入分析结果', en: 'Findings noted' },
  {
    ruleSet: field.name.optional(),
    amounts: field.list(amount),
  },
)

export const TaskForceFormed = event(
  'TaskForceFormed',
  { zh: '成立专案组', en: 'Task force formed' },
  { officers: field.list(field.person) },
)

export const TransferReportSubmitted = event(
  'TransferReportSubmitted',
  { zh: '提交移送报告', en: 'Transfer report submitted' },
  {
    receivedByHead: servedOn,
    amounts: field.list(amount),
    summary: field.text.optional(),
  },
)

export const TransferApproved = event(
  'TransferApproved',
  { zh: '批准移送', en: 'Transfer approved' },
  { reason: field.text },
)

export const SupplementRequested = event(
  'SupplementRequested',
  { zh: '要求补正材料', en: 'Supplement requested' },
  {
    what: field.list(field.name),
    servedOn,
  },
)

export const Supplemented = event(
  'Supplemented',
  { zh: '补正材料', en: 'Supplemented' },
  { titles: field.list(field.name) },
)

export const ReconRequested = event(
  'ReconRequested',
  { zh: '提请复议', en: 'Reconsideration requested' },
  { reasons: field.text, servedOn },
)

export const SupervisionRequested = event(
  'SupervisionRequested',
  { zh: '建议立案监督', en: 'Supervision requested' },
  { reasons: field.text },
)

export const ReasonsAsked = event(
  'ReasonsAsked',
  { zh: '要求说明不立案理由', en: 'Reasons asked' },
  {
    /** Not suggested by the agency (R-PRC-01, R-PRC-04). */
    exOfficio: field.yes,
    servedOn,
  },
)

export const ReasonsExplained = event(
  'ReasonsExplained',
  { zh: '说明不立案理由', en: 'Reasons explained' },
  { reasons: field.text },
)

export const ReasonsUpheld = event(
  'ReasonsUpheld',
  { zh: '认为不立案理由成立', en: 'Reasons upheld' },
  { opinion: field.text },
)

export const FilingOrdered = event(
  'FilingOrdered',
  { zh: '通知立案', en: 'Filing ordered' },
  { reasons: field.text, servedOn },
)

export const CriminalInvestigationStarted = event('CriminalInvestigationStarted', {
  zh: '开展刑事侦查',
  en: 'Criminal investigation started',
})

export const Prosecuted = event('Prosecuted', { zh: '提起公诉', en: 'Prosecuted' }, { court: field.agency })
