import type { administrativeCase } from '#contracts'
import type { EventOf, Subject } from '#kernel'
import type { Met } from '../threshold.js'
import type { Debt, Stay } from './debt.js'
import type { CaseState } from './states.js'

type DataIn<M extends (data: never) => EventOf> = ReturnType<M>['data']

export type Notice = Omit<DataIn<typeof administrativeCase.PenaltyNoticeServed>, 'agency' | 'servedOn'>
export type Decision = DataIn<typeof administrativeCase.DecisionMade>
export type Service = Omit<DataIn<typeof administrativeCase.DecisionServed>, 'servedOn'>
type Finding = DataIn<typeof administrativeCase.ThresholdEvaluated>
export type Outcome = Decision['outcome']

export interface Hearing {
  day?: string
  host?: string
  notified: boolean
  held: boolean
  reported: boolean
  /** Legality review after it (CFF 58(2)). */
  reviewed: boolean
}

export const NO_HEARING: Hearing = { notified: false, held: false, reported: false, reviewed: false }

export interface Challenge extends Stay {
  kind: 'recon' | 'suit'
  result?: 'upheld' | 'revoked'
}

/** What police, procuratorate and court made of it. */
export interface Criminal {
  outcome?: 'convicted' | 'acquitted' | 'non-prosecution' | 'exempted'
  /** Criminal fine in fen. */
  fine: number
  /** Papers on their way, by the event that issued them. */
  awaited: Readonly<Record<string, { outcome?: string; fine?: number }>>
}

export interface CaseFacts {
  agency: string
  leads: readonly string[]
  measures: readonly string[]
  subject: Subject
  /** The party knows of the case: its rights were told, goods were taken from it, or a paper was served. */
  told: boolean
  ip: string
  act: string
  /** Approved the filing. */
  approver: string
  transferred: boolean
  /** In charge now. */
  officers: readonly string[]
  /** Everyone who ever investigated: they never review, host or approve. */
  investigators: readonly string[]
  /** Everyone who reviewed or hosted: they never investigate. */
  examiners: readonly string[]
  /** Tests out, by name. */
  tests: Readonly<Record<string, { kind: string; measure?: string }>>
  testNames: readonly string[]
  /** Which suspicion this would be: counts up when a transfer has ended. */
  round: number
  offence?: string
  /** The last evaluation of the criminal threshold. */
  ruleSet?: string
  metrics?: Finding['metrics']
  flags?: readonly string[]
  result?: Finding['result']
  /** The gravest row of the thresholds that was met, for instance T213G-1b. */
  rule?: Finding['rule']
  suspicion?: boolean
  basis?: Finding['basis']
  met: Met
  matters: readonly { id: string; kind: string; agency: string }[]
  /** To be discussed collectively (PROC 60). */
  collective: boolean
  /** Outcome of the collective discussion. */
  discussed?: Outcome
  notice?: Notice
  /** The time for defence is over or waived. */
  waived: boolean
  used: { statement: boolean; hearing: boolean }
  noIntentProven: boolean
  hearing: Hearing
  /** A public notice that is running. */
  publicNotice?: { of: 'notice' | 'decision'; notice?: Notice; service?: Service }
  decision?: Decision
  decidedOn?: string
  debt: Debt
  /** Duties other than money still to be done. */
  duties: readonly string[]
  reminded: boolean
  remediesExpired: boolean
  challenges: readonly Challenge[]
  published: readonly string[]
  withdrawn: boolean
  /** Papers issued and not yet served: event to day of issue. */
  unserved: Readonly<Record<string, string>>
  /** The state that the criminal transfer interrupted. */
  left?: CaseState
  criminal: Criminal
  /** A court has fined the act. */
  fineBarred: boolean
}

export const noFacts: CaseFacts = {
  agency: '',
  leads: [],
  measures: [],
  subject: { name: '' },
  told: false,
  ip: '',
  act: '',
  approver: '',
  transferred: false,
  officers: [],
  investigators: [],
  examiners: [],
  tests: {},
  testNames: [],
  round: 1,
  met: {},
  matters: [],
  collective: false,
  waived: false,
  used: { statement: false, hearing: false },
  noIntentProven: false,
  hearing: NO_HEARING,
  debt: { fine: 0, principal: 0, surcharge: 0, surchargePaid: 0 },
  duties: [],
  reminded: false,
  remediesExpired: false,
  challenges: [],
  published: [],
  withdrawn: false,
  unserved: {},
  criminal: { fine: 0, awaited: {} },
  fineBarred: false,
}

export const plus = <T>(list: readonly T[], ...more: readonly T[]): T[] => [...new Set([...list, ...more])]

export const without = <T>(list: readonly T[], ...gone: readonly T[]): T[] => list.filter((one) => !gone.includes(one))
