import { field } from '#kernel'
import { ProviderAnswered } from '../events.js'
import { listing } from '../state.js'

export const answerCheck = listing.step({
  name: 'AnswerCheck',
  title: { zh: '答复核查', en: 'Answer the check' },
  law: ['HNXY:41'],
  from: ['OBJECTED'],
  who: { of: 'provider', office: 'staff' },
  input: { correct: field.yes.meta({ title: '信息无误', description: 'The data are right' }) },
  emits: [ProviderAnswered],
  decide: ProviderAnswered,
})
