import { LEAD, CASE, JOINT_ACTION, administrativeCase, jointAction, lead } from '#contracts'
import { reaction, type Received } from '#kernel'
import { keyOf as nameOf } from './joint-action/state.js'
import { endSuspicion } from './transfer/steps/end-suspicion.js'
import { linkCase } from './transfer/steps/link-case.js'
import { raiseSuspicion } from './transfer/steps/raise-suspicion.js'
import { FIRST_ROUND, keyOf } from './transfer/suspicion.js'

type Finding = ReturnType<typeof administrativeCase.ThresholdEvaluated>['data']

/** Every figure with its own evidence. */
const amountsIn = ({ metrics, evidence }: Finding) =>
  Object.entries(metrics).map(([metric, value]) => ({ metric, value, evidence: evidence[metric] ?? [] }))

/** A finding that has to be followed (GWY310:3): the standard is met, or a crime is reasonably suspected. */
const found = (matter: 'case' | 'lead') => (event: Received<Finding>) => {
  const { data, record } = event
  if (data.result !== 'met' && !data.suspicion) return undefined
  const { agency, subject, ip, round, offence, ruleSet } = data
  const basis = data.result === 'met' ? 'threshold' : 'suspicion'
  return {
    target: { key: keyOf(record, round) },
    input: { [matter]: record, agency, subject, ip, round, basis, offence, ruleSet, amounts: amountsIn(data) },
  }
}

/**
 * A matter that ends means whichever of its suspicions is open: up to the one that it has come to, and the next, which may have been
 * flagged by hand before the matter heard that the last was answered.
 */
const ofMatter = (record: string, { round = FIRST_ROUND }: { round?: number }, input: Record<string, unknown>) =>
  Array.from({ length: round - FIRST_ROUND + 2 }, (_, index) => ({
    target: { key: keyOf(record, FIRST_ROUND + index) },
    input,
  }))

const flagged = ({ data, record }: Received<ReturnType<typeof jointAction.CrimeFlagged>['data']>) => {
  const { target: subject, agency, ip, reason, round = FIRST_ROUND } = data
  const key = data.lead ? keyOf(data.lead, round) : `${record}:${agency}:${nameOf(subject)}`
  return {
    target: { key },
    input: { lead: data.lead, agency, subject, ip, round, basis: 'joint-action', reason, amounts: [] },
  }
}

/** What other records' events mean for a transfer. */
export const reactions = [
  reaction({
    name: 'transfer-of-case',
    on: [CASE, administrativeCase.ThresholdEvaluated],
    step: raiseSuspicion,
    to: found('case'),
  }),
  reaction({ name: 'transfer-of-lead', on: [LEAD, lead.ThresholdEvaluated], step: raiseSuspicion, to: found('lead') }),
  reaction({
    name: 'transfer-of-joint-action',
    on: [JOINT_ACTION, jointAction.CrimeFlagged],
    step: raiseSuspicion,
    to: flagged,
  }),
  reaction({
    name: 'transfer-follows-the-case',
    on: [LEAD, lead.LeadFiled],
    step: linkCase,
    to: ({ data, record }) => ofMatter(record, data, { case: data.case, lead: record }),
  }),
  reaction({
    name: 'transfer-ends-with-the-jurisdiction',
    on: [CASE, administrativeCase.CaseTransferred],
    step: endSuspicion,
    to: ({ data, record }) => ofMatter(record, data, { why: 'case-transferred' }),
  }),
  reaction({
    name: 'transfer-ends-with-the-case',
    on: [CASE, administrativeCase.CaseTerminated],
    step: endSuspicion,
    to: ({ data, record }) => ofMatter(record, data, { why: 'case-terminated' }),
  }),
]
