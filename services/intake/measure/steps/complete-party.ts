import { tellsIdentity } from '#kernel'
import { lackingParticulars, particulars } from '../../form.js'
import { PartyCompleted } from '../events.js'
import { measure } from '../state.js'

/** What was not known of the party when it was first named: papers need it. What stands is never changed. */
export const completeParty = measure.step({
  name: 'CompleteParty',
  title: { zh: '补充当事人信息', en: 'Complete the party' },
  law: ['QZF:24'],
  from: ['any'],
  who: { of: 'holder', office: 'staff' },
  input: particulars,
  emits: [PartyCompleted],
  decide: (input, { facts: { subject } }) =>
    tellsIdentity(input) ?? lackingParticulars(subject, input) ?? PartyCompleted(input),
})
