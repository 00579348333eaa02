import { service } from '#kernel'
import { administrativeCase } from './administrative-case/state.js'
import { administrativeCaseSteps } from './administrative-case/steps.js'
import { identification } from './identification/state.js'
import { identificationSteps } from './identification/steps.js'
import { lead } from './lead/state.js'
import { leadSteps } from './lead/steps.js'
import { sealedGoods } from './measure/held-goods.js'
import { measure } from './measure/state.js'
import { measureSteps } from './measure/steps.js'
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
    { record: administrativeCase, steps: administrativeCaseSteps },
    { record: measure, steps: measureSteps },
    { record: subject, steps: subjectSteps },
    { record: identification, steps: identificationSteps },
  ],
  reactions,
  views: [matters, sealedGoods],
})
