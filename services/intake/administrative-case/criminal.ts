import { CriminalOutcomeRecorded, CriminalTransferLeft, SuspicionSettled } from './events.js'

/** A paper of the police, the procuratorate or the court that decides whether the agency must go on (R-XFR-01). */
export const PAPERS = [
  'PoliceRefused',
  'CaseWithdrawn',
  'CriminalOutcome',
  'AgencyInformed',
  'OpinionReceived',
] as const
export type Paper = (typeof PAPERS)[number]

export interface News {
  outcome?: string
  fine?: number
}

type Outcome = 'convicted' | 'acquitted' | 'non-prosecution' | 'exempted'

/** With these the agency goes on at once; after a non-prosecution it waits for the procuratorial opinion. */
const BACK = { acquitted: 'acquitted', exempted: 'exempted' } as const

type Ground = 'refused' | 'withdrawn' | 'acquitted' | 'exempted' | 'opinion'

/** What the arrival of the paper means; `there`: the case stands still for the criminal side. */
export const arrived = (of: Paper, { outcome, fine = 0 }: News, there: boolean) => {
  const left = (ground: Ground | undefined) => (there && ground ? [CriminalTransferLeft({ ground })] : [])
  if (of === 'PoliceRefused') return left('refused')
  if (of === 'OpinionReceived') return left('opinion')
  if (of === 'CaseWithdrawn') return [SuspicionSettled({}), ...left('withdrawn')]
  if (of === 'AgencyInformed') return [SuspicionSettled({}), ...left('refused')]
  const recorded = CriminalOutcomeRecorded({ outcome: outcome as Outcome, fine })
  return [recorded, SuspicionSettled({}), ...left(BACK[outcome as keyof typeof BACK])]
}
