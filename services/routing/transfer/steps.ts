import { acceptReasons } from './steps/accept-reasons.js'
import { acknowledgeNotice } from './steps/acknowledge-notice.js'
import { approveTransfer } from './steps/approve-transfer.js'
import { askReasons } from './steps/ask-reasons.js'
import { askSupplement } from './steps/ask-supplement.js'
import { decideRecon } from './steps/decide-recon.js'
import { endSuspicion } from './steps/end-suspicion.js'
import { explainReasons } from './steps/explain-reasons.js'
import { filePolice } from './steps/file-police.js'
import { flagSuspicion } from './steps/flag-suspicion.js'
import { formTaskForce } from './steps/form-task-force.js'
import { forwardCase } from './steps/forward-case.js'
import { handOver } from './steps/hand-over.js'
import { informAgency } from './steps/inform-agency.js'
import { linkCase } from './steps/link-case.js'
import { orderFiling } from './steps/order-filing.js'
import { outcome } from './steps/outcome.js'
import { prosecute } from './steps/prosecute.js'
import { raiseSuspicion } from './steps/raise-suspicion.js'
import { receiveOpinion } from './steps/receive-opinion.js'
import { refusePolice } from './steps/refuse-police.js'
import { refuseTransfer } from './steps/refuse-transfer.js'
import { requestRecon } from './steps/request-recon.js'
import { requestSupervision } from './steps/request-supervision.js'
import { sendToPolice } from './steps/send-to-police.js'
import { signReceipt } from './steps/sign-receipt.js'
import { startCriminalInvestigation } from './steps/start-criminal-investigation.js'
import { submitTransferReport } from './steps/submit-transfer-report.js'
import { supplement } from './steps/supplement.js'
import { withdrawCase } from './steps/withdraw-case.js'

/** In the order of the work: so lists and records offer them. */
export const transferSteps = [
  flagSuspicion,
  raiseSuspicion,
  formTaskForce,
  submitTransferReport,
  approveTransfer,
  refuseTransfer,
  sendToPolice,
  signReceipt,
  askSupplement,
  supplement,
  forwardCase,
  filePolice,
  refusePolice,
  acknowledgeNotice,
  requestRecon,
  decideRecon,
  requestSupervision,
  askReasons,
  explainReasons,
  acceptReasons,
  informAgency,
  orderFiling,
  handOver,
  startCriminalInvestigation,
  prosecute,
  withdrawCase,
  outcome,
  endSuspicion,
  receiveOpinion,
  linkCase,
]
