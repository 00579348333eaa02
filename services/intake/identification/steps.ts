import { closeIdentification } from './steps/close-identification.js'
import { openIdentification } from './steps/open-identification.js'
import { submitStatement } from './steps/submit-statement.js'

export const identificationSteps = [openIdentification, submitStatement, closeIdentification]
