import { tellsIdentity } from '#kernel'
import { lackingParticulars, particulars } from '../../form.js'
import { PartyCompleted } from '../events.js'
import { administrativeCase } from '../state.js'
import { bureau } from '../who.js'

/** What was not known of the party when it was first named: papers need it. What stands is never changed. */
export const completeParty = administrativeCase.step({
  name: 'CompleteParty',
  title: { zh: '补充当事人信息', en: 'Complete the party' },
  law: ['CFF:59'],
  from: ['any'],
  who: bureau,
  input: particulars,
  emits: [PartyCompleted],
  decide: (input, { facts: { subject } }) =>
    tellsIdentity(input) ?? lackingParticulars(subject, input) ?? PartyCompleted(input),
})
