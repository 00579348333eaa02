import { service } from '#kernel'
import { confirmation } from './confirmation/state.js'
import { confirmationSteps } from './confirmation/steps.js'
import { mediation as disputes } from './mediation/state.js'
import { mediationSteps } from './mediation/steps.js'
import { reactions } from './reactions.js'
import { applications } from './views/applications.js'

/** Disputes: mediation (rulebook 11.9) and judicial confirmation (11.10). */
export const mediation = service({
  name: 'mediation',
  title: { zh: '调解与司法确认', en: 'Mediation and judicial confirmation' },
  records: [
    { record: disputes, steps: mediationSteps },
    { record: confirmation, steps: confirmationSteps },
  ],
  reactions,
  views: [applications],
})
