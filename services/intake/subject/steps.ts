import { joinSubjects } from './steps/join-subjects.js'
import { noteAmount } from './steps/note-amount.js'
import { noteMatter } from './steps/note-matter.js'
import { noteRepeat } from './steps/note-repeat.js'
import { restoreAmount } from './steps/restore-amount.js'
import { settleAmount } from './steps/settle-amount.js'

/** In the order of the work: so lists and records offer them. */
export const subjectSteps = [noteAmount, settleAmount, noteRepeat, joinSubjects, noteMatter, restoreAmount]
