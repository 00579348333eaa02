import { administrativeCase } from '#contracts'
import { event, field } from '#kernel'
import { z } from 'zod'
import { REVIEW_KINDS, SUSPENSION_GROUNDS } from './terms.js'

/** What happens to a case. Those that others hear of are contracts. */
export const {
  CaseFiled,
  ThresholdEvaluated,
  TestCommissioned,
  TestReceived,
  PenaltyNoticeServed,
  DefenceReceived,
  HearingHeld,
  PublicNoticeEnded,
  DecisionMade,
  DecisionServed,
  NoticeReceived,
  Published,
  DecisionRevoked,
  CaseTransferred,
  CaseTerminated,
  DecisionPerformed,
  FinePaid,
  ChallengeEnded,
  CriminalTransferEntered,
  CriminalTransferLeft,
  AdminClosedAfterConviction,
  CaseClosed,
} = administrativeCase

export const OfficersAssigned = event(
  'OfficersAssigned',
  { zh: '指定办案人员', en: 'Officers assigned' },
  {
    officers: field.list(field.person, 2),
  },
)

export const EvidenceCollected = event(
  'EvidenceCollected',
  { zh: '收集证据', en: 'Evidence collected' },
  {
    items: field.list(field.name),
    present: field.list(field.person, 2),
  },
)

export const RefundOrdered = event('RefundOrdered', { zh: '责令退款', en: 'Refund ordered' }, { until: field.day })

export const AssistanceRequested = event(
  'AssistanceRequested',
  { zh: '请求协助调查', en: 'Assistance requested' },
  {
    to: field.agency,
    matter: field.text,
  },
)

export const CaseSuspended = event(
  'CaseSuspended',
  { zh: '中止调查', en: 'Case suspended' },
  {
    ground: field.oneOf(...SUSPENSION_GROUNDS),
  },
)

export const CaseResumed = event('CaseResumed', { zh: '恢复调查', en: 'Case resumed' })

export const CaseExtended = event('CaseExtended', { zh: '延长办案期限', en: 'Case extended' })

export const CaseExtendedCollectively = event(
  'CaseExtendedCollectively',
  { zh: '集体讨论决定继续延长', en: 'Case extended by collective discussion' },
  { days: field.count.min(1) },
)

export const InvestigationClosed = event('InvestigationClosed', { zh: '案件调查终结', en: 'Investigation closed' })

export const ReviewSubmitted = event('ReviewSubmitted', { zh: '移送审核', en: 'Submitted for review' })

export const ReviewFinished = event(
  'ReviewFinished',
  { zh: '审核完成', en: 'Review finished' },
  {
    kind: field.oneOf(...REVIEW_KINDS),
    /** The matter is complex or the violation major: to be discussed collectively (PROC 60). */
    collective: field.yes,
  },
)

export const ReviewReturned = event('ReviewReturned', { zh: '审核退回', en: 'Review returned' })

export const ReviewExtended = event(
  'ReviewExtended',
  { zh: '延长审核期限', en: 'Review extended' },
  {
    n: field.count.min(1),
  },
)

export const PublicNoticeStarted = event(
  'PublicNoticeStarted',
  { zh: '公告送达', en: 'Public notice started' },
  {
    of: field.oneOf('notice', 'decision'),
    /** What the paper says; the lapse that ends the notice hands it on. */
    notice: z
      .strictObject({ ...administrativeCase.penaltyShape, hearingOffered: field.yes, listing: field.yes })
      .optional(),
    service: z.strictObject(administrativeCase.serviceShape).optional(),
  },
)

export const RightsWaived = event(
  'RightsWaived',
  { zh: '未行使陈述申辩听证权利', en: 'Rights waived' },
  {
    /** What was not used. */
    statement: field.yes,
    hearing: field.yes,
  },
)

export const HearingRequested = event('HearingRequested', { zh: '要求听证', en: 'Hearing requested' })

export const HearingScheduled = event(
  'HearingScheduled',
  { zh: '确定听证日期', en: 'Hearing scheduled' },
  {
    day: field.day,
    host: field.person,
  },
)

export const HearingNoticeServed = event('HearingNoticeServed', { zh: '听证通知书送达', en: 'Hearing notice served' })

export const HearingEnded = event(
  'HearingEnded',
  { zh: '终止听证', en: 'Hearing ended' },
  {
    ground: field.oneOf('withdrawn', 'absent'),
  },
)

export const HearingReported = event('HearingReported', { zh: '提交听证报告', en: 'Hearing reported' })

export const LegalityReviewed = event('LegalityReviewed', {
  zh: '听证后法制审核',
  en: 'Legality reviewed after the hearing',
})

export const InvestigationReopened = event('InvestigationReopened', { zh: '补充调查', en: 'Investigation reopened' })

export const CollectivelyDiscussed = event(
  'CollectivelyDiscussed',
  { zh: '集体讨论', en: 'Collectively discussed' },
  {
    outcome: field.oneOf(...administrativeCase.OUTCOMES),
  },
)

export const PaymentDeferred = event(
  'PaymentDeferred',
  { zh: '延期分期缴纳罚款', en: 'Payment deferred' },
  {
    /** Last day for payment. */
    until: field.day,
    plan: field.list(z.strictObject({ on: field.day, amount: field.fen })).optional(),
  },
)

/** Something other than money was done. */
export const DutyPerformed = event('DutyPerformed', { zh: '履行其他义务', en: 'Duty performed' }, { duty: field.name })

export const ReminderServed = event(
  'ReminderServed',
  { zh: '履行催告书送达', en: 'Reminder served' },
  {
    servedOn: field.day.nullable(),
  },
)

/** Both remedies lapsed. */
export const RemediesExpired = event(
  'RemediesExpired',
  { zh: '救济期限届满', en: 'Remedies expired' },
  {
    expiredOn: field.day,
  },
)

export const EnforcementApplied = event('EnforcementApplied', { zh: '申请强制执行', en: 'Enforcement applied for' })

export const EnforcementEnded = event('EnforcementEnded', { zh: '法院终结执行', en: 'Enforcement ended' })

export const Challenged = event(
  'Challenged',
  { zh: '复议诉讼受理', en: 'Challenged' },
  {
    kind: field.oneOf('recon', 'suit'),
  },
)

export const PublicityWithdrawn = event('PublicityWithdrawn', { zh: '撤回公示', en: 'Publicity withdrawn' })

export const MeasureLinked = event('MeasureLinked', { zh: '关联强制措施', en: 'Measure linked' }, { measure: field.id })

export const MattersNoted = event(
  'MattersNoted',
  { zh: '关联同一当事人事项', en: 'Matters of the same person noted' },
  {
    matters: field.list(z.strictObject({ id: field.id, kind: field.name, agency: field.agency }), 0, 1000),
  },
)

/** A paper of the police or the court is on its way; the case goes on when it has arrived. */
export const CriminalNewsAwaited = event(
  'CriminalNewsAwaited',
  { zh: '等待刑事文书送达', en: 'Criminal paper awaited' },
  {
    of: field.name,
    outcome: field.name.optional(),
    fine: field.fen.optional(),
  },
)

export const CriminalOutcomeRecorded = event(
  'CriminalOutcomeRecorded',
  { zh: '记录刑事处理结果', en: 'Criminal outcome recorded' },
  { outcome: field.oneOf('convicted', 'acquitted', 'non-prosecution', 'exempted'), fine: field.fen },
)

/** The transfer is over: another suspicion would open another. */
export const SuspicionSettled = event('SuspicionSettled', { zh: '移送程序终了', en: 'Suspicion settled' })

/** The court has fined this act: nobody else may (CFF 35). */
export const FineBarred = event('FineBarred', { zh: '刑事罚金已判处', en: 'Administrative fine barred' })

/** What was not known of the party when it was first named. */
export const PartyCompleted = event(
  'PartyCompleted',
  { zh: '补充当事人信息', en: 'Party completed' },
  { address: field.name.optional(), representative: field.name.optional() },
)
