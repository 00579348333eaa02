import { record, soughtBy, type Made } from '#kernel'
import { metWith } from '../threshold.js'
import * as events from './events.js'
import { noFacts, type LeadFacts } from './facts.js'

const also = <T>(list: readonly T[], ...more: readonly T[]): T[] => [...new Set([...list, ...more])]

const paused = (facts: LeadFacts, received: string): 'VERIFY_PAUSED' | 'VERIFYING' =>
  facts.tests.some(({ test, open }) => open && test !== received) ? 'VERIFY_PAUSED' : 'VERIFYING'

const received = (data: Made<typeof events.LeadReceived>['data']): Partial<LeadFacts> => {
  const { agency, channel, handler, complaint, subject, ip, receivedOn, named, reporter, earlier, source, act } = data
  return {
    ...{ registrar: agency, holder: agency, channel, handler, complaint, subject, ip, receivedOn, named },
    ...{ reporter, earlier, source, act },
  }
}

/** Of one outcome everyone is told once. */
const tells =
  (type: string) =>
  (_: unknown, { told }: LeadFacts) => ({ told: also(told, type) })

/** 线索: from the first report or discovery to filing, declining, or whoever else is to handle it (rulebook 11.1). */
export const lead = record({
  service: 'intake',
  name: 'lead',
  title: { zh: '线索', en: 'Lead' },
  states: {
    RECEIVED: { zh: '已登记', en: 'Received' },
    CLASSIFIED: { zh: '已分类', en: 'Classified' },
    DISPATCHED: { zh: '已分送', en: 'Dispatched' },
    RETURNED: { zh: '已退回', en: 'Returned to the intake unit' },
    VERIFYING: { zh: '核查中', en: 'Being verified' },
    VERIFY_PAUSED: { zh: '核查中（等待检验鉴定）', en: 'Verification waits for a test' },
    FILED: { zh: '已立案', en: 'Filed', final: true },
    NOT_FILED: { zh: '不予立案', en: 'Not filed', final: true },
    REDIRECTED: { zh: '已告知另行举报', en: 'Reporter redirected', final: true },
    CLOSED_DUPLICATE: { zh: '重复举报，已终结', en: 'Closed as a duplicate', final: true },
    TRANSFERRED_OTHER: { zh: '已移送其他部门', en: 'Transferred to another department', final: true },
    MERGED: { zh: '已并案', en: 'Merged', final: true },
    COMPLAINT_ACCEPTED: { zh: '投诉已受理', en: 'Complaint accepted' },
    COMPLAINT_REJECTED: { zh: '投诉不予受理', en: 'Complaint rejected', final: true },
    SETTLED: { zh: '调解成功', en: 'Settled', final: true },
    MEDIATION_TERMINATED: { zh: '终止调解', en: 'Mediation terminated', final: true },
  },
  facts: noFacts,
  events: Object.values(events).filter((made) => typeof made === 'function'),
  roles: {
    holder: (facts) => facts.holder || undefined,
    registrar: (facts) => facts.registrar || undefined,
  },
  evolve: {
    LeadReceived: { to: 'RECEIVED', set: received },
    ClueDescribed: { set: ({ clue }) => ({ clue }) },
    MixedMaterialSplit: { set: () => ({ split: true }) },
    LeadClassified: { to: 'CLASSIFIED', set: ({ subject, ip }) => ({ subject, ip }) },
    LeadDispatched: { to: 'DISPATCHED', set: ({ to, receivedOn }) => ({ holder: to, receivedOn }) },
    LeadReturned: { to: 'RETURNED', set: (_, { registrar }) => ({ holder: registrar }) },
    ReporterRedirected: { to: 'REDIRECTED', set: ({ to }) => ({ outcome: to }) },
    VerificationStarted: {
      to: 'VERIFYING',
      set: ({ officers }, facts) => ({ officers: also(facts.officers, ...officers) }),
    },
    EvidenceCollected: {
      set: ({ items, present }, facts) => ({
        evidence: also(facts.evidence, ...items),
        officers: also(facts.officers, ...present),
      }),
    },
    TestCommissioned: {
      to: 'VERIFY_PAUSED',
      set: ({ test, kind, measure }, { tests }) => ({ tests: [...tests, { test, kind, measure, open: true }] }),
    },
    TestReceived: {
      to: ['VERIFY_PAUSED', 'VERIFYING'],
      by: ({ test }, facts) => paused(facts, test),
      set: ({ test }, { tests }) => ({
        tests: tests.map((one) => (one.test === test ? { ...one, open: false } : one)),
      }),
    },
    ThresholdEvaluated: {
      set: (finding, facts) => ({
        subject: finding.subject,
        officers: also(facts.officers, ...finding.officers),
        met: metWith(facts.met, finding),
      }),
    },
    VerificationExtended: {},
    ReportMerged: { to: 'MERGED', set: ({ into }) => ({ outcome: into }) },
    RepeatAbsorbed: { set: ({ receivedOn }) => ({ receivedOn }) },
    DuplicateClosed: { to: 'CLOSED_DUPLICATE', set: ({ of }) => ({ outcome: of }) },
    ReportsLinked: { set: ({ matters }, { linked }) => ({ linked: [...linked, ...matters] }) },
    MeasureNoted: {
      set: ({ measure, open }, { openMeasures, measures }) => ({
        measures: also(measures, measure),
        openMeasures: open ? also(openMeasures, measure) : openMeasures.filter((one) => one !== measure),
      }),
    },
    SuspicionAnswered: { set: (_, { round }) => ({ round: round + 1, met: {} }) },
    LeadFiled: { to: 'FILED', set: (data) => ({ case: data.case, told: [] }) },
    FilingDeclined: { to: 'NOT_FILED', set: ({ ground }) => ({ outcome: ground, told: [] }) },
    LeadTransferred: { to: 'TRANSFERRED_OTHER', set: ({ to }) => ({ transferredTo: to, told: [] }) },
    DesignationAsked: { set: ({ superior }) => ({ superior }) },
    PoliceReturned: { set: () => ({ told: [] }) },
    ReporterInformed: { set: tells('ReporterInformed') },
    IdentityAsked: { set: ({ by, reason }) => ({ identity: { by, reason } }) },
    IdentityAgreed: {
      set: ({ by, until }, { identity }) => ({ identity: identity && { ...identity, agreed: { by, until } } }),
    },
    IdentityOpened: { set: () => ({ identity: undefined }) },
    FeedbackSent: { set: tells('FeedbackSent') },
    NoticeReceived: { set: ({ on }) => ({ receivedOn: on }) },
    ComplaintAccepted: 'COMPLAINT_ACCEPTED',
    ComplaintRejected: { to: 'COMPLAINT_REJECTED', set: ({ ground }) => ({ outcome: ground }) },
    ComplaintSettled: 'SETTLED',
    MediationTerminated: { to: 'MEDIATION_TERMINATED', set: ({ ground }) => ({ outcome: ground }) },
    TerminationNotified: { set: tells('TerminationNotified') },
  },
  label: ({ subject }) => `${subject.name}涉嫌侵权线索`,
  search: ({ subject }) => soughtBy([subject]),
})
