import { field } from '#kernel'
import { classOf } from '../classes.js'
import { PlacePublished, PublicityOpened } from '../events.js'
import { publicity } from '../state.js'

/** The first publication of a penalty begins its publicity; further ones add a place. */
export const takePublication = publicity.step({
  name: 'TakePublication',
  title: { zh: '登记公示', en: 'Take note of a publication' },
  law: ['GS45', 'GB22', 'FG36'],
  from: ['new', 'any'],
  who: 'system',
  input: {
    case: field.id,
    agency: field.agency,
    subject: field.subject,
    decidedOn: field.day,
    heavy: field.yes,
    where: field.name,
    on: field.day,
  },
  emits: [PublicityOpened, PlacePublished],
  decide: ({ decidedOn, heavy, ...about }, { version }) =>
    version === 0
      ? PublicityOpened({ ...about, class: classOf(heavy), determinedOn: decidedOn })
      : PlacePublished(about),
})
