import { field } from '#kernel'
import { arrived, PAPERS } from '../criminal.js'
import { CriminalNewsAwaited, CriminalOutcomeRecorded, CriminalTransferLeft, SuspicionSettled } from '../events.js'
import { administrativeCase } from '../state.js'

/** Refusal, withdrawal, outcome or opinion: the case goes on from the day after the paper arrived; not served yet, it is awaited. */
export const hearCriminalNews = administrativeCase.step({
  name: 'HearCriminalNews',
  title: { zh: '获知刑事处理情况', en: 'Hear what became of the criminal case' },
  law: ['CFF:27', 'CFF:35', 'GWY310:10'],
  from: ['any'],
  who: 'system',
  input: {
    of: field.oneOf(...PAPERS),
    served: field.yes,
    outcome: field.name.optional(),
    fine: field.fen.optional(),
  },
  emits: [CriminalNewsAwaited, CriminalOutcomeRecorded, SuspicionSettled, CriminalTransferLeft],
  decide: ({ of, served, outcome, fine }, { state }) =>
    served
      ? arrived(of, { outcome, fine }, state === 'CRIMINAL_TRANSFERRED')
      : [CriminalNewsAwaited({ of, outcome, fine })],
})
