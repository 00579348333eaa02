import { contract, field } from '#kernel'
import { z } from 'zod'

/** What an evaluation of a criminal threshold always records (invariant 13); leads and cases alike. */
export const thresholdFinding = {
  agency: field.agency,
  subject: field.subject,
  ip: field.name,
  /** Counts up when a transfer of this matter has ended, so that a new suspicion opens another. */
  round: field.count,
  ruleSet: field.name,
  /** Article of the criminal law, for instance 213; absent when none was singled out. */
  offence: field.name.optional(),
  /** Money in fen, everything else as counts. */
  metrics: z.record(z.string(), z.number()),
  flags: field.list(field.name),
  /** Evidence by figure. */
  evidence: z.record(z.string(), field.list(field.name)),
  /** Matters of the same subject, of every agency, that were looked at (R-XFR-07/08). */
  searched: field.list(z.strictObject({ id: field.id, kind: field.name, agency: field.agency }), 0, 1000),
  result: field.oneOf('met', 'not-met'),
  /** The answer to the question of reasonable suspicion (GWY310 3(2)). */
  suspicion: field.yes,
  /** `accumulation`: amounts of several matters together. */
  basis: field.oneOf('own', 'accumulation'),
  officers: field.list(field.person),
}

export const OUTCOMES = [
  'penalise',
  'no-penalty',
  'not-established',
  'transfer-department',
  'transfer-judicial',
] as const

/** The kinds of PROC 18, 64: all but the last also stop the clock of sealed goods (QZF 25). */
export const TEST_KINDS = ['test', 'inspection', 'quarantine', 'appraisal', 'identification'] as const

/** Left out: the day of the command; null: not served yet. */
export const servedOn = field.day.nullable().optional()

export const CaseFiled = contract(
  1,
  'CaseFiled',
  { zh: '立案', en: 'Case filed' },
  {
    agency: field.agency,
    leads: field.list(field.id),
    officers: field.list(field.person),
    measures: field.list(field.id),
    subject: field.subject,
    ip: field.name,
    /** Name of the act; one fine per act and subject over all agencies (CFF 29). */
    act: field.name,
    approver: field.person,
  },
)

export const ThresholdEvaluated = contract(
  1,
  'ThresholdEvaluated',
  { zh: '涉嫌犯罪线索分析完成', en: 'Criminal threshold evaluated' },
  thresholdFinding,
)

export const TestCommissioned = contract(
  1,
  'TestCommissioned',
  { zh: '委托检验鉴定', en: 'Test commissioned' },
  {
    test: field.name,
    kind: field.oneOf(...TEST_KINDS),
    measure: field.id.optional(),
  },
)

export const TestReceived = contract(
  1,
  'TestReceived',
  { zh: '收到检验鉴定结果', en: 'Test result received' },
  {
    test: field.name,
    measure: field.id.optional(),
  },
)

export const PenaltyNoticeServed = contract(
  1,
  'PenaltyNoticeServed',
  { zh: '行政处罚告知书送达', en: 'Penalty notice served' },
  {
    agency: field.agency,
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

/** `of: notice` counts as PenaltyNoticeServed, `of: decision` as DecisionServed; the fields are those of the paper. */
export const PublicNoticeEnded = contract(
  1,
  'PublicNoticeEnded',
  { zh: '公告期满', en: 'Public notice ended' },
  {
    of: field.oneOf('notice', 'decision'),
    agency: field.agency,
    hearingOffered: field.yes,
    listing: field.yes,
    fine: field.fen,
    toPerform: field.yes,
    measures: field.list(field.id),
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
    fine: field.fen,
    confiscation: field.fen,
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
    fine: field.fen,
    toPerform: field.yes,
    /** Measures whose goods the decision confiscates or returns. */
    measures: field.list(field.id),
  },
)

export const Published = contract(
  1,
  'Published',
  { zh: '处罚信息公示', en: 'Penalty published' },
  {
    where: field.name,
    on: field.day,
  },
)

export const DecisionRevoked = contract(
  1,
  'DecisionRevoked',
  { zh: '撤销处罚决定', en: 'Decision revoked' },
  {
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
    receivedOn: field.day.nullable().optional(),
    subject: field.subject,
    ip: field.name,
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
    /** Part of `amount` that pays the addition for delay (CFF 72). */
    surcharge: field.fen,
    /** Principal still owed. */
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
