import { field } from '#kernel'
import { LeadTransferred } from '../events.js'
import { endedFrom, isFinal } from '../guards.js'
import { outcomeOf } from '../outcome.js'
import { lead } from '../state.js'

/** A crime was sent to the police before a case was filed: the lead is theirs now. */
export const transferToPolice = lead.step({
  name: 'TransferToPolice',
  title: { zh: '线索移送公安机关', en: 'Lead transferred to the police' },
  law: ['GWY310:3', 'PROC:17'],
  from: ['any'],
  who: 'system',
  input: { to: field.agency },
  emits: [LeadTransferred],
  claims: (_input, { id }) => [outcomeOf(id)],
  decide: ({ to }, { state, facts }, { today }) =>
    isFinal(state) ? [] : LeadTransferred({ ...endedFrom(facts), to, ground: 'police', receivedOn: today }),
})
