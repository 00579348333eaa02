import { dayOf, partyOf, record, soughtBy } from '#kernel'
import { completed } from '../form.js'
import { metWith } from '../threshold.js'
import { debtOf, paid } from './debt.js'
import * as events from './events.js'
import {
  NO_HEARING,
  noFacts,
  plus,
  without,
  type CaseFacts,
  type Challenge,
  type Notice,
  type Service,
} from './facts.js'
import { BEFORE_DECIDED, STATES } from './states.js'

const noticeIn = ({ fine, confiscation, kinds, hearingOffered, listing }: Notice): Notice => ({
  fine,
  confiscation,
  kinds,
  hearingOffered,
  listing,
})

const noticeServed = (notice: Notice): Partial<CaseFacts> => ({
  notice: noticeIn(notice),
  waived: false,
  used: noFacts.used,
  hearing: NO_HEARING,
  discussed: undefined,
  publicNotice: undefined,
})

const decisionServed = ({ fine }: Pick<Service, 'fine'>, facts: CaseFacts): Partial<CaseFacts> => ({
  debt: debtOf(fine),
  duties: facts.decision?.duties ?? [],
  publicNotice: undefined,
})

const unserved = (of: string, servedOn: string | null, facts: CaseFacts, at: string): Partial<CaseFacts> =>
  servedOn === null ? { unserved: { ...facts.unserved, [of]: dayOf(at) } } : {}

/** A public notice that ends while the case is with the police changes the state that the case comes back to. */
const publicNoticeEnds = (facts: CaseFacts): Partial<CaseFacts> => {
  const { notice, service } = facts.publicNotice ?? {}
  if (service) return decisionServed(service, facts)
  return { ...(notice && noticeServed(notice)), ...(facts.left === 'REVIEWED' && { left: 'NOTICE_SERVED' as const }) }
}

const endOf = (challenges: readonly Challenge[], kind: string, result: 'upheld' | 'revoked', to: string): Challenge[] =>
  challenges.map((one) => (one.kind === kind && one.to === undefined ? { ...one, to, result } : one))

const paying = (facts: CaseFacts, amount: number, surcharge: number, on: string): Partial<CaseFacts> => ({
  debt: paid({ ...facts.debt, surcharge, reckonedTo: on }, amount),
})

const omit = <T>(table: Readonly<Record<string, T>>, key: string): Record<string, T> =>
  Object.fromEntries(Object.entries(table).filter(([name]) => name !== key))

export const administrativeCase = record({
  service: 'intake',
  name: 'administrative-case',
  title: { zh: '行政处罚案件', en: 'Administrative penalty case' },
  states: STATES,
  facts: noFacts,
  events: Object.values(events),
  evolve: {
    CaseFiled: { to: 'FILED', set: (filed) => ({ ...filed, told: filed.measures.length > 0 }) },
    PartyCompleted: { set: (more, { subject }) => ({ subject: completed(subject, more) }) },
    OfficersAssigned: {
      set: ({ officers }, facts) => ({ officers, investigators: plus(facts.investigators, ...officers) }),
    },
    EvidenceCollected: {
      to: 'INVESTIGATING',
      set: ({ present }, facts) => ({ told: true, investigators: plus(facts.investigators, ...present) }),
    },
    ThresholdEvaluated: {
      set: ({ officers, ruleSet, metrics, flags, result, suspicion, basis, ...finding }, facts) => ({
        ...{ ruleSet, metrics, flags, result, suspicion, basis },
        rule: finding.rule,
        offence: finding.offence ?? facts.offence,
        met: metWith(facts.met, { ...finding, result }),
        investigators: plus(facts.investigators, ...officers),
      }),
    },
    TestCommissioned: {
      set: ({ test, kind, measure }, facts) => ({
        tests: { ...facts.tests, [test]: { kind, ...(measure && { measure }) } },
        testNames: plus(facts.testNames, test),
      }),
    },
    TestReceived: { set: ({ test }, facts) => ({ tests: omit(facts.tests, test) }) },
    RefundOrdered: {},
    AssistanceRequested: {},
    CaseSuspended: 'SUSPENDED',
    CaseResumed: 'INVESTIGATING',
    CaseExtended: {},
    CaseExtendedCollectively: {},
    CaseTransferred: 'JURISDICTION_TRANSFERRED',
    CaseTerminated: 'TERMINATED',
    InvestigationClosed: 'INVESTIGATION_CLOSED',
    ReviewSubmitted: 'UNDER_REVIEW',
    ReviewFinished: {
      to: 'REVIEWED',
      set: ({ collective }, facts, { actor }) => ({ collective, examiners: plus(facts.examiners, actor.person) }),
    },
    ReviewReturned: {
      to: 'REVIEW_RETURNED',
      set: (_, facts, { actor }) => ({ examiners: plus(facts.examiners, actor.person) }),
    },
    ReviewExtended: {},
    PenaltyNoticeServed: {
      to: 'NOTICE_SERVED',
      set: (notice, facts, { at }) => ({
        ...{ told: true, ...noticeServed(notice) },
        ...unserved('PenaltyNoticeServed', notice.servedOn, facts, at),
      }),
    },
    PublicNoticeStarted: { set: (publicNotice) => ({ told: true, publicNotice }) },
    PublicNoticeEnded: {
      to: ['NOTICE_SERVED', 'SERVED', 'CRIMINAL_TRANSFERRED', 'REVOKED'],
      by: (_, __, { state }) =>
        state === 'REVIEWED' ? 'NOTICE_SERVED' : state === 'DECIDED' ? 'SERVED' : (state as 'REVOKED'),
      set: (_, facts) => publicNoticeEnds(facts),
    },
    DefenceReceived: {
      set: ({ noIntentProven }, facts) => ({
        used: { ...facts.used, statement: true },
        noIntentProven: facts.noIntentProven || noIntentProven,
      }),
    },
    RightsWaived: { set: () => ({ waived: true }) },
    HearingRequested: { to: 'HEARING_PENDING', set: (_, { used }) => ({ used: { ...used, hearing: true } }) },
    HearingScheduled: {
      set: ({ day, host }, facts) => ({
        hearing: { ...facts.hearing, day, host, notified: false },
        examiners: plus(facts.examiners, host),
      }),
    },
    HearingNoticeServed: { set: (_, { hearing }) => ({ hearing: { ...hearing, notified: true } }) },
    HearingHeld: {
      to: 'HEARING_DONE',
      set: ({ noIntentProven }, facts) => ({
        hearing: { ...facts.hearing, held: true },
        noIntentProven: facts.noIntentProven || noIntentProven,
      }),
    },
    HearingEnded: 'HEARING_DONE',
    HearingReported: { set: (_, { hearing }) => ({ hearing: { ...hearing, reported: true } }) },
    LegalityReviewed: {
      set: (_, { hearing, examiners }, { actor }) => ({
        hearing: { ...hearing, reviewed: true },
        examiners: plus(examiners, actor.person),
      }),
    },
    InvestigationReopened: {
      to: 'INVESTIGATING',
      set: (_, { unserved: open }) => ({
        ...{ notice: undefined, waived: false, used: noFacts.used, hearing: NO_HEARING },
        unserved: omit(open, 'PenaltyNoticeServed'),
      }),
    },
    CollectivelyDiscussed: { to: 'DECISION_READY', set: ({ outcome }) => ({ discussed: outcome }) },
    DecisionMade: { to: 'DECIDED', set: (decision, _, { at }) => ({ decision, decidedOn: dayOf(at) }) },
    DecisionServed: {
      to: 'SERVED',
      set: (service, facts, { at }) => ({
        ...{ told: true, ...decisionServed(service, facts) },
        ...unserved('DecisionServed', service.servedOn, facts, at),
      }),
    },
    Published: { set: ({ where }, { published }) => ({ published: plus(published, where) }) },
    FinePaid: {
      to: ['PERFORMING', 'ENFORCING'],
      by: (_, __, { state }) => (state === 'ENFORCING' ? 'ENFORCING' : 'PERFORMING'),
      set: ({ amount, surcharge }, facts, { at }) => paying(facts, amount, surcharge, dayOf(at)),
    },
    DutyPerformed: {
      to: ['PERFORMING', 'ENFORCING'],
      by: (_, __, { state }) => (state === 'ENFORCING' ? 'ENFORCING' : 'PERFORMING'),
      set: ({ duty }, { duties }) => ({ duties: without(duties, duty) }),
    },
    DecisionPerformed: {},
    PaymentDeferred: 'PERFORMING',
    ReminderServed: {
      set: ({ servedOn }, facts, { at }) => ({ reminded: true, ...unserved('ReminderServed', servedOn, facts, at) }),
    },
    RemediesExpired: { set: () => ({ remediesExpired: true }) },
    EnforcementApplied: 'ENFORCING',
    EnforcementEnded: {},
    Challenged: {
      set: ({ kind }, { challenges }, { at }) => ({ challenges: [...challenges, { kind, from: dayOf(at) }] }),
    },
    ChallengeEnded: {
      set: ({ kind, result }, { challenges }, { at }) => ({ challenges: endOf(challenges, kind, result, dayOf(at)) }),
    },
    DecisionRevoked: { to: 'REVOKED', set: () => ({ publicNotice: undefined, unserved: {} }) },
    PublicityWithdrawn: { set: () => ({ withdrawn: true }) },
    CaseClosed: 'CLOSED',
    NoticeReceived: { set: ({ of }, facts) => ({ unserved: omit(facts.unserved, of) }) },
    MeasureLinked: { set: ({ measure }, { measures }) => ({ told: true, measures: plus(measures, measure) }) },
    MattersNoted: { set: ({ matters }) => ({ matters }) },
    CriminalTransferEntered: { to: 'CRIMINAL_TRANSFERRED', set: (_, __, { state }) => ({ left: state || undefined }) },
    CriminalTransferLeft: {
      to: BEFORE_DECIDED,
      by: (_, { left }) => left as (typeof BEFORE_DECIDED)[number],
      set: (_, { criminal }) => ({ left: undefined, criminal: { ...criminal, awaited: {} } }),
    },
    CriminalNewsAwaited: {
      set: ({ of, ...news }, { criminal }) => ({
        criminal: { ...criminal, awaited: { ...criminal.awaited, [of]: news } },
      }),
    },
    CriminalOutcomeRecorded: {
      set: ({ outcome, fine }, { criminal }) => ({
        criminal: { outcome, fine, awaited: omit(criminal.awaited, 'CriminalOutcome') },
      }),
    },
    SuspicionSettled: { set: (_, { round }) => ({ round: round + 1, met: {} }) },
    FineBarred: { set: () => ({ fineBarred: true }) },
    AdminClosedAfterConviction: 'CLOSED_AFTER_CONVICTION',
  },
  reads: { payment: 'CLK-PAY', closing: 'CLK-CLOSE', hearing: 'CLK-HEAR-NOTICE' },
  roles: {
    holder: (facts) => facts.agency,
    /** How a report is handled is kept from the reported party until it is told of the case (R-INT-14, R-ADM-06). */
    respondent: ({ subject, told }) => (told ? partyOf(subject) : undefined),
  },
  auto: {
    RightsWaived: ({ used, notice }) => ({
      statement: !used.statement,
      hearing: Boolean(notice?.hearingOffered) && !used.hearing,
    }),
    PublicNoticeEnded: ({ agency, publicNotice }, { key, due }) => ({
      of: key === 'decision' ? ('decision' as const) : ('notice' as const),
      agency,
      servedOn: due,
      ...(publicNotice?.notice && {
        hearingOffered: publicNotice.notice.hearingOffered,
        listing: publicNotice.notice.listing,
      }),
      ...publicNotice?.service,
    }),
    RemediesExpired: (_, { due }) => ({ expiredOn: due }),
  },
  overlays: {
    CHALLENGED: ({ challenges }) => challenges.some(({ to }) => to === undefined),
  },
  label: ({ subject }) => subject.name,
  search: ({ subject }) => soughtBy([subject]),
})
