import { partyOf, record, soughtBy, type Subject } from '#kernel'
import type { PublicityClass } from './classes.js'
import * as events from './events.js'

export interface PublicityFacts {
  case: string
  agency: string
  subject: Subject | undefined
  class: PublicityClass
  determinedOn: string | undefined
  /** Systems that show it, with the day. */
  places: Readonly<Record<string, string>>
  performed: boolean
  /** Nobody shows it any more. */
  stopped: boolean
  platform: string | undefined
  provider: string | undefined
  tests: readonly string[]
  /** The check of an objection did not end in time: not shown until it does. */
  suspended: boolean
}

const noFacts: PublicityFacts = {
  case: '',
  agency: '',
  subject: undefined,
  class: 'ordinary',
  determinedOn: undefined,
  places: {},
  performed: false,
  stopped: false,
  platform: undefined,
  provider: undefined,
  tests: [],
  suspended: false,
}

/** The penalty is shown: repair and objection are open, also after an earlier one was refused or dismissed. */
export const SHOWN = ['PUBLISHED', 'REPAIR_REFUSED', 'DISMISSED'] as const
/** An objection is open. */
export const CONTESTED = ['MARKED', 'CHECKING'] as const
/** Inputs of the system mean nothing any more. */
const OVER = ['REPAIRED', 'UPHELD', 'ENDED', 'WITHDRAWN'] as const
export const isOver = (state: string): boolean => OVER.some((one) => one === state)

/** 处罚信息公示 (rulebook 11.12): term, repair, objection. Reactions find it by the id of its case. */
export const publicity = record({
  service: 'credit',
  name: 'publicity',
  title: { zh: '处罚信息公示', en: 'Penalty publicity' },
  states: {
    PUBLISHED: { zh: '公示中', en: 'Published' },
    REPAIR_APPLIED: { zh: '申请修复', en: 'Repair applied for' },
    ACCEPTED: { zh: '已受理修复', en: 'Repair accepted' },
    REPAIRED: { zh: '已修复', en: 'Repaired', final: true },
    REPAIR_REFUSED: { zh: '不予修复', en: 'Repair refused', final: true },
    MARKED: { zh: '标注异议', en: 'Marked as contested' },
    CHECKING: { zh: '核查中', en: 'Checking' },
    UPHELD: { zh: '异议成立', en: 'Objection upheld', final: true },
    DISMISSED: { zh: '异议不成立', en: 'Objection dismissed', final: true },
    ENDED: { zh: '公示期满', en: 'Term ended', final: true },
    WITHDRAWN: { zh: '已撤下', en: 'Withdrawn', final: true },
  },
  facts: noFacts,
  events: Object.values(events),
  evolve: {
    PublicityOpened: { to: 'PUBLISHED', set: ({ where, on, ...about }) => ({ ...about, places: { [where]: on } }) },
    PlacePublished: { set: ({ where, on }, { places }) => ({ places: { ...places, [where]: on } }) },
    PenaltyPerformed: { set: () => ({ performed: true }) },
    RepairApplied: 'REPAIR_APPLIED',
    RepairAccepted: 'ACCEPTED',
    RepairExtended: {},
    Repaired: 'REPAIRED',
    RepairRefused: 'REPAIR_REFUSED',
    PublicityStopped: { set: () => ({ stopped: true }) },
    ObjectionFiled: { to: 'MARKED', set: ({ platform }) => ({ platform, provider: undefined }) },
    ProviderAsked: { to: 'CHECKING', set: ({ of }) => ({ provider: of }) },
    ProviderAnswered: {},
    TestCommissioned: { set: ({ test }, { tests }) => ({ tests: [...tests, test] }) },
    TestReceived: { set: ({ test }, { tests }) => ({ tests: tests.filter((one) => one !== test) }) },
    ObjectionResolved: {
      to: ['UPHELD', 'DISMISSED'],
      by: ({ upheld }) => (upheld ? 'UPHELD' : 'DISMISSED'),
      set: () => ({ suspended: false }),
    },
    PublicityEnded: {
      to: ['ENDED', 'WITHDRAWN'],
      by: ({ ground }) => (ground === 'term' ? 'ENDED' : 'WITHDRAWN'),
    },
    ClockBreached: { set: (_, __, { state }) => (CONTESTED.some((one) => one === state) ? { suspended: true } : {}) },
  },
  auto: { PublicityEnded: (facts) => ({ case: facts.case, ground: 'term' }) },
  overlays: { SUSPENDED: ({ suspended }) => suspended },
  roles: {
    holder: ({ agency }) => agency,
    respondent: ({ subject }) => partyOf(subject),
    platform: ({ platform }) => platform,
    provider: ({ provider }) => provider,
  },
  label: ({ subject }) => `处罚公示：${subject?.name ?? ''}`,
  search: ({ subject }) => soughtBy([subject]),
})
