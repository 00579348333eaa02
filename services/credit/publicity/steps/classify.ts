import { field, refuse } from '#kernel'
import { CLASS_NAMES } from '../classes.js'
import { Classified } from '../events.js'
import { publicity, SHOWN } from '../state.js'

/** The bureau that determined says which class it is (谁认定). */
export const classify = publicity.step({
  name: 'Classify',
  title: { zh: '确定失信类别', en: 'Classify' },
  law: ['GB22', 'FG36'],
  from: SHOWN,
  who: { of: 'holder', office: 'responsible' },
  input: { class: field.oneOf(...CLASS_NAMES).meta({ title: '类别', description: 'Minor, ordinary or serious' }) },
  emits: [Classified],
  decide: (input, { facts }) =>
    input.class === facts.class
      ? refuse('ERR_GUARD', { guard: 'same-class', class: input.class })
      : Classified({ class: input.class, determinedOn: facts.determinedOn! }),
})
