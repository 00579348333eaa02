import { administrativeCase, jointAction, lead } from '#contracts'
import { reaction, type Received } from '#kernel'
import { keyOf as nameOf } from './joint-action/state.js'
import { endSuspicion } from './transfer/steps/end-suspicion.js'
import { linkCase } from './transfer/steps/link-case.js'
import { raiseSuspicion } from './transfer/steps/raise-suspicion.js'
import { FIRST_ROUND, keyOf } from './transfer/suspicion.js'

const LEAD = 'intake/lead'
const CASE = 'intake/administrative-case'
const ACTION = 'routing/joint-action'

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

/** A matter that ends names no suspicion: whichever is open is meant, and few matters have had more than this many. */
const ROUNDS = [0, 1, 2].map((later) => FIRST_ROUND + later)

const ofMatter = (record: string, input: Record<string, unknown>) =>
  ROUNDS.map((round) => ({ target: { key: keyOf(record, round) }, input }))

const flagged = ({ data, record }: Received<ReturnType<typeof jointAction.CrimeFlagged>['data']>) => {
  const { target: subject, agency, ip, reason } = data
  const key = data.lead ? keyOf(data.lead, FIRST_ROUND) : `${record}:${agency}:${nameOf(subject)}`
  return {
    target: { key },
    input: { lead: data.lead, agency, subject, ip, round: FIRST_ROUND, basis: 'joint-action', reason, amounts: [] },
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
    on: [ACTION, jointAction.CrimeFlagged],
    step: raiseSuspicion,
    to: flagged,
  }),
  reaction({
    name: 'transfer-follows-the-case',
    on: [LEAD, lead.LeadFiled],
    step: linkCase,
    to: ({ data, record }) => ofMatter(record, { case: data.case, lead: record }),
  }),
  reaction({
    name: 'transfer-ends-with-the-jurisdiction',
    on: [CASE, administrativeCase.CaseTransferred],
    step: endSuspicion,
    to: ({ record }) => ofMatter(record, { why: 'case-transferred' }),
  }),
  reaction({
    name: 'transfer-ends-with-the-case',
    on: [CASE, administrativeCase.CaseTerminated],
    step: endSuspicion,
    to: ({ record }) => ofMatter(record, { why: 'case-terminated' }),
  }),
]
