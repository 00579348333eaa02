import { service } from '#kernel'
import { jointAction } from './joint-action/state.js'
import { allocateTargets } from './joint-action/steps/allocate-targets.js'
import { announce } from './joint-action/steps/announce.js'
import { approveByAgency } from './joint-action/steps/approve-by-agency.js'
import { approveByOffice } from './joint-action/steps/approve-by-office.js'
import { cancelAction } from './joint-action/steps/cancel-action.js'
import { closeAction } from './joint-action/steps/close-action.js'
import { draftPlan } from './joint-action/steps/draft-plan.js'
import { flagCrime } from './joint-action/steps/flag-crime.js'
import { proposeJointAction } from './joint-action/steps/propose-joint-action.js'
import { recordItems } from './joint-action/steps/record-items.js'
import { startExecution } from './joint-action/steps/start-execution.js'
import { submitReport } from './joint-action/steps/submit-report.js'
import { reactions } from './reactions.js'
import { transfer } from './transfer/state.js'
import { acceptReasons } from './transfer/steps/accept-reasons.js'
import { acknowledgeNotice } from './transfer/steps/acknowledge-notice.js'
import { approveTransfer } from './transfer/steps/approve-transfer.js'
import { askReasons } from './transfer/steps/ask-reasons.js'
import { askSupplement } from './transfer/steps/ask-supplement.js'
import { decideRecon } from './transfer/steps/decide-recon.js'
import { endSuspicion } from './transfer/steps/end-suspicion.js'
import { explainReasons } from './transfer/steps/explain-reasons.js'
import { filePolice } from './transfer/steps/file-police.js'
import { flagSuspicion } from './transfer/steps/flag-suspicion.js'
import { formTaskForce } from './transfer/steps/form-task-force.js'
import { forwardCase } from './transfer/steps/forward-case.js'
import { handOver } from './transfer/steps/hand-over.js'
import { informAgency } from './transfer/steps/inform-agency.js'
import { linkCase } from './transfer/steps/link-case.js'
import { orderFiling } from './transfer/steps/order-filing.js'
import { outcome } from './transfer/steps/outcome.js'
import { prosecute } from './transfer/steps/prosecute.js'
import { raiseSuspicion } from './transfer/steps/raise-suspicion.js'
import { receiveOpinion } from './transfer/steps/receive-opinion.js'
import { refusePolice } from './transfer/steps/refuse-police.js'
import { refuseTransfer } from './transfer/steps/refuse-transfer.js'
import { requestRecon } from './transfer/steps/request-recon.js'
import { requestSupervision } from './transfer/steps/request-supervision.js'
import { sendToPolice } from './transfer/steps/send-to-police.js'
import { signReceipt } from './transfer/steps/sign-receipt.js'
import { startCriminalInvestigation } from './transfer/steps/start-criminal-investigation.js'
import { submitTransferReport } from './transfer/steps/submit-transfer-report.js'
import { supplement } from './transfer/steps/supplement.js'
import { withdrawCase } from './transfer/steps/withdraw-case.js'
import { matters } from './views/matters.js'
import { sealedGoods } from './views/sealed-goods.js'

/** Between agencies: a suspected crime on its way to the police, and several agencies acting together. */
export const routing = service({
  name: 'routing',
  title: { zh: '协同流转', en: 'Routing' },
  records: [
    {
      record: transfer,
      steps: [
        flagSuspicion,
        raiseSuspicion,
        linkCase,
        endSuspicion,
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
        receiveOpinion,
      ],
    },
    {
      record: jointAction,
      steps: [
        proposeJointAction,
        draftPlan,
        approveByAgency,
        approveByOffice,
        announce,
        startExecution,
        recordItems,
        allocateTargets,
        flagCrime,
        submitReport,
        closeAction,
        cancelAction,
      ],
    },
  ],
  reactions,
  views: [matters, sealedGoods],
})
