import { acceptRepair } from './steps/accept-repair.js'
import { answerCheck } from './steps/answer-check.js'
import { applyRepair } from './steps/apply-repair.js'
import { askProvider } from './steps/ask-provider.js'
import { commissionTest } from './steps/commission-test.js'
import { decideRepair } from './steps/decide-repair.js'
import { extendRepair } from './steps/extend-repair.js'
import { fallWithPenalty } from './steps/fall-with-penalty.js'
import { notePerformance } from './steps/note-performance.js'
import { objectToPublicity } from './steps/object-to-publicity.js'
import { receiveTestResult } from './steps/receive-test-result.js'
import { resolveObjection } from './steps/resolve-objection.js'
import { stopPublicity } from './steps/stop-publicity.js'
import { takePublication } from './steps/take-publication.js'

/** In the order of the work: so lists and records offer them. */
export const publicitySteps = [
  takePublication,
  applyRepair,
  acceptRepair,
  extendRepair,
  decideRepair,
  objectToPublicity,
  askProvider,
  answerCheck,
  commissionTest,
  receiveTestResult,
  resolveObjection,
  stopPublicity,
  notePerformance,
  fallWithPenalty,
]
