import { event, field } from '#kernel'
import { mediation } from '#contracts'
import { sides } from '../parties.js'
import { DISPUTES, TRACKS } from './disputes.js'

export const { MediationAccepted, AgreementSigned, Performed, Breached, ClueFound } = mediation

export const MediationRequested = event(
  'MediationRequested',
  { zh: '请求调解', en: 'Mediation requested' },
  {
    organisation: field.agency,
    track: field.oneOf(...TRACKS),
    /** Administrative mediation of a patent dispute: the notice to comment comes first (GZ81 65). */
    patent: field.yes,
    ip: field.name,
    dispute: field.choice(DISPUTES),
    requester: field.subject,
    respondent: field.subject,
    /** The court that invited this mediation; it is then the one that confirms (MSF 205). */
    invitedBy: field.agency.optional(),
    /** The mediation whose agreement was refused or rejected (11.10 ReMediate). */
    previous: field.id.optional(),
  },
)

export const OpinionNoticeServed = event(
  'OpinionNoticeServed',
  { zh: '送达陈述意见通知书', en: 'Notice to comment served' },
  { servedOn: field.day.nullable() },
)

/** The day on which a paper that was sent before reached its recipient. */
export const NoticeReceived = event(
  'NoticeReceived',
  { zh: '签收文书', en: 'Paper received' },
  { of: field.oneOf('OpinionNoticeServed'), on: field.day },
)

export const Consented = event('Consented', { zh: '被请求人同意调解', en: 'Respondent consents' })

/** `refused`: an express no; otherwise silence (GZ81 66). */
export const NotFiled = event('NotFiled', { zh: '不予立案', en: 'Not filed' }, { refused: field.yes })

/** Made by the lapse of the period to comment: counts as refusal; consent is late from then on. */
export const OpinionSilent = event(
  'OpinionSilent',
  { zh: '逾期未陈述意见', en: 'No comment in time' },
  { expiredOn: field.day },
)

export const SessionHeld = event('SessionHeld', { zh: '调解会', en: 'Session held' }, { present: sides })

export const MediationExtended = event('MediationExtended', { zh: '延长调解', en: 'Mediation extended' })

export const WITHDRAWAL_GROUNDS = ['own-wish', 'requester-absent'] as const
export const MediationWithdrawn = event(
  'MediationWithdrawn',
  { zh: '撤回调解请求', en: 'Mediation withdrawn' },
  { ground: field.oneOf(...WITHDRAWAL_GROUNDS) },
)

export const FAILURE_GROUNDS = ['refusal', 'respondent-absent', 'no-agreement', 'no-hope'] as const
export const MediationFailed = event(
  'MediationFailed',
  { zh: '调解终止', en: 'Mediation failed' },
  { ground: field.oneOf(...FAILURE_GROUNDS, 'lapse') },
)

/** The parties asked a court to confirm: the right to ask is used. Written by a reaction, dated as the source. */
export const ConfirmationApplied = event(
  'ConfirmationApplied',
  { zh: '已申请司法确认', en: 'Confirmation applied for' },
  { confirmation: field.id, receivedOn: field.day },
)
