import { acknowledgeNotice } from './steps/acknowledge-notice.js'
import { applyEnforcement } from './steps/apply-enforcement.js'
import { assignOfficers } from './steps/assign-officers.js'
import { barFine } from './steps/bar-fine.js'
import { challengeRegistered } from './steps/challenge-registered.js'
import { closeAfterConviction } from './steps/close-after-conviction.js'
import { closeInvestigation } from './steps/close-investigation.js'
import { close } from './steps/close.js'
import { collectEvidence } from './steps/collect-evidence.js'
import { collectiveDiscuss } from './steps/collective-discuss.js'
import { commissionTest } from './steps/commission-test.js'
import { completeParty } from './steps/complete-party.js'
import { decide } from './steps/decide.js'
import { defer } from './steps/defer.js'
import { endChallenge } from './steps/end-challenge.js'
import { endHearing } from './steps/end-hearing.js'
import { enterCriminalTransfer } from './steps/enter-criminal-transfer.js'
import { evaluateThreshold } from './steps/evaluate-threshold.js'
import { extendCase } from './steps/extend-case.js'
import { extendReview } from './steps/extend-review.js'
import { fileCase } from './steps/file-case.js'
import { finishReview } from './steps/finish-review.js'
import { hearCriminalNews } from './steps/hear-criminal-news.js'
import { holdHearing } from './steps/hold-hearing.js'
import { instalment } from './steps/instalment.js'
import { leaveCriminalTransfer } from './steps/leave-criminal-transfer.js'
import { linkMeasure } from './steps/link-measure.js'
import { noteAccumulation } from './steps/note-accumulation.js'
import { noteMatters } from './steps/note-matters.js'
import { orderRefund } from './steps/order-refund.js'
import { pay } from './steps/pay.js'
import { publish } from './steps/publish.js'
import { receiveTestResult } from './steps/receive-test-result.js'
import { recordEnforcement } from './steps/record-enforcement.js'
import { recordPerformance } from './steps/record-performance.js'
import { reopenInvestigation } from './steps/reopen-investigation.js'
import { requestAssistance } from './steps/request-assistance.js'
import { requestHearing } from './steps/request-hearing.js'
import { resume } from './steps/resume.js'
import { returnReview } from './steps/return-review.js'
import { reviewAfterHearing } from './steps/review-after-hearing.js'
import { revokeDecision } from './steps/revoke-decision.js'
import { scheduleHearing } from './steps/schedule-hearing.js'
import { serveByPublicNotice } from './steps/serve-by-public-notice.js'
import { serveDecision } from './steps/serve-decision.js'
import { serveHearingNotice } from './steps/serve-hearing-notice.js'
import { serveNotice } from './steps/serve-notice.js'
import { settleSuspicion } from './steps/settle-suspicion.js'
import { submitDefence } from './steps/submit-defence.js'
import { submitHearingReport } from './steps/submit-hearing-report.js'
import { submitReview } from './steps/submit-review.js'
import { suspend } from './steps/suspend.js'
import { takeCriminalPaper } from './steps/take-criminal-paper.js'
import { terminate } from './steps/terminate.js'
import { transferJurisdiction } from './steps/transfer-jurisdiction.js'
import { urge } from './steps/urge.js'
import { waiveRights } from './steps/waive-rights.js'
import { withdrawPublicity } from './steps/withdraw-publicity.js'

/** Everything that may be done to a case. */
/** In the order of the work: so lists and records offer them. */
export const administrativeCaseSteps = [
  fileCase,
  completeParty,
  assignOfficers,
  collectEvidence,
  evaluateThreshold,
  commissionTest,
  receiveTestResult,
  orderRefund,
  requestAssistance,
  suspend,
  resume,
  extendCase,
  transferJurisdiction,
  closeInvestigation,
  submitReview,
  finishReview,
  returnReview,
  extendReview,
  serveNotice,
  serveByPublicNotice,
  submitDefence,
  waiveRights,
  requestHearing,
  scheduleHearing,
  serveHearingNotice,
  holdHearing,
  endHearing,
  submitHearingReport,
  reviewAfterHearing,
  reopenInvestigation,
  collectiveDiscuss,
  decide,
  serveDecision,
  publish,
  pay,
  defer,
  instalment,
  urge,
  applyEnforcement,
  recordEnforcement,
  challengeRegistered,
  endChallenge,
  revokeDecision,
  withdrawPublicity,
  close,
  terminate,
  enterCriminalTransfer,
  leaveCriminalTransfer,
  closeAfterConviction,
  acknowledgeNotice,
  recordPerformance,
  hearCriminalNews,
  takeCriminalPaper,
  settleSuspicion,
  barFine,
  noteAccumulation,
  noteMatters,
  linkMeasure,
]
