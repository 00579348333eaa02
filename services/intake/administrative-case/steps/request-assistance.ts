import { field, firstOf, refuse, tellsIdentity } from '#kernel'
import { titled } from '../../form.js'
import { AssistanceRequested } from '../events.js'
import { administrativeCase } from '../state.js'
import { bureau } from '../who.js'

/** Asks another bureau for evidence in its region. Its days run on its own record, from its receipt. */
export const requestAssistance = administrativeCase.step({
  name: 'RequestAssistance',
  title: { zh: '请求协助调查', en: 'Request assistance' },
  law: ['PROC:45'],
  from: ['INVESTIGATING'],
  who: bureau,
  makes: '协助调查函',
  input: {
    to: titled(field.agency, '协查机关', 'Agency asked'),
    matter: titled(field.text, '协查事项', 'What is asked'),
  },
  emits: [AssistanceRequested],
  decide: (input, { facts }) =>
    firstOf(input.to === facts.agency && refuse('ERR_GUARD', { guard: 'asks-itself' }), tellsIdentity(input)) ??
    AssistanceRequested(input),
})
