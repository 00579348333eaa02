import { refuse } from '#kernel'
import { PublicityStopped } from '../events.js'
import { publicity } from '../state.js'

/** After a repair, an objection that was upheld or the end of the term nobody shows the penalty any more. */
export const stopPublicity = publicity.step({
  name: 'StopPublicity',
  title: { zh: '停止公示', en: 'Stop the publicity' },
  law: ['FG36'],
  from: ['REPAIRED', 'UPHELD', 'ENDED', 'WITHDRAWN'],
  who: { of: ['holder', 'platform'], office: 'publishers' },
  makes: '公示记录',
  emits: [PublicityStopped],
  decide: (_, { facts }) => (facts.stopped ? refuse('ERR_GUARD', { guard: 'already-stopped' }) : PublicityStopped({})),
})
