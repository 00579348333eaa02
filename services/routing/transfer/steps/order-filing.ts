import { field, isRefusal, refuse, servedDay } from '#kernel'
import { FilingOrdered } from '../events.js'
import { breached } from '../guards.js'
import { transfer } from '../state.js'

/** The reasons do not hold, or none came in time: the police have to file. */
export const orderFiling = transfer.step({
  name: 'OrderFiling',
  title: { zh: '通知立案', en: 'Order the filing' },
  law: ['JCGZ:561', 'JCGZ:563'],
  from: ['EXPLAINING'],
  who: { of: 'prosecutor', office: 'staff' },
  makes: '通知立案书',
  input: {
    reasons: field.text.meta({ title: '通知立案理由', description: 'Why the police have to file' }),
    servedOn: field.servedOn,
  },
  emits: [FilingOrdered],
  decide: ({ reasons, servedOn: given }, record, context) => {
    const silent = !record.facts.explained && !breached(record, transfer.reads.explain)
    if (silent) return refuse('ERR_GUARD', { guard: 'not-explained' })
    const served = servedDay({ servedOn: given }, context, record.since)
    return isRefusal(served) ? served : FilingOrdered({ reasons, servedOn: served })
  },
})
