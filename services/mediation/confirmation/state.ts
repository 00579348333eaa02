import { partyOf, record, soughtBy, type Subject } from '#kernel'
import * as events from './events.js'

export interface ConfirmationFacts {
  mediation: string
  court: string
  organisation: string
  /** The requester first, then the respondent. */
  parties: readonly Subject[]
  ip: string
  amount: number
  lastPerformanceDay: string | null
  receivedOn: string | undefined
  titleWords: readonly string[]
  /** The court asked for more, so that silence may count as withdrawal. */
  asked: boolean
  ruledOn: string | undefined
  servedOn: string | null
  objected: boolean
  remaining: number | undefined
  enforced: readonly number[]
  /** A new mediation follows (11.10 ReMediate). */
  reopened: boolean
}

const noFacts: ConfirmationFacts = {
  mediation: '',
  court: '',
  organisation: '',
  parties: [],
  ip: '',
  amount: 0,
  lastPerformanceDay: null,
  receivedOn: undefined,
  titleWords: [],
  asked: false,
  ruledOn: undefined,
  servedOn: null,
  objected: false,
  remaining: undefined,
  enforced: [],
  reopened: false,
}

const STANDING = ['CONFIRMED', 'PERFORMING', 'ENFORCING', 'PERFORMED'] as const

/** 司法确认 (rulebook 11.10). */
export const confirmation = record({
  service: 'mediation',
  name: 'confirmation',
  title: { zh: '司法确认', en: 'Judicial confirmation' },
  states: {
    APPLIED: { zh: '已申请', en: 'Applied' },
    ACCEPTED: { zh: '已受理', en: 'Accepted' },
    REFUSED: { zh: '不予受理', en: 'Refused', final: true },
    REVIEWING: { zh: '审查中', en: 'Reviewing' },
    CONFIRMED: { zh: '已确认', en: 'Confirmed' },
    REJECTED: { zh: '已驳回', en: 'Rejected', final: true },
    WITHDRAWN: { zh: '已撤回', en: 'Withdrawn', final: true },
    PERFORMING: { zh: '履行中', en: 'Performing' },
    ENFORCING: { zh: '执行中', en: 'Enforcing' },
    PERFORMED: { zh: '履行完毕', en: 'Performed', final: true },
    REVOKED: { zh: '已撤销', en: 'Revoked', final: true },
  },
  facts: noFacts,
  events: Object.values(events),
  evolve: {
    ConfirmationApplied: { to: 'APPLIED', set: (data) => data },
    Accepted: 'ACCEPTED',
    Refused: { to: 'REFUSED', set: ({ servedOn }) => ({ servedOn: servedOn ?? null }) },
    MoreAsked: { to: 'REVIEWING', set: () => ({ asked: true }) },
    ReviewExtended: {},
    ConfirmationWithdrawn: 'WITHDRAWN',
    Confirmed: { to: 'CONFIRMED', set: ({ ruledOn, servedOn }) => ({ ruledOn, servedOn: servedOn ?? null }) },
    Rejected: { to: 'REJECTED', set: ({ ruledOn, servedOn }) => ({ ruledOn, servedOn: servedOn ?? null }) },
    NoticeReceived: { set: ({ on }) => ({ servedOn: on }) },
    Objected: { set: () => ({ objected: true }) },
    ObjectionDecided: {
      to: [...STANDING, 'REVOKED'],
      by: ({ upheld }, _, { state }) => (upheld ? 'REVOKED' : state || 'CONFIRMED'),
      set: () => ({ objected: false }),
    },
    PerformanceRecorded: {
      to: ['PERFORMING', 'PERFORMED'],
      by: ({ all }) => (all ? 'PERFORMED' : 'PERFORMING'),
      set: ({ remaining }) => ({ remaining }),
    },
    EnforcementApplied: {
      to: 'ENFORCING',
      set: ({ instalment }, { enforced }) => ({ enforced: [...enforced, instalment] }),
    },
    NewMediationOpened: { set: () => ({ reopened: true }) },
  },
  overlays: { OBJECTED: ({ objected }) => objected },
  reads: { thirdParty: 'CLK-JC-OBJ-3RD' },
  roles: {
    holder: ({ court }) => court,
    organisation: ({ organisation }) => organisation,
    parties: ({ parties }) => parties.flatMap((one) => partyOf(one) ?? []),
  },
  label: ({ parties }) => `司法确认：${parties.map((one) => one.name).join('与')}`,
  search: ({ parties }) => soughtBy(parties),
})
