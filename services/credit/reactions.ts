import { CASE, administrativeCase } from '#contracts'
import { dayOf, reaction, type Received } from '#kernel'
import { fallWithPenalty } from './listing/steps/fall-with-penalty.js'
import { includeNotice } from './listing/steps/include-notice.js'
import { noteDecision } from './listing/steps/note-decision.js'
import { noteDefence } from './listing/steps/note-defence.js'
import { notePerformance } from './listing/steps/note-performance.js'
import { fallWithPenalty as takeDown } from './publicity/steps/fall-with-penalty.js'
import { notePerformance as noteInPublicity } from './publicity/steps/note-performance.js'
import { takePublication } from './publicity/steps/take-publication.js'

/** Listing and publicity of a case bear its id as their key. */
const ofCase = ({ record }: Received) => ({ key: record })

type Decision = ReturnType<typeof administrativeCase.DecisionMade>['data']

const outcomeOf = ({ outcome, heavy }: Decision) => {
  if (outcome === 'penalise') return heavy ? 'heavy' : 'light-penalty'
  return outcome === 'transfer-judicial' || outcome === 'transfer-department' ? 'transfer' : 'no-penalty'
}

const listing = [
  reaction({
    name: 'listing-in-penalty-notice',
    on: [CASE, administrativeCase.PenaltyNoticeServed],
    step: includeNotice,
    to: (event) => ({ target: ofCase(event), input: { agency: event.data.agency, listing: event.data.listing } }),
  }),
  reaction({
    name: 'listing-in-public-notice',
    on: [CASE, administrativeCase.PublicNoticeEnded],
    step: includeNotice,
    to: (event) =>
      event.data.of === 'notice'
        ? { target: ofCase(event), input: { agency: event.data.agency, listing: event.data.listing ?? false } }
        : undefined,
  }),
  reaction({
    name: 'listing-learns-of-defence',
    on: [CASE, administrativeCase.DefenceReceived],
    step: noteDefence,
    to: (event) => ({ target: ofCase(event), input: { noIntentProven: event.data.noIntentProven } }),
  }),
  reaction({
    name: 'listing-learns-of-hearing',
    on: [CASE, administrativeCase.HearingHeld],
    step: noteDefence,
    to: (event) => ({ target: ofCase(event), input: { noIntentProven: event.data.noIntentProven } }),
  }),
  reaction({
    name: 'listing-learns-of-decision',
    on: [CASE, administrativeCase.DecisionMade],
    step: noteDecision,
    to: (event) => ({
      target: ofCase(event),
      input: { outcome: outcomeOf(event.data), on: dayOf(event.at), decider: event.data.decider },
    }),
  }),
  reaction({
    name: 'listing-learns-of-termination',
    on: [CASE, administrativeCase.CaseTerminated],
    step: noteDecision,
    to: (event) => ({ target: ofCase(event), input: { outcome: 'no-penalty', on: dayOf(event.at) } }),
  }),
  reaction({
    name: 'listing-learns-of-other-jurisdiction',
    on: [CASE, administrativeCase.CaseTransferred],
    step: noteDecision,
    to: (event) => ({ target: ofCase(event), input: { outcome: 'transfer', on: dayOf(event.at) } }),
  }),
  reaction({
    name: 'listing-learns-of-conviction',
    on: [CASE, administrativeCase.AdminClosedAfterConviction],
    step: noteDecision,
    to: (event) => ({ target: ofCase(event), input: { outcome: 'transfer', on: dayOf(event.at) } }),
  }),
  reaction({
    name: 'listing-learns-of-performance',
    on: [CASE, administrativeCase.DecisionPerformed],
    step: notePerformance,
    to: (event) => ({ target: ofCase(event), input: {} }),
  }),
  reaction({
    name: 'listing-falls-with-penalty',
    on: [CASE, administrativeCase.DecisionRevoked],
    step: fallWithPenalty,
    to: (event) => ({ target: ofCase(event), input: { ground: event.data.ground } }),
  }),
]

const publicity = [
  reaction({
    name: 'publicity-begins',
    on: [CASE, administrativeCase.Published],
    step: takePublication,
    to: (event) => {
      const { agency, subject, decidedOn, heavy, where, on } = event.data
      return { target: ofCase(event), input: { case: event.record, agency, subject, decidedOn, heavy, where, on } }
    },
  }),
  reaction({
    name: 'publicity-learns-of-performance',
    on: [CASE, administrativeCase.DecisionPerformed],
    step: noteInPublicity,
    to: (event) => ({ target: ofCase(event), input: {} }),
  }),
  reaction({
    name: 'publicity-falls-with-penalty',
    on: [CASE, administrativeCase.DecisionRevoked],
    step: takeDown,
    to: (event) => ({ target: ofCase(event), input: {} }),
  }),
]

export const reactions = [...listing, ...publicity]
