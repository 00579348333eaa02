import type { measure as contract } from '#contracts'
import { partyOf, record, soughtBy, type Made, type Subject } from '#kernel'
import { completed } from '../form.js'
import * as events from './events.js'

export type Goods = Made<typeof contract.MeasureTaken>['data']['goods'][number]

export interface MeasureFacts {
  agency: string
  /** The agency whose head approved, where it is another (FBZ 16). */
  approvedBy?: string
  lead?: string
  case?: string
  subject: Subject
  ip: string
  goods: readonly Goods[]
  urgent: boolean
  reported: boolean
  /** Tests of the goods that are out. */
  tests: readonly string[]
}

const noFacts: MeasureFacts = {
  agency: '',
  subject: { name: '' },
  ip: '',
  goods: [],
  urgent: false,
  reported: false,
  tests: [],
}

/** Where it was opened from: said again by every event that ends it. */
export const originOf = ({ lead, case: id }: MeasureFacts) => ({ ...(lead && { lead }), ...(id && { case: id }) })

const nameOf = ({ name }: Goods): string => name

/** 先行登记保存、查封、扣押: one record from the first day of the goods to their return, confiscation or hand-over (rulebook 11.2a). */
export const measure = record({
  service: 'intake',
  name: 'measure',
  title: { zh: '强制措施', en: 'Coercive measure' },
  states: {
    REGISTERED: { zh: '先行登记保存', en: 'Registered' },
    SEALED: { zh: '查封扣押中', en: 'Sealed or seized' },
    EXPIRED: { zh: '期限届满', en: 'Expired' },
    DISPOSED: { zh: '已处理', en: 'Disposed of', final: true },
    RELEASED: { zh: '自动解除', en: 'Released', final: true },
    LIFTED: { zh: '已解除', en: 'Lifted', final: true },
  },
  facts: noFacts,
  events: Object.values(events),
  evolve: {
    EvidenceRegistered: { to: 'REGISTERED', set: (taken) => taken },
    MeasureTaken: { to: 'SEALED', set: ({ kind: _, ...taken }) => taken },
    PartyCompleted: { set: (more, { subject }) => ({ subject: completed(subject, more) }) },
    UrgentMeasureReported: { set: () => ({ reported: true }) },
    TestCommissioned: { set: ({ test }, { tests }) => ({ tests: [...tests, test] }) },
    TestReceived: { set: ({ test }, { tests }) => ({ tests: tests.filter((open) => open !== test) }) },
    MeasureExtended: {},
    CaseLinked: { set: ({ case: id, agency }, facts) => ({ case: id, agency: agency ?? facts.agency }) },
    PreservedDisposed: 'DISPOSED',
    PreservationReleased: 'RELEASED',
    MeasureExpired: 'EXPIRED',
    MeasureLifted: 'LIFTED',
  },
  roles: {
    holder: (facts) => facts.agency,
    approver: (facts) => facts.approvedBy,
    respondent: (facts) => partyOf(facts.subject),
  },
  auto: {
    PreservationReleased: originOf,
    MeasureExpired: originOf,
  },
  label: ({ subject, goods }) => `${subject.name}：${goods[0]?.name ?? ''}${goods.length > 1 ? '等' : ''}`,
  search: ({ subject, goods }) => soughtBy([subject], goods.map(nameOf)),
})
