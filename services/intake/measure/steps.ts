import { completeParty } from './steps/complete-party.js'
import { disposePreserved } from './steps/dispose-preserved.js'
import { endMeasure } from './steps/end-measure.js'
import { extendSeal } from './steps/extend-seal.js'
import { liftSeal } from './steps/lift-seal.js'
import { linkCase } from './steps/link-case.js'
import { noteTest, noteTestResult } from './steps/note-test.js'
import { registerPreserve } from './steps/register-preserve.js'
import { reportUrgentMeasure } from './steps/report-urgent-measure.js'
import { sealOrSeize } from './steps/seal-or-seize.js'

/** Everything that may be done to a measure. */
/** In the order of the work: so lists and records offer them. */
export const measureSteps = [
  registerPreserve,
  disposePreserved,
  sealOrSeize,
  completeParty,
  reportUrgentMeasure,
  extendSeal,
  noteTest,
  noteTestResult,
  liftSeal,
  endMeasure,
  linkCase,
]
