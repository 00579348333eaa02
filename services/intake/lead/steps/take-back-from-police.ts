import { field } from '#kernel'
import { PoliceReturned } from '../events.js'
import { lead } from '../state.js'

/** The police refused what had been sent without a case: a new lead of the same matter opens at the agency. */
export const takeBackFromPolice = lead.step({
  name: 'TakeBackFromPolice',
  title: { zh: '公安机关退回线索', en: 'Returned by the police' },
  law: ['GWY310:10', 'GWY310:13'],
  from: ['any'],
  who: 'system',
  input: { transfer: field.id, receivedOn: field.day.nullable() },
  emits: [PoliceReturned],
  decide: (input, { state, facts }) => {
    const { holder, subject, ip } = facts
    return state === 'TRANSFERRED_OTHER' ? PoliceReturned({ ...input, agency: holder, subject, ip }) : []
  },
})
