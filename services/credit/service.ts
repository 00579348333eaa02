import { service } from '#kernel'
import { listing } from './listing/state.js'
import { acceptEarly } from './listing/steps/accept-early.js'
import { acknowledgeNotice } from './listing/steps/acknowledge-notice.js'
import { answerCheck } from './listing/steps/answer-check.js'
import { applyEarly } from './listing/steps/apply-early.js'
import { askConsent } from './listing/steps/ask-consent.js'
import { askProvider } from './listing/steps/ask-provider.js'
import { commissionTest } from './listing/steps/commission-test.js'
import { consent } from './listing/steps/consent.js'
import { decideEarly } from './listing/steps/decide-early.js'
import { decideListing } from './listing/steps/decide-listing.js'
import { dropListing } from './listing/steps/drop-listing.js'
import { fallWithPenalty } from './listing/steps/fall-with-penalty.js'
import { includeNotice } from './listing/steps/include-notice.js'
import { nominateListing } from './listing/steps/nominate-listing.js'
import { noteDecision } from './listing/steps/note-decision.js'
import { noteDefence } from './listing/steps/note-defence.js'
import { notePerformance } from './listing/steps/note-performance.js'
import { objectToListing } from './listing/steps/object-to-listing.js'
import { publishListing } from './listing/steps/publish-listing.js'
import { receiveTestResult } from './listing/steps/receive-test-result.js'
import { refuseConsent } from './listing/steps/refuse-consent.js'
import { resolveObjection } from './listing/steps/resolve-objection.js'
import { restoreListing } from './listing/steps/restore-listing.js'
import { revokeListing } from './listing/steps/revoke-listing.js'
import { stopMeasures } from './listing/steps/stop-measures.js'
import { withdrawPublicity } from './listing/steps/withdraw-publicity.js'
import { publicitySteps } from './publicity/steps.js'
import { publicity } from './publicity/state.js'
import { reactions } from './reactions.js'
import { cases } from './views/cases.js'

/** Credit: the serious-dishonesty list (rulebook 11.11), publicity of penalties, repair and objection (11.12). */
export const creditService = service({
  name: 'credit',
  title: { zh: '信用', en: 'Credit' },
  records: [
    {
      record: listing,
      steps: [
        nominateListing,
        includeNotice,
        noteDefence,
        noteDecision,
        notePerformance,
        askConsent,
        consent,
        refuseConsent,
        decideListing,
        acknowledgeNotice,
        dropListing,
        publishListing,
        objectToListing,
        askProvider,
        answerCheck,
        commissionTest,
        receiveTestResult,
        resolveObjection,
        revokeListing,
        fallWithPenalty,
        withdrawPublicity,
        applyEarly,
        acceptEarly,
        decideEarly,
        stopMeasures,
        restoreListing,
      ],
    },
    { record: publicity, steps: publicitySteps },
  ],
  reactions,
  views: [cases],
})
