import { refuse } from '#kernel'
import { RightsWaived } from '../events.js'
import { administrativeCase } from '../state.js'
import { respondent } from '../who.js'
import { enclosures } from '../../form.js'

/** The party says in writing that it will not use the rest of its rights. */
export const waiveRights = administrativeCase.step({
  name: 'WaiveRights',
  title: { zh: '放弃陈述申辩听证权利', en: 'Waive the rights to defence and hearing' },
  law: ['PROC:57'],
  from: ['NOTICE_SERVED'],
  who: respondent,
  input: { enclosures },
  emits: [RightsWaived],
  decide: (_, { facts: { waived, used, notice } }) =>
    waived
      ? refuse('ERR_GUARD', { guard: 'done-already' })
      : RightsWaived({ statement: !used.statement, hearing: Boolean(notice?.hearingOffered) && !used.hearing }),
})
