import { accept } from './steps/accept.js'
import { acknowledgeNotice } from './steps/acknowledge-notice.js'
import { applyJointly } from './steps/apply-jointly.js'
import { askMore } from './steps/ask-more.js'
import { confirm } from './steps/confirm.js'
import { decideObjection } from './steps/decide-objection.js'
import { enforce } from './steps/enforce.js'
import { extendReview } from './steps/extend-review.js'
import { notePerformance } from './steps/note-performance.js'
import { object } from './steps/object.js'
import { reMediate } from './steps/re-mediate.js'
import { recordPerformance } from './steps/record-performance.js'
import { refuseAcceptance } from './steps/refuse-acceptance.js'
import { reject } from './steps/reject.js'
import { withdrawApplication } from './steps/withdraw-application.js'

/** In the order of the work: so lists and records offer them. */
export const confirmationSteps = [
  applyJointly,
  accept,
  refuseAcceptance,
  askMore,
  extendReview,
  withdrawApplication,
  confirm,
  reject,
  object,
  decideObjection,
  recordPerformance,
  notePerformance,
  enforce,
  reMediate,
  acknowledgeNotice,
]
