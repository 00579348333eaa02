import { field } from '#kernel'
import { fineClaims } from '../decision.js'
import { FineBarred } from '../events.js'
import { administrativeCase } from '../state.js'

/** A court has fined the act: no agency may any more, this or another (CFF 35). An earlier fine of this case is offset by the court. */
export const barFine = administrativeCase.step({
  name: 'BarFine',
  title: { zh: '刑事罚金后不再罚款', en: 'Bar an administrative fine' },
  law: ['CFF:35', 'CFF:29'],
  from: ['any'],
  who: 'system',
  input: { fine: field.fen },
  emits: [FineBarred],
  claims: (_, record) => fineClaims(record),
  claimed: 'ERR_DOUBLE_FINE',
  decide: ({ fine }, { facts }) => (fine > 0 && !facts.fineBarred && !facts.decision?.fine ? FineBarred({}) : []),
})
