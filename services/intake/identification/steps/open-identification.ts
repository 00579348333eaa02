import { field } from '#kernel'
import { IdentificationAsked } from '../events.js'
import { identification } from '../state.js'

/** A lead or case asks the right holder. */
export const openIdentification = identification.step({
  name: 'OpenIdentification',
  title: { zh: '请权利人辨认', en: 'Ask the right holder' },
  law: ['PROC:18', 'PROC:31'],
  from: ['new'],
  who: 'system',
  input: { agency: field.agency, holder: field.subject, test: field.name, of: field.id },
  emits: [IdentificationAsked],
  decide: IdentificationAsked,
})
