import { contract, field } from '#kernel'

/** Both parties ask the court; what the court needs of the mediation is copied here, so that the court's record stands alone. */
export const ConfirmationApplied = contract(
  1,
  'ConfirmationApplied',
  { zh: '共同申请司法确认', en: 'Confirmation applied for' },
  {
    mediation: field.id,
    court: field.agency,
    organisation: field.agency,
    /** The requester first, then the respondent. */
    parties: field.list(field.subject, 2),
    ip: field.name,
    amount: field.fen,
    lastPerformanceDay: field.day.nullable(),
    receivedOn: field.day,
    /** 确权 words found in the agreement (rulebook invariant 11). */
    titleWords: field.list(field.name),
  },
)

/** 不予受理, one of three different ends (rulebook invariant 14). */
export const Refused = contract(
  1,
  'Refused',
  { zh: '不予受理', en: 'Acceptance refused' },
  { mediation: field.id, grounds: field.list(field.name, 1), servedOn: field.day.nullable().optional() },
)

/** 确认; effective on service. CLK-JC-ENF counts from `enforceFrom`: the last day for performance, else the day of service. */
export const Confirmed = contract(
  1,
  'Confirmed',
  { zh: '裁定确认', en: 'Confirmed' },
  {
    mediation: field.id,
    ruledOn: field.day,
    servedOn: field.day.nullable().optional(),
    lastPerformanceDay: field.day.nullable(),
    enforceFrom: field.day.nullable(),
  },
)

/** 驳回申请. */
export const Rejected = contract(
  1,
  'Rejected',
  { zh: '驳回申请', en: 'Application rejected' },
  { mediation: field.id, ground: field.name, ruledOn: field.day, servedOn: field.day.nullable().optional() },
)

/** After a refusal or a rejection the parties mediate again: a new record, a new agreement, a new CLK-JC-APPLY. */
export const NewMediationOpened = contract(
  1,
  'NewMediationOpened',
  { zh: '另行调解', en: 'New mediation opened' },
  {
    /** The mediation whose agreement was not confirmed. */
    mediation: field.id,
    organisation: field.agency,
    /** The requester first, then the respondent. */
    parties: field.list(field.subject, 2),
    ip: field.name,
    track: field.name,
    dispute: field.name,
  },
)
