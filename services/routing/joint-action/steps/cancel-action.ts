import { field, tellsIdentity } from '#kernel'
import { JointActionCancelled } from '../events.js'
import { jointAction } from '../state.js'

/** Before it has begun the office may call it off. */
export const cancelAction = jointAction.step({
  name: 'CancelAction',
  title: { zh: '取消联合执法', en: 'Cancel the action' },
  law: ['SEED:cooperation'],
  from: ['PROPOSED', 'PLAN_DRAFT', 'APPROVED', 'ANNOUNCED'],
  who: { of: 'office', office: 'staff' },
  input: { reason: field.text.meta({ title: '理由', description: 'Why it is called off' }) },
  emits: [JointActionCancelled],
  decide: (input) => tellsIdentity(input) ?? JointActionCancelled(input),
})
