import { SuspicionSettled } from '../events.js'
import { administrativeCase } from '../state.js'

/** The transfer ended without reaching the police: a new suspicion would open another. */
export const settleSuspicion = administrativeCase.step({
  name: 'SettleSuspicion',
  title: { zh: '移送程序终了', en: 'Settle a suspicion' },
  law: ['GWY310:5'],
  from: ['any'],
  who: 'system',
  emits: [SuspicionSettled],
  decide: () => SuspicionSettled({}),
})
