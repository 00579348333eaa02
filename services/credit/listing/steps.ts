import { acceptEarly } from './steps/accept-early.js'
import { acknowledgeNotice } from './steps/acknowledge-notice.js'
import { answerCheck } from './steps/answer-check.js'
import { applyEarly } from './steps/apply-early.js'
import { askConsent } from './steps/ask-consent.js'
import { askProvider } from './steps/ask-provider.js'
import { commissionTest } from './steps/commission-test.js'
import { consent } from './steps/consent.js'
import { decideEarly } from './steps/decide-early.js'
import { decideListing } from './steps/decide-listing.js'
import { dropListing } from './steps/drop-listing.js'
import { fallWithPenalty } from './steps/fall-with-penalty.js'
import { includeNotice } from './steps/include-notice.js'
import { nominateListing } from './steps/nominate-listing.js'
import { noteDecision } from './steps/note-decision.js'
import { noteDefence } from './steps/note-defence.js'
import { notePerformance } from './steps/note-performance.js'
import { objectToListing } from './steps/object-to-listing.js'
import { publishListing } from './steps/publish-listing.js'
import { receiveTestResult } from './steps/receive-test-result.js'
import { refuseConsent } from './steps/refuse-consent.js'
import { resolveObjection } from './steps/resolve-objection.js'
import { restoreListing } from './steps/restore-listing.js'
import { revokeListing } from './steps/revoke-listing.js'
import { stopMeasures } from './steps/stop-measures.js'
import { withdrawPublicity } from './steps/withdraw-publicity.js'

/** In the order of the work: so lists and records offer them. */
export const listingSteps = [
  nominateListing,
  includeNotice,
  askConsent,
  consent,
  refuseConsent,
  decideListing,
  dropListing,
  publishListing,
  objectToListing,
  askProvider,
  answerCheck,
  resolveObjection,
  revokeListing,
  fallWithPenalty,
  withdrawPublicity,
  applyEarly,
  acceptEarly,
  decideEarly,
  stopMeasures,
  restoreListing,
  acknowledgeNotice,
  noteDefence,
  noteDecision,
  notePerformance,
  commissionTest,
  receiveTestResult,
]
