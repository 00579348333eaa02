import { field, refuse } from '#kernel'
import { titled } from '../../form.js'
import { MeasureLifted } from '../events.js'
import { measure, originOf } from '../state.js'

/** No need any more, or the time is over. Confiscation and hand-over end the measure by themselves. */
export const liftSeal = measure.step({
  name: 'LiftSeal',
  title: { zh: '解除查封扣押', en: 'Lift the sealing' },
  law: ['QZF:27', 'QZF:28', 'PROC:38'],
  from: ['SEALED', 'EXPIRED'],
  who: { of: ['holder', 'approver'], office: 'responsible' },
  makes: '解除行政强制措施决定书',
  input: { ground: titled(field.oneOf('no-need', 'returned', 'expired'), '解除事由', 'Ground') },
  emits: [MeasureLifted],
  decide: ({ ground }, { state, facts }) =>
    ground === 'expired' && state !== 'EXPIRED'
      ? refuse('ERR_GUARD', { guard: 'not-expired', state })
      : MeasureLifted({ ...originOf(facts), ground }),
})
