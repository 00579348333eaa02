import { field, isRefusal, refuse, servedDay } from '#kernel'
import { ReasonsAsked } from '../events.js'
import { breached } from '../guards.js'
import { transfer } from '../state.js'

/** The procuratorate asks why there is no criminal case: on suggestion, or of its own accord once the police refused or let their time pass. */
export const askReasons = transfer.step({
  name: 'AskReasons',
  title: { zh: '要求说明不立案理由', en: 'Ask for the reasons' },
  law: ['JCGZ:557', 'JCGZ:558', 'JCGZ:562'],
  from: ['SUPERVISION_REQUESTED', 'REFUSED', 'RECON_UPHELD', 'RECEIVED_BY_POLICE', 'SUPPLEMENTING'],
  who: { of: 'prosecutor', office: 'staff' },
  makes: '要求说明不立案理由通知书',
  input: { servedOn: field.servedOn },
  emits: [ReasonsAsked],
  decide: (input, record, context) => {
    const { state } = record
    const undecided = state === 'RECEIVED_BY_POLICE' || state === 'SUPPLEMENTING'
    if (undecided && !breached(record, transfer.reads.decide))
      return refuse('ERR_GUARD', { guard: 'police-in-time', state })
    const served = servedDay({ servedOn: input.servedOn }, context, record.since)
    return isRefusal(served) ? served : ReasonsAsked({ exOfficio: state !== 'SUPERVISION_REQUESTED', servedOn: served })
  },
})
