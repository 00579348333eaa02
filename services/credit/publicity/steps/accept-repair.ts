import { RepairAccepted } from '../events.js'
import { publicity } from '../state.js'

export const acceptRepair = publicity.step({
  name: 'AcceptRepair',
  title: { zh: '受理信用修复', en: 'Accept the repair' },
  law: ['FG36'],
  from: ['REPAIR_APPLIED'],
  who: { of: 'holder', office: 'staff' },
  makes: '受理通知书',
  emits: [RepairAccepted],
  decide: () => RepairAccepted({}),
})
