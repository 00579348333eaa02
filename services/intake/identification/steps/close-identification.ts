import { IdentificationClosed } from '../events.js'
import { identification } from '../state.js'

/** The agency has recorded the result. */
export const closeIdentification = identification.step({
  name: 'CloseIdentification',
  title: { zh: '辨认结束', en: 'Close the identification' },
  law: ['PROC:31'],
  from: ['any'],
  who: 'system',
  emits: [IdentificationClosed],
  decide: (_, { state }) => (state === 'CLOSED' ? [] : IdentificationClosed({})),
})
