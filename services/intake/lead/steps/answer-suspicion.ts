import { SuspicionAnswered } from '../events.js'
import { isFinal } from '../guards.js'
import { lead } from '../state.js'

/** The head did not approve the transfer: a later suspicion opens another. */
export const answerSuspicion = lead.step({
  name: 'AnswerSuspicion',
  title: { zh: '涉嫌犯罪已有处理', en: 'Suspicion answered' },
  law: ['GWY310:5'],
  from: ['any'],
  who: 'system',
  emits: [SuspicionAnswered],
  decide: (_input, { state }) => (isFinal(state) ? [] : SuspicionAnswered({})),
})
