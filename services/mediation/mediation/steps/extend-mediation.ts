import { refuse } from '#kernel'
import { lacking, sides } from '../../parties.js'
import { MediationExtended } from '../events.js'
import { mediation } from '../state.js'

/** Both sides agree to go on once more. */
export const extendMediation = mediation.step({
  name: 'ExtendMediation',
  title: { zh: '延长调解', en: 'Extend the mediation' },
  law: ['GZ81:70', 'design:R-MED-11'],
  from: ['ACCEPTED', 'IN_PROGRESS'],
  who: { of: ['parties', 'holder'], office: ['party', 'mediators'] },
  makes: '延长调解期限同意书',
  input: { agreed: sides.meta({ title: '同意延期的一方', description: 'Sides that agree' }) },
  emits: [MediationExtended],
  decide: ({ agreed }) =>
    lacking(agreed).length
      ? refuse('ERR_GUARD', { guard: 'both-agree', missing: lacking(agreed) })
      : MediationExtended({}),
})
