import { refuse } from '#kernel'
import { AdminClosedAfterConviction } from '../events.js'
import { administrativeCase } from '../state.js'
import { responsible } from '../who.js'

/** Nothing is left to the agency: the case ends with the judgment. */
export const closeAfterConviction = administrativeCase.step({
  name: 'CloseAfterConviction',
  title: { zh: '刑事判决后结案', en: 'Close after the conviction' },
  law: ['CFF:35', 'PROC:77'],
  from: ['CRIMINAL_TRANSFERRED'],
  who: responsible,
  makes: '结案审批表',
  emits: [AdminClosedAfterConviction],
  decide: (_, { facts: { criminal } }) =>
    criminal.outcome === 'convicted'
      ? AdminClosedAfterConviction({})
      : refuse('ERR_GUARD', { guard: 'convicted', outcome: criminal.outcome ?? null }),
})
