import { field } from '#kernel'
import { MeasureLifted } from '../events.js'
import { measure, originOf } from '../state.js'

/** The decision that confiscates or returns the goods was served (QZF 27), or they went to the police with the case (QZF 21). */
export const endMeasure = measure.step({
  name: 'EndMeasure',
  title: { zh: '强制措施终止', en: 'End a measure' },
  law: ['QZF:21', 'QZF:27'],
  from: ['any'],
  who: 'system',
  makes: ({ ground }, { facts: { agency } }) => [
    { title: ground === 'handed-over' ? '查封/扣押物品移送告知书' : '解除行政强制措施决定书', agency },
  ],
  input: { ground: field.oneOf('confiscated', 'returned', 'handed-over') },
  emits: [MeasureLifted],
  decide: ({ ground }, { state, facts }) =>
    state === 'SEALED' || state === 'EXPIRED' ? MeasureLifted({ ...originOf(facts), ground }) : [],
})
