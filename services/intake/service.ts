import { service } from '#kernel'
import { lead } from './lead/state.js'
import { leadSteps } from './lead/steps.js'
import { reactions } from './reactions.js'
import { matters } from './subject/matters.js'
import { subject } from './subject/state.js'
import { subjectSteps } from './subject/steps.js'

/** The regulators' desk: from the first report to the decision on a case. */
export const intake = service({
  name: 'intake',
  title: { zh: '受理办案', en: 'Intake' },
  records: [
    { record: lead, steps: leadSteps },
    { record: subject, steps: subjectSteps },
  ],
  reactions,
  views: [matters],
})
