import { allocateTargets } from './steps/allocate-targets.js'
import { announce } from './steps/announce.js'
import { approveByAgency } from './steps/approve-by-agency.js'
import { approveByOffice } from './steps/approve-by-office.js'
import { cancelAction } from './steps/cancel-action.js'
import { closeAction } from './steps/close-action.js'
import { draftPlan } from './steps/draft-plan.js'
import { flagCrime } from './steps/flag-crime.js'
import { proposeJointAction } from './steps/propose-joint-action.js'
import { recordItems } from './steps/record-items.js'
import { startExecution } from './steps/start-execution.js'
import { submitReport } from './steps/submit-report.js'

/** In the order of the work: so lists and records offer them. */
export const jointActionSteps = [
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
]
