import { JointActionClosed } from '../events.js'
import { jointAction } from '../state.js'

export const closeAction = jointAction.step({
  name: 'CloseAction',
  title: { zh: '结束联合执法', en: 'Close the action' },
  law: ['SEED:cooperation'],
  from: ['REPORTED'],
  who: { of: 'office', office: 'staff' },
  emits: [JointActionClosed],
  decide: () => JointActionClosed({}),
})
