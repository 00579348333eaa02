import { dayOf, record, soughtBy, type Day, type EventMeta } from '#kernel'
import * as happened from './events.js'
import { noFacts, type Side, type TransferFacts } from './facts.js'
import { OUTCOME_STATES, STATES } from './states.js'

const turn = (hand: Side): Pick<TransferFacts, 'hand'> => ({ hand })

/** Whom the paper of an event is for. */
const toPolice: readonly string[] = ['ReconRequested', 'ReasonsAsked', 'FilingOrdered']

/** Papers by which the matter comes back to the agency once it has them. */
const bringsBack = (of: string, outcome: string | undefined): boolean =>
  ['PoliceRefused', 'AgencyInformed', 'CaseWithdrawn'].includes(of) ||
  (of === 'CriminalOutcome' && (outcome === 'acquitted' || outcome === 'exempted'))

const onTheWay = (
  of: string,
  servedOn: Day | null,
  facts: TransferFacts,
  meta: EventMeta,
): Pick<TransferFacts, 'unserved'> => ({
  unserved:
    servedOn === null
      ? [...facts.unserved, { of, to: toPolice.includes(of) ? 'police' : 'agency', since: dayOf(meta.at) }]
      : facts.unserved,
})

/** A suspected crime on its way from the agency that found it to the police, the procuratorate and the court (行刑衔接). */
export const transfer = record({
  service: 'routing',
  name: 'transfer',
  title: { zh: '涉嫌犯罪案件移送', en: 'Criminal transfer' },
  states: STATES,
  facts: noFacts,
  events: Object.values(happened),
  evolve: {
    CrimeSuspected: { to: 'SUSPECTED', set: (found) => found },
    FindingsNoted: { set: ({ ruleSet, amounts }) => ({ ruleSet, amounts }) },
    CaseLinked: { set: (data) => ({ case: data.case }) },
    TaskForceFormed: { to: 'TASK_FORCE', set: ({ officers }) => ({ officers }) },
    TransferReportSubmitted: {
      to: 'REPORT_SUBMITTED',
      set: ({ amounts, receivedByHead }, facts, meta) => ({
        amounts,
        author: meta.actor.person,
        ...onTheWay('TransferReportSubmitted', receivedByHead, facts, meta),
      }),
    },
    TransferApproved: 'APPROVED',
    TransferNotApproved: { to: 'NOT_APPROVED', set: () => ({ back: true }) },
    SentToPolice: {
      to: 'SENT',
      set: ({ to, copiedTo, court, missing, missingWhy }) => ({
        police: to,
        prosecutor: copiedTo,
        forum: court,
        missing,
        missingWhy,
        ...turn('police'),
      }),
    },
    TransferReceived: {
      to: 'RECEIVED_BY_POLICE',
      set: ({ ownField, complete }) => ({ ownField, complete, ...turn('police') }),
    },
    SupplementRequested: {
      to: 'SUPPLEMENTING',
      set: ({ what, servedOn }, facts, meta) => ({
        missing: what,
        ...turn('agency'),
        ...onTheWay('SupplementRequested', servedOn, facts, meta),
      }),
    },
    Supplemented: {
      to: 'RECEIVED_BY_POLICE',
      set: ({ titles }, { missing }) => ({
        missing: missing.filter((title) => !titles.includes(title)),
        ...turn('police'),
      }),
    },
    CaseForwarded: {
      to: 'FORWARDED',
      set: ({ to, copiedTo, court }, { police, former }) => ({
        police: to,
        prosecutor: copiedTo,
        forum: court,
        former: police ? [...former, police] : former,
        ...turn('police'),
      }),
    },
    PoliceFiled: {
      to: 'POLICE_FILED',
      set: ({ servedOn }, facts, meta) => ({
        back: false,
        ...turn('agency'),
        ...onTheWay('PoliceFiled', servedOn, { ...facts, unserved: [] }, meta),
      }),
    },
    PoliceRefused: {
      to: 'REFUSED',
      set: ({ servedOn }, facts, meta) => ({
        back: servedOn !== null,
        ...turn('agency'),
        ...onTheWay('PoliceRefused', servedOn, facts, meta),
      }),
    },
    NoticeReceived: {
      set: ({ of }, { unserved, outcome, back }) => ({
        unserved: unserved.filter((paper) => paper.of !== of),
        back: back || bringsBack(of, outcome),
      }),
    },
    ReconRequested: {
      to: 'RECON_REQUESTED',
      set: ({ servedOn }, facts, meta) => ({ ...turn('police'), ...onTheWay('ReconRequested', servedOn, facts, meta) }),
    },
    ReconDecided: {
      to: ['POLICE_FILED', 'RECON_UPHELD'],
      by: ({ filed }) => (filed ? 'POLICE_FILED' : 'RECON_UPHELD'),
      set: ({ filed, servedOn }, facts, meta) => ({
        back: filed ? false : facts.back,
        ...turn('agency'),
        ...onTheWay('ReconDecided', servedOn, { ...facts, unserved: [] }, meta),
      }),
    },
    SupervisionRequested: { to: 'SUPERVISION_REQUESTED', set: () => turn('prosecutor') },
    ReasonsAsked: {
      to: 'EXPLAINING',
      set: ({ servedOn }, facts, meta) => ({
        explained: false,
        ...turn('police'),
        ...onTheWay('ReasonsAsked', servedOn, facts, meta),
      }),
    },
    ReasonsExplained: { set: () => ({ explained: true, ...turn('prosecutor') }) },
    ReasonsUpheld: { to: 'SUPERVISION_REJECTED', set: () => turn('prosecutor') },
    AgencyInformed: {
      set: ({ servedOn }, facts, meta) => ({
        informed: true,
        back: facts.back || servedOn !== null,
        ...turn('agency'),
        ...onTheWay('AgencyInformed', servedOn, facts, meta),
      }),
    },
    FilingOrdered: {
      to: 'ORDERED_TO_FILE',
      set: ({ servedOn }, facts, meta) => ({ ...turn('police'), ...onTheWay('FilingOrdered', servedOn, facts, meta) }),
    },
    HandedOver: {
      to: 'HANDED_OVER',
      set: ({ measures }, { forum }) => ({ measures, court: forum, ...turn('police') }),
    },
    CriminalInvestigationStarted: { to: 'IN_INVESTIGATION', set: () => turn('police') },
    Prosecuted: { to: 'PROSECUTED', set: ({ court }) => ({ court, ...turn('court') }) },
    CaseWithdrawn: {
      to: 'RETURNED_WITHDRAWN',
      set: ({ servedOn }, facts, meta) => ({
        back: servedOn !== null,
        ...turn('agency'),
        ...onTheWay('CaseWithdrawn', servedOn, facts, meta),
      }),
    },
    CriminalOutcome: {
      to: ['CONVICTED', 'ACQUITTED', 'NON_PROSECUTION'],
      by: ({ outcome }) => OUTCOME_STATES[outcome],
      set: ({ outcome, servedOn }, facts, meta) => ({
        outcome,
        back: servedOn !== null && bringsBack('CriminalOutcome', outcome),
        ...turn(outcome === 'non-prosecution' ? 'prosecutor' : 'agency'),
        ...onTheWay('CriminalOutcome', servedOn, facts, meta),
      }),
    },
    OpinionReceived: { set: () => ({ back: true }) },
    SuspicionEnded: 'ENDED',
  },
  reads: { decide: 'CLK-PSB-DECIDE', explain: 'CLK-PSB-EXPLAIN' },
  roles: {
    holder: (facts) => facts[facts.hand],
    agency: ({ agency }) => agency,
    police: ({ police }) => police,
    prosecutor: ({ prosecutor }) => prosecutor,
    court: ({ court }) => court,
    former: ({ former }) => former,
  },
  overlays: { BACK_TO_ADMIN: ({ back }) => back },
  label: ({ subject }) => `${subject.name}涉嫌犯罪案件移送`,
  search: ({ subject }) => soughtBy([subject]),
})
