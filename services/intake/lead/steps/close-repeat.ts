import { field, firstOf, oneRecord, samePerson } from '#kernel'
import { titled } from '../../form.js'
import { DuplicateClosed } from '../events.js'
import { goodsHeld } from '../guards.js'
import { outcomeOf } from '../outcome.js'
import { notRepeat } from '../repeat.js'
import { lead } from '../state.js'

/** The same reporter, the same fact, the same target again: not handled separately. */
export const closeRepeat = lead.step({
  name: 'CloseRepeat',
  title: { zh: '重复举报不再处理', en: 'Close a repeated report' },
  law: ['TSJB:35'],
  from: ['open'],
  who: { of: 'holder', office: 'desk' },
  input: { of: titled(field.recordOf('intake/lead'), '在先线索', 'Earlier lead') },
  emits: [DuplicateClosed],
  claims: (_input, { id }) => [outcomeOf(id)],
  needs: { earlier: ({ of }) => oneRecord(lead, of), sameReporter: ({ of }) => samePerson(lead, of, 'reporter') },
  decide: ({ of }, record, { needs: { earlier, sameReporter } }) =>
    firstOf(notRepeat(record, earlier, sameReporter), goodsHeld(record)) ?? DuplicateClosed({ of }),
})
