import { partyOf, record, soughtBy, type Subject } from '#kernel'
import { type Side } from '../parties.js'
import type { Agreement } from './agreement.js'
import type { DisputeKind, Track } from './disputes.js'
import * as events from './events.js'

export interface MediationFacts {
  organisation: string
  track: Track
  patent: boolean
  ip: string
  dispute: DisputeKind
  requester: Subject | undefined
  respondent: Subject | undefined
  invitedBy: string | undefined
  previous: string | undefined
  /** When the notice to comment reached the respondent; null before. */
  noticedOn: string | null
  /** The period to comment passed in silence. */
  silent: boolean
  sessions: number
  agreement: Agreement | undefined
  /** Fen paid so far. */
  paid: number
  /** One-off duties not yet done. */
  left: readonly string[]
  /** Instalments reported as broken; 0 is a duty other than payment. */
  breaches: readonly number[]
  /** The latest application for confirmation that names this mediation. */
  confirmation: string | undefined
  applications: number
  clues: number
}

const noFacts: MediationFacts = {
  organisation: '',
  track: 'people',
  patent: false,
  ip: '',
  dispute: 'other',
  requester: undefined,
  respondent: undefined,
  invitedBy: undefined,
  previous: undefined,
  noticedOn: null,
  silent: false,
  sessions: 0,
  agreement: undefined,
  paid: 0,
  left: [],
  breaches: [],
  confirmation: undefined,
  applications: 0,
  clues: 0,
}

/** The two sides, requester first. */
export const partiesOf = ({ requester, respondent }: Pick<MediationFacts, Side>): Subject[] =>
  [requester, respondent].filter((one) => one !== undefined)

/** 调解 (rulebook 11.9). */
export const mediation = record({
  service: 'mediation',
  name: 'mediation',
  title: { zh: '调解', en: 'Mediation' },
  states: {
    REQUESTED: { zh: '已请求', en: 'Requested' },
    SERVED: { zh: '已征求意见', en: 'Comment asked' },
    CONSENTED: { zh: '双方同意', en: 'Consented' },
    NOT_FILED: { zh: '不予立案', en: 'Not filed', final: true },
    ACCEPTED: { zh: '已受理', en: 'Accepted' },
    IN_PROGRESS: { zh: '调解中', en: 'In progress' },
    EXTENDED: { zh: '已延期', en: 'Extended' },
    AGREED: { zh: '达成协议', en: 'Agreed' },
    FAILED: { zh: '调解不成', en: 'Failed', final: true },
    WITHDRAWN: { zh: '已撤回', en: 'Withdrawn', final: true },
    PERFORMING: { zh: '履行中', en: 'Performing' },
    PERFORMED: { zh: '履行完毕', en: 'Performed', final: true },
    BREACHED: { zh: '违约', en: 'Breached' },
  },
  facts: noFacts,
  events: Object.values(events).filter((made) => typeof made === 'function'),
  evolve: {
    MediationRequested: { to: 'REQUESTED', set: (data) => data },
    OpinionNoticeServed: { to: 'SERVED', set: ({ servedOn }) => ({ noticedOn: servedOn }) },
    NoticeReceived: { set: ({ on }) => ({ noticedOn: on }) },
    Consented: 'CONSENTED',
    NotFiled: 'NOT_FILED',
    OpinionSilent: { set: () => ({ silent: true }) },
    MediationAccepted: 'ACCEPTED',
    SessionHeld: {
      to: ['IN_PROGRESS', 'EXTENDED'],
      by: (_, __, { state }) => (state === 'EXTENDED' ? 'EXTENDED' : 'IN_PROGRESS'),
      set: (_, { sessions }) => ({ sessions: sessions + 1 }),
    },
    MediationExtended: 'EXTENDED',
    AgreementSigned: { to: 'AGREED', set: ({ signedOn: _, ...agreement }) => ({ agreement, left: agreement.duties }) },
    MediationWithdrawn: 'WITHDRAWN',
    MediationFailed: 'FAILED',
    Performed: {
      to: ['PERFORMING', 'PERFORMED'],
      by: ({ all }) => (all ? 'PERFORMED' : 'PERFORMING'),
      set: ({ amount, left }, { paid }) => ({ paid: paid + amount, left }),
    },
    Breached: { to: 'BREACHED', set: ({ instalment }, { breaches }) => ({ breaches: [...breaches, instalment] }) },
    ConfirmationApplied: {
      set: ({ confirmation }, { applications }) => ({ confirmation, applications: applications + 1 }),
    },
    ClueFound: { set: (_, { clues }) => ({ clues: clues + 1 }) },
  },
  reads: { application: 'CLK-JC-APPLY' },
  roles: {
    holder: ({ organisation }) => organisation,
    requester: ({ requester }) => partyOf(requester),
    respondent: ({ respondent }) => partyOf(respondent),
    parties: (facts) => partiesOf(facts).flatMap((one) => partyOf(one) ?? []),
  },
  auto: {
    OpinionSilent: (_, { due }) => ({ expiredOn: due }),
    MediationFailed: () => ({ ground: 'lapse' as const }),
  },
  autoMakes: { MediationFailed: '调解终止记录' },
  label: ({ requester, respondent }) => `调解：${requester?.name ?? ''}与${respondent?.name ?? ''}`,
  search: ({ requester, respondent }) => soughtBy([requester, respondent]),
})
