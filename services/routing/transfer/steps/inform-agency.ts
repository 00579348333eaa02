import { field, isRefusal, refuse, servedDay } from '#kernel'
import { AgencyInformed } from '../events.js'
import { transfer } from '../state.js'

/** The agency learns that the reasons hold, within ten days. */
export const informAgency = transfer.step({
  name: 'InformAgency',
  title: { zh: '告知行政执法机关', en: 'Tell the agency' },
  law: ['JCGZ:561'],
  from: ['SUPERVISION_REJECTED'],
  who: { of: 'prosecutor', office: 'staff' },
  makes: '不立案理由审查意见通知书',
  input: { servedOn: field.servedOn },
  emits: [AgencyInformed],
  decide: (input, record, context) => {
    if (record.facts.informed) return refuse('ERR_GUARD', { guard: 'already-told' })
    const served = servedDay({ servedOn: input.servedOn }, context, record.since)
    return isRefusal(served) ? served : AgencyInformed({ ...record.facts, servedOn: served })
  },
})
