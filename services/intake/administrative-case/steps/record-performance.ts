import { field, refuse } from '#kernel'
import { enclosures, titled } from '../../form.js'
import { debtToday, performed } from '../performance.js'
import { owed } from '../debt.js'
import { DecisionPerformed, DutyPerformed } from '../events.js'
import { without } from '../facts.js'
import { administrativeCase } from '../state.js'
import { officers } from '../who.js'

/** The party has done something other than pay: stopped, closed, handed in. */
export const recordPerformance = administrativeCase.step({
  name: 'RecordPerformance',
  title: { zh: '记录其他义务履行', en: 'Record that a duty was performed' },
  law: ['PROC:71', 'PROC:77'],
  from: ['SERVED', 'PERFORMING', 'ENFORCING'],
  who: officers,
  input: { duty: titled(field.name, '已履行的义务', 'The duty', '销毁侵权标识'), enclosures },
  emits: [DutyPerformed, DecisionPerformed],
  decide: ({ duty }, record, { today }) => {
    const { duties } = record.facts
    if (!duties.includes(duty)) return refuse('ERR_GUARD', { guard: 'no-such-duty', duties })
    const done = DutyPerformed({ duty })
    return performed(owed(debtToday(record, today)), without(duties, duty)) ? [done, DecisionPerformed({})] : [done]
  },
})
