export type * from './types.js'
export type {
  EarlierPenalty,
  Evaluation,
  Measured,
  Metrics,
  OtherMatter,
  ThresholdQuestion,
  Tier,
} from './thresholds.js'
