import { field, isRefusal, servedDay } from '#kernel'
import { PoliceFiled } from '../events.js'
import { transfer } from '../state.js'

/** The police file the case, at once, after a refusal, or on the procuratorate's order. */
export const filePolice = transfer.step({
  name: 'FilePolice',
  title: { zh: '公安机关立案', en: 'File the criminal case' },
  law: ['GWY310:8', 'GAJG:178'],
  from: [
    'RECEIVED_BY_POLICE',
    'SUPPLEMENTING',
    'REFUSED',
    'RECON_UPHELD',
    'SUPERVISION_REQUESTED',
    'EXPLAINING',
    'ORDERED_TO_FILE',
  ],
  who: { of: 'police', office: 'staff' },
  makes: ['立案决定书', '立案通知书'],
  input: { servedOn: field.servedOn },
  emits: [PoliceFiled],
  decide: (input, record, context) => {
    const served = servedDay({ servedOn: input.servedOn }, context, record.since)
    return isRefusal(served) ? served : PoliceFiled({ ...record.facts, police: context.actor.agency, servedOn: served })
  },
})
