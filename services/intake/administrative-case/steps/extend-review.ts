import { field } from '#kernel'
import { titled } from '../../form.js'
import { ReviewExtended } from '../events.js'
import { administrativeCase } from '../state.js'
import { responsible } from '../who.js'

export const extendReview = administrativeCase.step({
  name: 'ExtendReview',
  title: { zh: '延长审核期限', en: 'Extend the review' },
  law: ['PROC:54'],
  from: ['UNDER_REVIEW'],
  who: responsible,
  makes: '行政处罚案件有关事项审批表',
  input: { n: titled(field.counted('工作日', 'working days').min(1).max(365), '延长', 'Longer by') },
  emits: [ReviewExtended],
  decide: ReviewExtended,
})
