import { ReviewSubmitted } from '../events.js'
import { administrativeCase } from '../state.js'
import { unit } from '../who.js'

export const submitReview = administrativeCase.step({
  name: 'SubmitReview',
  title: { zh: '移送审核', en: 'Submit for review' },
  law: ['PROC:49', 'CFF:58'],
  from: ['INVESTIGATION_CLOSED'],
  who: unit,
  makes: '案件审核/法制审核表',
  emits: [ReviewSubmitted],
  decide: () => ReviewSubmitted({}),
})
