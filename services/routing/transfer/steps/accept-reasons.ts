import { field, refuse } from '#kernel'
import { ReasonsUpheld } from '../events.js'
import { transfer } from '../state.js'

/** The reasons hold; the procuratorate still has to tell the agency. */
export const acceptReasons = transfer.step({
  name: 'AcceptReasons',
  title: { zh: '认为不立案理由成立', en: 'Accept the reasons' },
  law: ['JCGZ:561'],
  from: ['EXPLAINING'],
  who: { of: 'prosecutor', office: 'staff' },
  makes: '审查意见',
  input: { opinion: field.text.meta({ title: '审查意见', description: 'Why the reasons hold' }) },
  emits: [ReasonsUpheld],
  decide: (input, { facts }) =>
    facts.explained ? ReasonsUpheld(input) : refuse('ERR_GUARD', { guard: 'not-explained' }),
})
