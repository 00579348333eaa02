import { field, refuse } from '#kernel'
import { Supplemented } from '../events.js'
import { transfer } from '../state.js'

/** The agency hands in what the police asked for. */
export const supplement = transfer.step({
  name: 'Supplement',
  title: { zh: '补正材料', en: 'Supplement the material' },
  law: ['GAJG:180'],
  from: ['SUPPLEMENTING'],
  who: { of: 'agency', office: 'staff' },
  makes: '补正材料',
  input: { enclosures: field.enclosures },
  emits: [Supplemented],
  decide: ({ enclosures: given }) => {
    const titles = Object.keys(given).filter((title) => given[title]?.length)
    return titles.length ? Supplemented({ titles }) : refuse('ERR_DOC_MISSING', { missing: ['补正材料'] })
  },
})
