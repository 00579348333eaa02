import { refuse } from '#kernel'
import { MeasuresStopped } from '../events.js'
import { listing } from '../state.js'

/** Publicity ends and the measures are lifted. */
export const stopMeasures = listing.step({
  name: 'StopMeasures',
  title: { zh: '停止公示、解除措施', en: 'Stop publicity and measures' },
  law: ['SX44:18'],
  from: ['REMOVED_EARLY'],
  who: { of: 'holder', office: 'publishers' },
  emits: [MeasuresStopped],
  decide: (_, { facts }) => (facts.stopped ? refuse('ERR_GUARD', { guard: 'already-stopped' }) : MeasuresStopped({})),
})
