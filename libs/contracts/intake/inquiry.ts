import { contract, field } from '#kernel'
import { z } from 'zod'

/** What leads and cases tell alike: figures, tests, and what they found. */

/** What an evaluation of a criminal threshold always records (invariant 13). */
const thresholdFinding = {
  agency: field.agency,
  subject: field.subject,
  ip: field.name,
  /** Counts up when a transfer of this matter has ended, so that a new suspicion opens another. */
  round: field.count,
  ruleSet: field.name,
  /** Article of the criminal law, for instance 213; absent when none was singled out. */
  offence: field.name.optional(),
  /** Every offence that was tried; amounts of other matters add up within these. */
  offences: field.list(field.name).optional(),
  /** Row and tier of the gravest threshold met, for instance T213G-1b, serious. */
  rule: field.name.optional(),
  tier: field.name.optional(),
  /** Of a continuing act its last day: it chooses the rule set. */
  actDate: field.day.optional(),
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

/** The kinds of PROC 18, 64: all but the last also stop the clock of sealed goods (QZF 25). */
export const TEST_KINDS = ['test', 'inspection', 'quarantine', 'appraisal', 'identification'] as const

export const TEST_OUTCOMES = ['infringing', 'genuine', 'no-answer', 'other'] as const

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
    /** The right holder that is asked, where it answers for itself. */
    holder: field.subject.optional(),
  },
)

export const TestReceived = contract(
  1,
  'TestReceived',
  { zh: '收到检验鉴定结果', en: 'Test result received' },
  {
    test: field.name,
    measure: field.id.optional(),
    outcome: field.oneOf(...TEST_OUTCOMES),
  },
)
