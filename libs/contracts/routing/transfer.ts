import { z } from 'zod'
import { contract, field } from '#kernel'

/**
 * What a criminal transfer tells the others (rulebook 11.3).
 *
 * `case` and `lead` name the matter it came from: one of them, or neither when a joint action found it.
 * `servedOn` is the day the paper reached the agency; null: not served yet, `NoticeReceived` brings the day.
 */

const matter = { case: field.id.optional(), lead: field.id.optional() }
const about = { agency: field.agency, subject: field.subject, ip: field.name.optional() }
const servedOn = field.day.nullable()

export const BASES = ['threshold', 'suspicion', 'joint-action', 'officer'] as const
export const OUTCOMES = ['convicted', 'acquitted', 'non-prosecution', 'exempted'] as const

export const CrimeSuspected = contract(
  1,
  'CrimeSuspected',
  { zh: '发现涉嫌犯罪', en: 'Crime suspected' },
  {
    ...matter,
    ...about,
    /** Which suspicion of the same case or lead, counted by its record. */
    round: field.count,
    basis: field.oneOf(...BASES),
    offence: field.name.optional(),
    /** Required where an officer flags it. */
    reason: field.text.optional(),
  },
)

export const TransferNotApproved = contract(
  1,
  'TransferNotApproved',
  { zh: '不予移送', en: 'Transfer not approved' },
  {
    ...matter,
    /** Why the head refused (GWY310:5): kept in the file. */
    reasons: field.text,
  },
)

export const SentToPolice = contract(
  1,
  'SentToPolice',
  { zh: '移送公安机关', en: 'Sent to the police' },
  {
    ...matter,
    ...about,
    to: field.agency,
    /** Procuratorate of the same level. */
    copiedTo: field.agency,
    /** Court of the same level, where the case would be tried. */
    court: field.agency.optional(),
    /** Titles of enclosures (GWY310:6) named as missing. */
    missing: field.list(field.name),
    /** The reason for each of them. */
    missingWhy: z.record(field.name, field.text).optional(),
  },
)

export const TransferReceived = contract(
  1,
  'TransferReceived',
  { zh: '公安机关签收', en: 'Receipt signed by the police' },
  {
    ...matter,
    police: field.agency,
    ownField: field.yes,
    complete: field.yes,
  },
)

export const CaseForwarded = contract(
  1,
  'CaseForwarded',
  { zh: '转送有管辖权的公安机关', en: 'Forwarded to the competent police' },
  {
    ...matter,
    to: field.agency,
    copiedTo: field.agency,
    court: field.agency.optional(),
  },
)

export const PoliceFiled = contract(
  1,
  'PoliceFiled',
  { zh: '公安机关立案', en: 'Filed by the police' },
  {
    ...matter,
    police: field.agency,
    servedOn,
  },
)

export const PoliceRefused = contract(
  1,
  'PoliceRefused',
  { zh: '公安机关不予立案', en: 'Refused by the police' },
  {
    ...matter,
    police: field.agency,
    ground: field.oneOf('no-crime', 'minor', 'not-prosecutable'),
    reasons: field.text,
    servedOn,
  },
)

export const ReconDecided = contract(
  1,
  'ReconDecided',
  { zh: '作出复议决定', en: 'Reconsideration decided' },
  {
    ...matter,
    /** True: the police file after all; false: the refusal is upheld. */
    filed: field.yes,
    servedOn,
  },
)

export const NoticeReceived = contract(
  1,
  'NoticeReceived',
  { zh: '收到文书', en: 'Paper received' },
  {
    ...matter,
    ...about,
    /** Type of the event whose paper it was. */
    of: field.oneOf(
      'TransferReportSubmitted',
      'SupplementRequested',
      'PoliceFiled',
      'PoliceRefused',
      'ReconRequested',
      'ReconDecided',
      'ReasonsAsked',
      'AgencyInformed',
      'FilingOrdered',
      'CaseWithdrawn',
      'CriminalOutcome',
    ),
    on: field.day,
  },
)

/** The procuratorate found that the reasons for not filing hold (JCGZ:561): where the police never decided, the matter comes back with it. */
export const AgencyInformed = contract(
  1,
  'AgencyInformed',
  { zh: '告知不立案理由成立', en: 'Agency told that the reasons hold' },
  {
    ...matter,
    ...about,
    servedOn,
  },
)

export const HandedOver = contract(
  1,
  'HandedOver',
  { zh: '移交涉案物品', en: 'Goods and material handed over' },
  {
    ...matter,
    to: field.agency,
    /** Ids of the measures whose goods went with the case; each is lifted by the hand-over (QZF:21). */
    measures: field.list(field.id),
  },
)

export const CaseWithdrawn = contract(
  1,
  'CaseWithdrawn',
  { zh: '公安机关撤销案件', en: 'Withdrawn by the police' },
  {
    ...matter,
    ...about,
    ground: field.oneOf('no-crime', 'minor'),
    servedOn,
  },
)

export const CriminalOutcome = contract(
  1,
  'CriminalOutcome',
  { zh: '刑事处理结果', en: 'Criminal outcome' },
  {
    ...matter,
    ...about,
    outcome: field.oneOf(...OUTCOMES),
    /** Criminal fine in fen; 0 when none. */
    fine: field.fen,
    servedOn,
  },
)

export const SuspicionEnded = contract(
  1,
  'SuspicionEnded',
  { zh: '嫌疑处理终结', en: 'Suspicion ended' },
  {
    ...matter,
    why: field.oneOf('case-transferred', 'case-terminated'),
  },
)

/** A transfer that began with a lead goes on for the case that was filed from it. */
export const CaseLinked = contract(
  1,
  'CaseLinked',
  { zh: '关联行政处罚案件', en: 'Linked to the case' },
  {
    case: field.id,
    lead: field.id,
    /** Whether the matter is already with the police, so that the case has to stand still. */
    held: field.yes,
  },
)

/** The procuratorate's opinion after a non-prosecution reached the agency (rulebook 11.4). */
export const OpinionReceived = contract(
  1,
  'OpinionReceived',
  { zh: '收到检察意见', en: 'Procuratorial opinion received' },
  {
    ...matter,
    ...about,
    receivedOn: field.day,
  },
)
