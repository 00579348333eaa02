import { field } from '#kernel'
import { ProviderAnswered } from '../events.js'
import { publicity } from '../state.js'

export const answerCheck = publicity.step({
  name: 'AnswerCheck',
  title: { zh: '答复核查', en: 'Answer the check' },
  law: ['HNXY:41'],
  from: ['CHECKING'],
  who: { of: 'provider', office: 'staff' },
  input: { correct: field.yes.meta({ title: '信息无误', description: 'The data are right' }) },
  emits: [ProviderAnswered],
  decide: ProviderAnswered,
})
