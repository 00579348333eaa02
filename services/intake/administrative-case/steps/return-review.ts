import { ReviewReturned } from '../events.js'
import { administrativeCase } from '../state.js'
import { reviewer } from '../who.js'

export const returnReview = administrativeCase.step({
  name: 'ReturnReview',
  title: { zh: '审核退回', en: 'Return from review' },
  law: ['PROC:54'],
  from: ['UNDER_REVIEW'],
  who: reviewer,
  makes: '案件审核/法制审核表',
  emits: [ReviewReturned],
  decide: () => ReviewReturned({}),
})
