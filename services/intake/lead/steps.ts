import { absorbRepeat } from './steps/absorb-repeat.js'
import { acceptComplaint } from './steps/accept-complaint.js'
import { acknowledgeNotice } from './steps/acknowledge-notice.js'
import { agreeIdentity } from './steps/agree-identity.js'
import { answerSuspicion } from './steps/answer-suspicion.js'
import { askDesignation } from './steps/ask-designation.js'
import { askIdentity } from './steps/ask-identity.js'
import { classifyLead } from './steps/classify-lead.js'
import { closeRepeat } from './steps/close-repeat.js'
import { collectEvidence } from './steps/collect-evidence.js'
import { commissionTest } from './steps/commission-test.js'
import { declineFiling } from './steps/decline-filing.js'
import { dispatchLead } from './steps/dispatch-lead.js'
import { evaluateThreshold } from './steps/evaluate-threshold.js'
import { extendVerification } from './steps/extend-verification.js'
import { fileLead } from './steps/file-lead.js'
import { linkReport } from './steps/link-report.js'
import { mergeRepeat } from './steps/merge-repeat.js'
import { noteAccumulation } from './steps/note-accumulation.js'
import { noteMeasure } from './steps/note-measure.js'
import { notifyNamedReporter } from './steps/notify-named-reporter.js'
import { notifyTermination } from './steps/notify-termination.js'
import { openIdentity } from './steps/open-identity.js'
import { openLead } from './steps/open-lead.js'
import { receiveTestResult } from './steps/receive-test-result.js'
import { recordSettlement } from './steps/record-settlement.js'
import { redirectReporter } from './steps/redirect-reporter.js'
import { registerLead } from './steps/register-lead.js'
import { rejectComplaint } from './steps/reject-complaint.js'
import { returnLead } from './steps/return-lead.js'
import { sendFeedback } from './steps/send-feedback.js'
import { splitMixed } from './steps/split-mixed.js'
import { startVerification } from './steps/start-verification.js'
import { submitLead } from './steps/submit-lead.js'
import { takeBackFromPolice } from './steps/take-back-from-police.js'
import { terminateMediation } from './steps/terminate-mediation.js'
import { transferToOtherDept } from './steps/transfer-to-other-dept.js'
import { transferToPolice } from './steps/transfer-to-police.js'

/** In the order of the work: so lists and records offer them. */
export const leadSteps = [
  registerLead,
  submitLead,
  splitMixed,
  classifyLead,
  dispatchLead,
  acceptComplaint,
  rejectComplaint,
  recordSettlement,
  terminateMediation,
  notifyTermination,
  startVerification,
  collectEvidence,
  commissionTest,
  receiveTestResult,
  evaluateThreshold,
  extendVerification,
  mergeRepeat,
  closeRepeat,
  linkReport,
  fileLead,
  declineFiling,
  returnLead,
  redirectReporter,
  transferToOtherDept,
  askDesignation,
  notifyNamedReporter,
  sendFeedback,
  acknowledgeNotice,
  askIdentity,
  agreeIdentity,
  openIdentity,
  openLead,
  absorbRepeat,
  noteAccumulation,
  noteMeasure,
  transferToPolice,
  takeBackFromPolice,
  answerSuspicion,
]
