import { field } from '#kernel'
import { titled } from '../../form.js'
import { CaseSuspended } from '../events.js'
import { administrativeCase } from '../state.js'
import { SUSPENSION_GROUNDS } from '../terms.js'
import { responsible } from '../who.js'

export const suspend = administrativeCase.step({
  name: 'Suspend',
  title: { zh: '中止调查', en: 'Suspend the investigation' },
  law: ['PROC:46'],
  from: ['INVESTIGATING'],
  who: responsible,
  makes: '行政处罚案件有关事项审批表',
  input: { ground: titled(field.oneOf(...SUSPENSION_GROUNDS), '中止事由', 'Ground') },
  emits: [CaseSuspended],
  decide: CaseSuspended,
})
