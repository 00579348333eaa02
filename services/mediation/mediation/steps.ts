import { acceptMediation } from './steps/accept-mediation.js'
import { acknowledgeNotice } from './steps/acknowledge-notice.js'
import { extendMediation } from './steps/extend-mediation.js'
import { failMediation } from './steps/fail-mediation.js'
import { holdSession } from './steps/hold-session.js'
import { noteApplication } from './steps/note-application.js'
import { openAgain } from './steps/open-again.js'
import { recordOpinion } from './steps/record-opinion.js'
import { reportBreach } from './steps/report-breach.js'
import { reportPerformance } from './steps/report-performance.js'
import { requestMediation } from './steps/request-mediation.js'
import { serveOpinionNotice } from './steps/serve-opinion-notice.js'
import { signAgreement } from './steps/sign-agreement.js'
import { splitToPenalty } from './steps/split-to-penalty.js'
import { withdrawMediation } from './steps/withdraw-mediation.js'

/** In the order of the work: so lists and records offer them. */
export const mediationSteps = [
  requestMediation,
  serveOpinionNotice,
  recordOpinion,
  acceptMediation,
  holdSession,
  extendMediation,
  signAgreement,
  withdrawMediation,
  failMediation,
  reportPerformance,
  reportBreach,
  noteApplication,
  splitToPenalty,
  acknowledgeNotice,
  openAgain,
]
