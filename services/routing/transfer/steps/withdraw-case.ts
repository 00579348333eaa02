import { field, isRefusal, servedDay } from '#kernel'
import { CaseWithdrawn } from '../events.js'
import { transfer } from '../state.js'

/** No crime, or a minor one: the police withdraw and give the matter back (GWY310:13). */
export const withdrawCase = transfer.step({
  name: 'WithdrawCase',
  title: { zh: '撤销案件并退回', en: 'Withdraw and return' },
  law: ['GWY310:13', 'GAJG:186'],
  from: ['POLICE_FILED', 'HANDED_OVER', 'IN_INVESTIGATION'],
  who: { of: 'police', office: 'staff' },
  makes: ['撤销案件决定书', '移送案件通知书'],
  input: {
    ground: field
      .oneOf('no-crime', 'minor')
      .default('no-crime')
      .meta({ title: '撤案事由', description: 'No crime, or clearly minor' }),
    servedOn: field.servedOn,
  },
  emits: [CaseWithdrawn],
  decide: ({ ground, servedOn: given }, record, context) => {
    const served = servedDay({ servedOn: given }, context, record.since)
    return isRefusal(served) ? served : CaseWithdrawn({ ...record.facts, ground, servedOn: served })
  },
})
