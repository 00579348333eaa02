import { field } from '#kernel'
import { arrived, type Paper } from '../criminal.js'
import { CriminalOutcomeRecorded, CriminalTransferLeft, SuspicionSettled } from '../events.js'
import { administrativeCase } from '../state.js'

/** The paper that was awaited has been signed for. */
export const takeCriminalPaper = administrativeCase.step({
  name: 'TakeCriminalPaper',
  title: { zh: '收到刑事文书', en: 'Take the criminal paper' },
  law: ['CFF:27', 'CFF:35'],
  from: ['any'],
  who: 'system',
  input: { of: field.name },
  emits: [CriminalOutcomeRecorded, SuspicionSettled, CriminalTransferLeft],
  decide: ({ of }, { state, facts }) => {
    const news = facts.criminal.awaited[of]
    return news ? arrived(of as Paper, news, state === 'CRIMINAL_TRANSFERRED') : []
  },
})
