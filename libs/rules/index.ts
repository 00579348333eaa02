export type * from './answers.js'
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
export { type Fault, RulesError, sentence, type Source } from './faults.js'
export { checkAgainst, compile, type LoadOptions, loadRules, readSources, rootFolder } from './load.js'
export { dataOf } from './rules.js'
export { FEN, type Unit } from './units.js'
export type { BuiltEvents, Checked } from './against.js'
