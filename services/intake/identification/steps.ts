import { closeIdentification } from './steps/close-identification.js'
import { openIdentification } from './steps/open-identification.js'
import { submitStatement } from './steps/submit-statement.js'

/** In the order of the work: so lists and records offer them. */
export const identificationSteps = [openIdentification, submitStatement, closeIdentification]
