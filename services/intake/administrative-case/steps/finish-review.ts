import { field } from '#kernel'
import { titled } from '../../form.js'
import { ReviewFinished } from '../events.js'
import { administrativeCase } from '../state.js'
import { REVIEW_KINDS } from '../terms.js'
import { reviewer } from '../who.js'

export const finishReview = administrativeCase.step({
  name: 'FinishReview',
  title: { zh: '完成审核', en: 'Finish the review' },
  law: ['PROC:50', 'PROC:55', 'CFF:58'],
  from: ['UNDER_REVIEW'],
  who: reviewer,
  makes: '案件审核/法制审核表',
  input: {
    kind: titled(field.oneOf(...REVIEW_KINDS), '审核种类', 'Case review, or legality review (CFF 58)').default('case'),
    collective: titled(field.yes, '应当集体讨论', 'To be discussed collectively').default(false),
  },
  emits: [ReviewFinished],
  decide: ReviewFinished,
})
