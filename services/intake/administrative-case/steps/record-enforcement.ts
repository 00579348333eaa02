import { field } from '#kernel'
import { enclosures, titled } from '../../form.js'
import { DecisionPerformed, EnforcementEnded } from '../events.js'
import { administrativeCase } from '../state.js'
import { officers } from '../who.js'

/** What the court's ruling says: everything was enforced, or enforcement is at an end. */
export const recordEnforcement = administrativeCase.step({
  name: 'RecordEnforcement',
  title: { zh: '记录强制执行结果', en: 'Record the enforcement' },
  law: ['PROC:77', 'QZF:57'],
  from: ['ENFORCING'],
  who: officers,
  given: ['裁定'],
  input: { result: titled(field.oneOf('performed', 'ended'), '执行结果', 'Result'), enclosures },
  emits: [DecisionPerformed, EnforcementEnded],
  decide: ({ result }) => (result === 'performed' ? DecisionPerformed({}) : EnforcementEnded({})),
})
