import { field, isRefusal, servedDay } from '#kernel'
import { ReconRequested } from '../events.js'
import { awaits } from '../guards.js'
import { transfer } from '../state.js'

/** The agency asks the same police to look again, within three days of the refusal. */
export const requestRecon = transfer.step({
  name: 'RequestRecon',
  title: { zh: '提请复议', en: 'Request reconsideration' },
  law: ['GWY310:9', 'GAJG:181'],
  from: ['REFUSED'],
  who: { of: 'agency', office: 'staff' },
  makes: '复议申请书',
  input: {
    reasons: field.text.meta({ title: '复议理由', description: 'Why the refusal is wrong' }),
    servedOn: field.servedOn,
  },
  emits: [ReconRequested],
  decide: ({ reasons, servedOn: given }, record, context) => {
    const served = servedDay({ servedOn: given }, context, record.since)
    return (
      awaits(record.facts, 'PoliceRefused') ??
      (isRefusal(served) ? served : ReconRequested({ reasons, servedOn: served }))
    )
  },
})
