import { partyOf, record, soughtBy, type Subject } from '#kernel'
import * as events from './events.js'

export interface ListingFacts {
  case: string
  agency: string
  subject: Subject | undefined
  conduct: string
  /** The penalty notice that stands says that listing is intended. */
  noticed: boolean
  noIntent: boolean
  /** The bureau asked for consent. */
  asked: string | undefined
  consented: boolean
  /** The heavier penalty: its day and who decided it. */
  penalty: { on: string; decider: string } | undefined
  performed: boolean
  listedOn: string | undefined
  servedOn: string | null
  /** It stands in public now. */
  published: boolean
  /** It stood in public when it was revoked. */
  toWithdraw: boolean
  platform: string | undefined
  provider: string | undefined
  /** Tests that are out. */
  tests: readonly string[]
  accepted: boolean
  stopped: boolean
}

const noFacts: ListingFacts = {
  case: '',
  agency: '',
  subject: undefined,
  conduct: '',
  noticed: false,
  noIntent: false,
  asked: undefined,
  consented: false,
  penalty: undefined,
  performed: false,
  listedOn: undefined,
  servedOn: null,
  published: false,
  toWithdraw: false,
  platform: undefined,
  provider: undefined,
  tests: [],
  accepted: false,
  stopped: false,
}

/** Before the listing is decided: what the system learns then may still drop it. */
export const BEFORE = ['CANDIDATE', 'NOTICE_INCLUDED', 'CONSENT_ASKED', 'CONSENTED'] as const
export const isBefore = (state: string): boolean => BEFORE.some((one) => one === state)

const CLOSED = ['CONSENT_REFUSED', 'DROPPED', 'REVOKED', 'AUTO_REMOVED'] as const
export const isClosed = (state: string): boolean => CLOSED.some((one) => one === state)

/** 严重违法失信名单 (rulebook 11.11). Reactions find it by the id of its case. */
export const listing = record({
  service: 'credit',
  name: 'listing',
  title: { zh: '严重违法失信名单', en: 'Credit listing' },
  states: {
    CANDIDATE: { zh: '拟列入', en: 'Candidate' },
    NOTICE_INCLUDED: { zh: '已告知', en: 'Notice included' },
    CONSENT_ASKED: { zh: '已请示', en: 'Consent asked' },
    CONSENTED: { zh: '上级同意', en: 'Consented' },
    CONSENT_REFUSED: { zh: '上级不同意', en: 'Consent refused', final: true },
    LISTED: { zh: '已列入', en: 'Listed' },
    PUBLISHED: { zh: '已公示', en: 'Published' },
    OBJECTED: { zh: '异议中', en: 'Objected' },
    EARLY_APPLIED: { zh: '申请提前移出', en: 'Early removal applied for' },
    REMOVED_EARLY: { zh: '提前移出', en: 'Removed early' },
    EARLY_REFUSED: { zh: '不予提前移出', en: 'Early removal refused' },
    RESTORED: { zh: '恢复列入', en: 'Restored' },
    AUTO_REMOVED: { zh: '期满移出', en: 'Removed on expiry', final: true },
    REVOKED: { zh: '撤销列入', en: 'Revoked', final: true },
    DROPPED: { zh: '不再列入', en: 'Dropped', final: true },
  },
  facts: noFacts,
  events: Object.values(events).filter((made) => typeof made === 'function'),
  evolve: {
    ListingNominated: { to: 'CANDIDATE', set: (data) => data },
    ListingNotified: { to: 'NOTICE_INCLUDED', set: () => ({ noticed: true }) },
    ListingNoticeReplaced: { to: 'CANDIDATE', set: () => ({ noticed: false, asked: undefined, consented: false }) },
    NoIntentProven: { set: () => ({ noIntent: true }) },
    ConsentAsked: { to: 'CONSENT_ASKED', set: ({ of }) => ({ asked: of }) },
    ConsentGiven: { to: 'CONSENTED', set: () => ({ consented: true }) },
    ConsentRefused: 'CONSENT_REFUSED',
    HeavyPenaltyDecided: { set: ({ on, decider }) => ({ penalty: { on, decider } }) },
    PenaltyPerformed: { set: () => ({ performed: true }) },
    Listed: { to: 'LISTED', set: ({ date, servedOn }) => ({ listedOn: date, servedOn: servedOn ?? null }) },
    ListingDropped: 'DROPPED',
    ListingPublished: { to: 'PUBLISHED', set: () => ({ published: true }) },
    ObjectionFiled: { to: 'OBJECTED', set: ({ platform }) => ({ platform, provider: undefined }) },
    ProviderAsked: { set: ({ of }) => ({ provider: of }) },
    ProviderAnswered: {},
    TestCommissioned: { set: ({ test }, { tests }) => ({ tests: [...tests, test] }) },
    TestReceived: { set: ({ test }, { tests }) => ({ tests: tests.filter((one) => one !== test) }) },
    ObjectionResolved: 'PUBLISHED',
    ListingRevoked: { to: 'REVOKED', set: ({ published }) => ({ toWithdraw: published }) },
    PublicityWithdrawn: { set: () => ({ published: false, toWithdraw: false }) },
    EarlyApplied: { to: 'EARLY_APPLIED', set: () => ({ accepted: false }) },
    EarlyAccepted: { set: () => ({ accepted: true }) },
    EarlyDecided: {
      to: ['REMOVED_EARLY', 'EARLY_REFUSED'],
      by: ({ approved }) => (approved ? 'REMOVED_EARLY' : 'EARLY_REFUSED'),
      set: () => ({ stopped: false }),
    },
    MeasuresStopped: { set: () => ({ stopped: true, published: false }) },
    ListingRestored: { to: 'RESTORED', set: ({ date }) => ({ listedOn: date, published: false }) },
    ListingExpired: { to: 'AUTO_REMOVED', set: (_, { published }) => ({ toWithdraw: published }) },
    NoticeReceived: { set: ({ on }) => ({ servedOn: on }) },
  },
  roles: {
    holder: ({ agency }) => agency,
    consenter: ({ asked }) => asked,
    /** From the notice on; what is only intended is nobody's to know but the agencies'. */
    respondent: ({ subject, noticed }) => (noticed ? partyOf(subject) : undefined),
    platform: ({ platform }) => platform,
    provider: ({ provider }) => provider,
  },
  autoMakes: { ListingExpired: '移出决定书' },
  label: ({ subject }) => `失信名单：${subject?.name ?? ''}`,
  search: ({ subject }) => soughtBy([subject]),
})
