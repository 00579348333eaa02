import { RepairExtended } from '../events.js'
import { publicity } from '../state.js'

/** Complex matters get ten working days more, once. */
export const extendRepair = publicity.step({
  name: 'ExtendRepair',
  title: { zh: '延长修复办理', en: 'Extend the decision on repair' },
  law: ['FG36'],
  from: ['ACCEPTED'],
  who: { of: 'holder', office: 'responsible' },
  emits: [RepairExtended],
  decide: () => RepairExtended({}),
})
