import { field } from '#kernel'
import { z } from 'zod'
import { MattersNoted } from '../events.js'
import { administrativeCase } from '../state.js'

/** Other matters of the same person, of any agency; every clock stays its own (R-INT-12, R-XFR-07). */
export const noteMatters = administrativeCase.step({
  name: 'NoteMatters',
  title: { zh: '关联同一当事人事项', en: 'Note matters of the same person' },
  law: ['FS5:29'],
  from: ['any'],
  who: 'system',
  input: { matters: field.list(z.strictObject({ id: field.id, kind: field.name, agency: field.agency }), 0, 1000) },
  emits: [MattersNoted],
  decide: ({ matters }, { id, facts }) => {
    const others = matters.filter((one) => one.id !== id)
    const news = others.some((one) => !facts.matters.some((known) => known.id === one.id))
    return news ? MattersNoted({ matters: others }) : []
  },
})
