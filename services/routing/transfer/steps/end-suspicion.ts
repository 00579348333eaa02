import { field } from '#kernel'
import { SuspicionEnded } from '../events.js'
import { transfer } from '../state.js'

/** The case left the bureau or was terminated before the task force had reported. */
export const endSuspicion = transfer.step({
  name: 'EndSuspicion',
  title: { zh: '嫌疑处理终结', en: 'End the suspicion' },
  law: ['GWY310:5'],
  from: ['SUSPECTED', 'TASK_FORCE'],
  who: 'system',
  input: { why: field.oneOf('case-transferred', 'case-terminated') },
  emits: [SuspicionEnded],
  decide: ({ why }, { facts }) => SuspicionEnded({ ...facts, why }),
})
