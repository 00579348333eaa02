import { CriminalTransferEntered } from '../events.js'
import { administrativeCase } from '../state.js'
import { undecided } from '../states.js'

/** The file went to the police, or the police filed after all. What is decided already stays decided (GWY310 11). */
export const enterCriminalTransfer = administrativeCase.step({
  name: 'EnterCriminalTransfer',
  title: { zh: '进入刑事移送', en: 'Enter the criminal transfer' },
  law: ['CFF:27', 'GWY310:11', 'PROC:46'],
  from: ['any'],
  who: 'system',
  emits: [CriminalTransferEntered],
  decide: (_, { state }) => (undecided(state) ? CriminalTransferEntered({}) : []),
})
