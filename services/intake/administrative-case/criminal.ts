import { CriminalOutcomeRecorded, CriminalTransferLeft, SuspicionSettled } from './events.js'

/** A paper of the police, the procuratorate or the court that decides whether the agency must go on (R-XFR-01). */
export type Paper = 'PoliceRefused' | 'CaseWithdrawn' | 'CriminalOutcome'

export interface News {
  outcome?: string
  fine?: number
}

type Outcome = 'convicted' | 'acquitted' | 'non-prosecution' | 'exempted'

/** With these the agency goes on at once; after a non-prosecution it waits for the procuratorial opinion. */
const BACK = { acquitted: 'acquitted', exempted: 'exempted' } as const

/** What the arrival of the paper means; `there`: the case stands still for the criminal side. */
export const arrived = (of: Paper, { outcome, fine = 0 }: News, there: boolean) => {
  const left = (ground: 'refused' | 'withdrawn' | 'acquitted' | 'exempted') =>
    there ? [CriminalTransferLeft({ ground })] : []
  if (of === 'PoliceRefused') return left('refused')
  if (of === 'CaseWithdrawn') return [SuspicionSettled({}), ...left('withdrawn')]
  const ground = BACK[outcome as keyof typeof BACK]
  const recorded = CriminalOutcomeRecorded({ outcome: outcome as Outcome, fine })
  return [recorded, SuspicionSettled({}), ...(ground ? left(ground) : [])]
}
