import { field, isRefusal, servedDay } from '#kernel'
import { ReconDecided } from '../events.js'
import { transfer } from '../state.js'

/** The police file after all, or uphold their refusal. */
export const decideRecon = transfer.step({
  name: 'DecideRecon',
  title: { zh: '作出复议决定', en: 'Decide the reconsideration' },
  law: ['GWY310:9', 'GAJG:181'],
  from: ['RECON_REQUESTED'],
  who: { of: 'police', office: 'staff' },
  makes: ({ filed }) => (filed ? ['复议决定书', '立案决定书', '立案通知书'] : ['复议决定书']),
  input: {
    filed: field.yes.meta({ title: '决定立案', description: 'True: the police file; false: the refusal is upheld' }),
    servedOn: field.servedOn,
  },
  emits: [ReconDecided],
  decide: ({ filed, servedOn: given }, record, context) => {
    const served = servedDay({ servedOn: given }, context, record.since)
    return isRefusal(served) ? served : ReconDecided({ ...record.facts, filed, servedOn: served })
  },
})
