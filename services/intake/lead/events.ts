import { lead, subject } from '#contracts'
import { event, field, type Title } from '#kernel'
import { PURPOSES } from './identity.js'

/** What happens to a lead. Those that others hear of are contracts. */
export const {
  LeadReceived,
  MixedMaterialSplit,
  LeadClassified,
  LeadDispatched,
  ThresholdEvaluated,
  TestCommissioned,
  TestReceived,
  ReportMerged,
  RepeatAbsorbed,
  LeadFiled,
  FilingDeclined,
  LeadTransferred,
  DesignationAsked,
  PoliceReturned,
} = lead

/** The concrete clue (TSJB 28): stays with the lead, for it is written by who may know the reporter. */
export const ClueDescribed = event('ClueDescribed', { zh: '线索内容', en: 'Clue described' }, { clue: field.text })

export const LeadReturned = event('LeadReturned', { zh: '线索退回', en: 'Lead returned' }, { reason: field.text })

export const ReporterRedirected = event(
  'ReporterRedirected',
  { zh: '告知举报人另行举报', en: 'Reporter redirected' },
  { to: field.agency },
)

export const VerificationStarted = event(
  'VerificationStarted',
  { zh: '开始核查', en: 'Verification started' },
  { officers: field.list(field.person) },
)

export const EvidenceCollected = event(
  'EvidenceCollected',
  { zh: '收集证据', en: 'Evidence collected' },
  { items: field.list(field.name), present: field.list(field.person, 2) },
)

export const VerificationExtended = event('VerificationExtended', {
  zh: '延长核查期限',
  en: 'Verification extended',
})

export const DuplicateClosed = event(
  'DuplicateClosed',
  { zh: '重复举报终结', en: 'Duplicate closed' },
  { of: field.id },
)

export const ReportsLinked = event(
  'ReportsLinked',
  { zh: '线索关联', en: 'Reports linked' },
  { matters: field.list(subject.matter, 1, 1000) },
)

/** Goods are registered, sealed or seized, or are so no more. */
export const MeasureNoted = event(
  'MeasureNoted',
  { zh: '登记强制措施状况', en: 'State of a measure noted' },
  { measure: field.id, open: field.yes },
)

/** A transfer to the police ended without leaving: a later suspicion opens another. */
export const SuspicionAnswered = event('SuspicionAnswered', {
  zh: '涉嫌犯罪已有处理',
  en: 'Suspicion answered',
})

export const ReporterInformed = event('ReporterInformed', {
  zh: '告知举报人处理结果',
  en: 'Reporter informed',
})

/** The first of two persons wants to see who reported. */
export const IdentityAsked = event(
  'IdentityAsked',
  { zh: '申请查看举报人身份', en: 'Identity asked for' },
  { by: field.person, purpose: field.choice(PURPOSES), reason: field.text },
)

/** The second agrees; the first may look until then. */
export const IdentityAgreed = event(
  'IdentityAgreed',
  { zh: '同意查看举报人身份', en: 'Identity agreed to be seen' },
  { by: field.person, until: field.instant },
)

/** It was seen, once; who it is stands in no event. */
export const IdentityOpened = event(
  'IdentityOpened',
  { zh: '查看举报人身份', en: 'Identity seen' },
  { pseudonym: field.name, with: field.person, reason: field.text },
)

export const FeedbackSent = event('FeedbackSent', { zh: '反馈办理结果', en: 'Feedback sent' })

/** The paper of an earlier event has reached the agency. */
export const NoticeReceived = event(
  'NoticeReceived',
  { zh: '签收文书', en: 'Paper received' },
  { of: field.oneOf('LeadReceived', 'LeadDispatched'), on: field.day },
)

export const ComplaintAccepted = event('ComplaintAccepted', { zh: '受理投诉', en: 'Complaint accepted' })

/** TSJB 16. */
export const REJECTION_GROUNDS = {
  'not-consumer': { zh: '不是为生活消费需要', en: 'Not for the needs of a consumer' },
  'no-authority': { zh: '本机关没有处理权限', en: 'The bureau has no authority' },
  'already-handled': {
    zh: '法院、仲裁机构或者其他组织已经受理或者处理',
    en: 'A court, an arbitration body or another has it in hand or has dealt with it',
  },
  'over-three-years': { zh: '超过三年', en: 'More than three years ago' },
  'false-identity': { zh: '身份不真实或者未按期证明身份', en: 'The identity is false, or was not shown in time' },
  'no-respondent': { zh: '没有明确的被投诉人', en: 'Nobody definite is complained of' },
  other: { zh: '法律规定的其他情形', en: 'Another ground of the law' },
} as const satisfies Record<string, Title>

export const ComplaintRejected = event(
  'ComplaintRejected',
  { zh: '不予受理投诉', en: 'Complaint rejected' },
  { ground: field.choice(REJECTION_GROUNDS) },
)

export const ComplaintSettled = event('ComplaintSettled', { zh: '投诉调解成功', en: 'Complaint settled' })

/** TSJB 23. */
export const TERMINATION_GROUNDS = {
  withdrawn: { zh: '撤回投诉或者自行和解', en: 'Withdrawn or settled between the parties' },
  'no-show': { zh: '无正当理由不参加或者拒绝调解', en: 'Did not appear, or refused to mediate' },
  impasse: { zh: '分歧较大，不能达成协议', en: 'Too far apart to agree' },
  'appraisal-cost': { zh: '对检验鉴定费用不能协商一致', en: 'No agreement on the cost of an appraisal' },
  'sixty-days': { zh: '受理满六十日未达成协议', en: 'No agreement within sixty days of acceptance' },
  'not-acceptable': { zh: '受理后发现不应受理', en: 'Found not to be acceptable after all' },
  dissolved: { zh: '一方死亡或者终止', en: 'One of the parties died or was dissolved' },
  other: { zh: '法律规定的其他情形', en: 'Another ground of the law' },
} as const satisfies Record<string, Title>

export const MediationTerminated = event(
  'MediationTerminated',
  { zh: '终止调解', en: 'Mediation terminated' },
  { ground: field.choice(TERMINATION_GROUNDS) },
)

export const TerminationNotified = event('TerminationNotified', {
  zh: '告知终止调解',
  en: 'Termination notified',
})
