import { CaseResumed } from '../events.js'
import { administrativeCase } from '../state.js'
import { responsible } from '../who.js'

/** The ground is gone: the investigation goes on at once. */
export const resume = administrativeCase.step({
  name: 'Resume',
  title: { zh: '恢复调查', en: 'Resume the investigation' },
  law: ['PROC:46'],
  from: ['SUSPENDED'],
  who: responsible,
  makes: '行政处罚案件有关事项审批表',
  emits: [CaseResumed],
  decide: () => CaseResumed({}),
})
