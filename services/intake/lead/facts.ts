import type { lead, subject } from '#contracts'
import type { Made, Subject } from '#kernel'
import type { Met } from '../threshold.js'
import type { IdentityAsked } from './identity.js'

type Received = Made<typeof lead.LeadReceived>['data']

export interface Commission {
  test: string
  kind: string
  measure?: string
  open: boolean
}

export interface LeadFacts {
  channel: string
  /** The intake unit that registered it. */
  registrar: string
  /** Who has it in hand. */
  holder: string
  /** Whether the registrar itself handles it. */
  handler: boolean
  complaint: boolean
  subject: Subject
  ip?: string
  receivedOn: string | null
  named: boolean
  /** Pseudonym. */
  reporter?: string
  /** Two persons are about to see who reported. */
  identity?: IdentityAsked
  earlier?: Received['earlier']
  source?: Received['source']
  act?: string
  clue?: string
  split: boolean
  /** Natural persons who investigated. */
  officers: readonly string[]
  tests: readonly Commission[]
  evidence: readonly string[]
  /** Measures whose goods are registered, sealed or seized, and all there ever were. */
  openMeasures: readonly string[]
  measures: readonly string[]
  /** Counts up when a transfer to the police has ended. */
  round: number
  met: Met
  linked: readonly subject.Matter[]
  superior?: string
  case?: string
  transferredTo?: string
  outcome?: string
  /** Who has been told of how it ended: types of the events. */
  told: readonly string[]
}

export const noFacts: LeadFacts = {
  channel: '',
  registrar: '',
  holder: '',
  handler: false,
  complaint: false,
  subject: { name: '' },
  receivedOn: null,
  named: false,
  split: false,
  officers: [],
  tests: [],
  evidence: [],
  openMeasures: [],
  measures: [],
  round: 1,
  met: {},
  linked: [],
  told: [],
}
