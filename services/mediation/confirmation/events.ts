import { event, field } from '#kernel'
import { confirmation } from '#contracts'

export const { ConfirmationApplied, Refused, Confirmed, Rejected, NewMediationOpened } = confirmation

export const Accepted = event('Accepted', { zh: '受理', en: 'Accepted' })

export const MoreAsked = event(
  'MoreAsked',
  { zh: '要求补充', en: 'More asked' },
  { what: field.text, until: field.day.nullable() },
)

/** `outerDays` are added to the outer limit; the review itself gets ten. */
export const ReviewExtended = event(
  'ReviewExtended',
  { zh: '延长审查期限', en: 'Review extended' },
  { outerDays: field.count.min(1) },
)

/** `supplement-refused`: treated as withdrawn by the court (R-JC-06). */
export const ConfirmationWithdrawn = event(
  'ConfirmationWithdrawn',
  { zh: '撤回申请', en: 'Application withdrawn' },
  { ground: field.oneOf('parties', 'supplement-refused') },
)

export const Objected = event(
  'Objected',
  { zh: '提出异议', en: 'Objected' },
  { by: field.oneOf('party', 'third-party'), knownOn: field.day.optional() },
)

export const ObjectionDecided = event(
  'ObjectionDecided',
  { zh: '异议裁定', en: 'Objection decided' },
  { upheld: field.yes },
)

/** `remaining` in fen; `left` names other duties; `all`: nothing is left. */
export const PerformanceRecorded = event(
  'PerformanceRecorded',
  { zh: '登记履行', en: 'Performance recorded' },
  { remaining: field.fen, left: field.list(field.name), all: field.yes },
)

export const EnforcementApplied = event(
  'EnforcementApplied',
  { zh: '申请执行', en: 'Enforcement applied for' },
  { instalment: field.count, duty: field.name.optional() },
)

/** The day on which a paper that was sent before reached its recipient. */
export const NoticeReceived = event(
  'NoticeReceived',
  { zh: '签收文书', en: 'Paper received' },
  { of: field.oneOf('Confirmed', 'Rejected', 'Refused'), on: field.day },
)
