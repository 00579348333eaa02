import { field } from '#kernel'
import { ConfirmationApplied } from '../events.js'
import { mediation } from '../state.js'

/** The court's record says that both sides applied: the period for it has done its work. */
export const noteApplication = mediation.step({
  name: 'NoteApplication',
  title: { zh: '记明已申请司法确认', en: 'Note the application' },
  law: ['MSF:205'],
  from: ['AGREED', 'PERFORMING', 'BREACHED'],
  who: 'system',
  input: { confirmation: field.id, receivedOn: field.day },
  emits: [ConfirmationApplied],
  decide: ConfirmationApplied,
})
