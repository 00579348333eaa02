import { contract, field } from '#kernel'
import { z } from 'zod'

export { TEST_KINDS, TEST_OUTCOMES, TestCommissioned, TestReceived, ThresholdEvaluated } from './inquiry.js'

export const OUTCOMES = [
  'penalise',
  'no-penalty',
  'not-established',
  'transfer-department',
  'transfer-judicial',
] as const

/** The legal date of a paper that takes effect on receipt; null: not served yet, `NoticeReceived` brings the day. */
const servedOn = field.day.nullable()
/** Which suspicion of a crime the case has come to; left out: the first. */
const round = field.count.optional()

/** What the service of a decision sets going. */
export const serviceShape = {
  fine: field.fen,
  /** Whether there is a fine at all. */
  fined: field.yes,
  /** False: nothing to be done by the party, so that the case can be closed. */
  toPerform: field.yes,
  /** Measures whose goods the decision confiscates or returns. */
  measures: field.list(field.id),
  /** Those of them whose goods go back. */
  returned: field.list(field.id),
}

/** The penalty itself; `kinds` are those of the rules' hearing data beside warning, criticism, fine and confiscation. */
export const penaltyShape = { fine: field.fen, confiscation: field.fen, kinds: field.list(field.name) }

export const CaseFiled = contract(
  1,
  'CaseFiled',
  { zh: '立案', en: 'Case filed' },
  {
    agency: field.agency,
    leads: field.list(field.id),
    officers: field.list(field.person),
    /** Everyone who investigated so far, in the leads too. */
    investigators: field.list(field.person),
    measures: field.list(field.id),
    subject: field.subject,
    ip: field.name,
    /** Name of the act; one fine per act and subject over all agencies (CFF 29). */
    act: field.name,
    approver: field.person,
    /** Filed by another bureau before and sent on by it: not to be sent on again (PROC 14). */
    transferred: field.yes,
    counterfeitPatent: field.yes.optional(),
    /** Case of the same act whose decision was revoked: its amounts are this one's now. */
    replaces: field.id.optional(),
  },
)

export const PenaltyNoticeServed = contract(
  1,
  'PenaltyNoticeServed',
  { zh: '行政处罚告知书送达', en: 'Penalty notice served' },
  {
    agency: field.agency,
    ...penaltyShape,
    hearingOffered: field.yes,
    listing: field.yes,
    servedOn,
  },
)

export const DefenceReceived = contract(
  1,
  'DefenceReceived',
  { zh: '收到陈述申辩', en: 'Defence received' },
  {
    noIntentProven: field.yes,
  },
)

export const HearingHeld = contract(
  1,
  'HearingHeld',
  { zh: '举行听证', en: 'Hearing held' },
  {
    noIntentProven: field.yes,
  },
)

/** `of: notice` counts as PenaltyNoticeServed, `of: decision` as DecisionServed, whose fields it then has. */
export const PublicNoticeEnded = contract(
  1,
  'PublicNoticeEnded',
  { zh: '公告期满', en: 'Public notice ended' },
  {
    of: field.oneOf('notice', 'decision'),
    agency: field.agency,
    hearingOffered: field.yes.optional(),
    listing: field.yes.optional(),
    ...z.object(serviceShape).partial().shape,
    servedOn: field.day,
  },
)

export const DecisionMade = contract(
  1,
  'DecisionMade',
  { zh: '作出处理决定', en: 'Decision made' },
  {
    agency: field.agency,
    subject: field.subject,
    ip: field.name,
    act: field.name,
    /** The offence of the last threshold evaluation. */
    offence: field.name.optional(),
    outcome: field.oneOf(...OUTCOMES),
    ...penaltyShape,
    /** What else the party must do. */
    duties: field.list(field.name),
    /** Measures whose goods the decision confiscates or returns. */
    measures: field.list(field.id),
    returned: field.list(field.id),
    /** A heavier penalty in the sense of SX44 2. */
    heavy: field.yes,
    warningOnly: field.yes,
    decider: field.person,
  },
)

export const DecisionServed = contract(
  1,
  'DecisionServed',
  { zh: '决定书送达', en: 'Decision served' },
  {
    servedOn,
    ...serviceShape,
  },
)

/** The party signed for a paper that was not served when it was issued; of a decision, what its service sets going. */
export const NoticeReceived = contract(
  1,
  'NoticeReceived',
  { zh: '签收文书', en: 'Paper received' },
  {
    of: field.oneOf('PenaltyNoticeServed', 'DecisionServed', 'ReminderServed'),
    on: field.day,
    ...z.object(serviceShape).partial().shape,
  },
)

export const Published = contract(
  1,
  'Published',
  { zh: '处罚信息公示', en: 'Penalty published' },
  {
    where: field.name,
    on: field.day,
    /** What the publicity record of 11.12 begins with: whose penalty, by whom, since when, how heavy. */
    agency: field.agency,
    subject: field.subject,
    decidedOn: field.day,
    heavy: field.yes,
  },
)

export const DecisionRevoked = contract(
  1,
  'DecisionRevoked',
  { zh: '撤销处罚决定', en: 'Decision revoked' },
  {
    agency: field.agency,
    subject: field.subject,
    ip: field.name,
    act: field.name,
    ground: field.name,
    /** Whether the penalty stood anywhere in public. */
    published: field.yes,
  },
)

export const CaseTransferred = contract(
  1,
  'CaseTransferred',
  { zh: '案件移送管辖', en: 'Case transferred' },
  {
    agency: field.agency,
    to: field.agency,
    /** The recipient's receipt. */
    receivedOn: servedOn,
    act: field.name,
    subject: field.subject,
    ip: field.name,
    round,
  },
)

export const CaseTerminated = contract(
  1,
  'CaseTerminated',
  { zh: '终止调查', en: 'Case terminated' },
  {
    agency: field.agency,
    subject: field.subject,
    ground: field.name,
    round,
  },
)

export const DecisionPerformed = contract(1, 'DecisionPerformed', {
  zh: '处罚决定履行完毕',
  en: 'Decision performed',
})

export const FinePaid = contract(
  1,
  'FinePaid',
  { zh: '缴纳罚款', en: 'Fine paid' },
  {
    amount: field.fen,
    /** The addition for delay that has accrued by this day, in all (3 % a day up to the principal, CFF 72). */
    surcharge: field.fen,
    /** Principal and addition still owed. */
    remaining: field.fen,
  },
)

export const ChallengeEnded = contract(
  1,
  'ChallengeEnded',
  { zh: '复议诉讼终结', en: 'Challenge ended' },
  {
    kind: field.oneOf('recon', 'suit'),
    result: field.oneOf('upheld', 'revoked'),
  },
)

export const CriminalTransferEntered = contract(1, 'CriminalTransferEntered', {
  zh: '进入刑事移送',
  en: 'Criminal transfer entered',
})

export const CriminalTransferLeft = contract(
  1,
  'CriminalTransferLeft',
  { zh: '刑事移送终了', en: 'Criminal transfer left' },
  {
    ground: field.oneOf('refused', 'withdrawn', 'acquitted', 'exempted', 'opinion', 'conviction'),
  },
)

export const AdminClosedAfterConviction = contract(1, 'AdminClosedAfterConviction', {
  zh: '判决后行政案件结案',
  en: 'Closed after conviction',
})

export const CaseClosed = contract(1, 'CaseClosed', {
  zh: '结案',
  en: 'Case closed',
})
