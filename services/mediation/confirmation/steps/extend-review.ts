import { field } from '#kernel'
import { ReviewExtended } from '../events.js'
import { confirmation } from '../state.js'

/** Once, by the president, before the review is due: ten days more for the review, and for the outer limit as many as are named. */
export const extendReview = confirmation.step({
  name: 'ExtendReview',
  title: { zh: '延长审查期限', en: 'Extend the review' },
  law: ['TJQR:5', 'MSF:187'],
  from: ['ACCEPTED', 'REVIEWING'],
  who: { of: 'holder', office: 'president' },
  input: {
    outerDays: field
      .counted('日', 'days')
      .min(1)
      .max(90)
      .meta({ title: '审限延长天数', description: 'Days added to the outer limit', examples: [10] }),
  },
  emits: [ReviewExtended],
  decide: ReviewExtended,
})
