import { event, field } from '#kernel'
import { listing } from '#contracts'
import * as objection from '../objection.js'

export const { ConsentAsked, Listed, ListingPublished, ListingRevoked } = listing
export const { ObjectionFiled, ProviderAsked, ProviderAnswered, TestCommissioned, TestReceived, ObjectionResolved } =
  objection

export const ListingNominated = event(
  'ListingNominated',
  { zh: '拟列入提名', en: 'Listing nominated' },
  { case: field.id, agency: field.agency, subject: field.subject, conduct: field.name },
)

/** The penalty notice that was served says that listing is intended. */
export const ListingNotified = event('ListingNotified', { zh: '告知拟列入', en: 'Listing notified' })

/** A new penalty notice was served that does not speak of listing. */
export const ListingNoticeReplaced = event('ListingNoticeReplaced', {
  zh: '告知书已更换',
  en: 'Notice replaced by one without listing',
})

/** In the defence or at the hearing the party proved that it had no intent (R-CRD-04). */
export const NoIntentProven = event('NoIntentProven', { zh: '证明无主观故意', en: 'No intent proven' })

export const ConsentGiven = event('ConsentGiven', { zh: '上级同意', en: 'Consent given' })
export const ConsentRefused = event('ConsentRefused', { zh: '上级不同意', en: 'Consent refused' })

/** The heavier penalty that a listing needs was decided. */
export const HeavyPenaltyDecided = event(
  'HeavyPenaltyDecided',
  { zh: '作出较重行政处罚', en: 'Heavier penalty decided' },
  { on: field.day, decider: field.person },
)

export const PenaltyPerformed = event('PenaltyPerformed', { zh: '处罚履行完毕', en: 'Penalty performed' })

export const DROP_GROUNDS = ['no-intent', 'light-penalty', 'no-penalty', 'transfer'] as const
export const ListingDropped = event(
  'ListingDropped',
  { zh: '不再列入', en: 'Listing dropped' },
  { ground: field.oneOf(...DROP_GROUNDS) },
)

export const PublicityWithdrawn = event('PublicityWithdrawn', { zh: '撤下公示', en: 'Publicity withdrawn' })
export const EarlyApplied = event('EarlyApplied', { zh: '申请提前移出', en: 'Early removal applied for' })
export const EarlyAccepted = event('EarlyAccepted', { zh: '受理提前移出', en: 'Early removal accepted' })
export const EarlyDecided = event(
  'EarlyDecided',
  { zh: '提前移出决定', en: 'Early removal decided' },
  { approved: field.yes },
)
export const MeasuresStopped = event('MeasuresStopped', { zh: '解除管理措施', en: 'Measures stopped' })

/** The removal was got by concealment or fraud: the terms run again from `date` (R-CRD-14). */
export const ListingRestored = event('ListingRestored', { zh: '恢复列入', en: 'Listing restored' }, { date: field.day })

/** Made by the lapse of the three years. */
export const ListingExpired = event('ListingExpired', { zh: '列入期满', en: 'Listing expired' })

/** The day on which the decision reached the party. */
export const NoticeReceived = event(
  'NoticeReceived',
  { zh: '签收文书', en: 'Paper received' },
  { of: field.oneOf('Listed'), on: field.day },
)
