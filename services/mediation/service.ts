import { service } from '#kernel'
import { confirmation } from './confirmation/state.js'
import { accept } from './confirmation/steps/accept.js'
import { acknowledgeNotice as acknowledgeRuling } from './confirmation/steps/acknowledge-notice.js'
import { applyJointly } from './confirmation/steps/apply-jointly.js'
import { askMore } from './confirmation/steps/ask-more.js'
import { confirm } from './confirmation/steps/confirm.js'
import { decideObjection } from './confirmation/steps/decide-objection.js'
import { enforce } from './confirmation/steps/enforce.js'
import { extendReview } from './confirmation/steps/extend-review.js'
import { notePerformance } from './confirmation/steps/note-performance.js'
import { object } from './confirmation/steps/object.js'
import { reMediate } from './confirmation/steps/re-mediate.js'
import { recordPerformance } from './confirmation/steps/record-performance.js'
import { refuseAcceptance } from './confirmation/steps/refuse-acceptance.js'
import { reject } from './confirmation/steps/reject.js'
import { withdrawApplication } from './confirmation/steps/withdraw-application.js'
import { mediation } from './mediation/state.js'
import { acceptMediation } from './mediation/steps/accept-mediation.js'
import { acknowledgeNotice } from './mediation/steps/acknowledge-notice.js'
import { extendMediation } from './mediation/steps/extend-mediation.js'
import { failMediation } from './mediation/steps/fail-mediation.js'
import { holdSession } from './mediation/steps/hold-session.js'
import { noteApplication } from './mediation/steps/note-application.js'
import { openAgain } from './mediation/steps/open-again.js'
import { recordOpinion } from './mediation/steps/record-opinion.js'
import { reportBreach } from './mediation/steps/report-breach.js'
import { reportPerformance } from './mediation/steps/report-performance.js'
import { requestMediation } from './mediation/steps/request-mediation.js'
import { serveOpinionNotice } from './mediation/steps/serve-opinion-notice.js'
import { signAgreement } from './mediation/steps/sign-agreement.js'
import { splitToPenalty } from './mediation/steps/split-to-penalty.js'
import { withdrawMediation } from './mediation/steps/withdraw-mediation.js'
import { reactions } from './reactions.js'
import { applications } from './views/applications.js'

/** Disputes: mediation (rulebook 11.9) and judicial confirmation (11.10). */
export const mediationService = service({
  name: 'mediation',
  title: { zh: '调解与司法确认', en: 'Mediation and judicial confirmation' },
  records: [
    {
      record: mediation,
      steps: [
        requestMediation,
        openAgain,
        serveOpinionNotice,
        acknowledgeNotice,
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
      ],
    },
    {
      record: confirmation,
      steps: [
        applyJointly,
        accept,
        refuseAcceptance,
        askMore,
        extendReview,
        withdrawApplication,
        confirm,
        reject,
        acknowledgeRuling,
        object,
        decideObjection,
        recordPerformance,
        notePerformance,
        enforce,
        reMediate,
      ],
    },
  ],
  reactions,
  views: [applications],
})
