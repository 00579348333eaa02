import { administrativeCase, CASE, LEAD, lead, subject } from '#contracts'
import { rows, type Lookup, type Made, type Subject, type Summary, type View } from '#kernel'
import { keysOf } from './keys.js'

/** A lead or case as other agencies may see it: agency, number, stage, amount; and the penalties that open the repeat tier. */
export interface MatterRow {
  id: string
  kind: string
  agency: string
  number?: string
  stage: string
  /** Keys of its subject. */
  keys: string[]
  metrics: Record<string, number>
  penalties: { event: string; on: string; ip: string; offences?: string[] }[]
}

interface Told {
  id: string
  at: string
  type: string
  data: unknown
}

const keyed = (row: MatterRow, subject: Subject): MatterRow => ({
  ...row,
  keys: [...new Set([...row.keys, ...keysOf(subject)])].sort(),
})

const named = (row: MatterRow, { data }: Told): MatterRow => keyed(row, (data as { subject: Subject }).subject)

const evaluated = (row: MatterRow, { data }: Told): MatterRow => {
  const { subject, metrics, basis } = data as Made<typeof lead.ThresholdEvaluated>['data']
  return keyed(basis === 'own' ? { ...row, metrics } : row, subject)
}

const decided = (row: MatterRow, { id, at, data }: Told): MatterRow => {
  const { outcome, ip, offence } = data as Made<typeof administrativeCase.DecisionMade>['data']
  if (outcome !== 'penalise' || row.penalties.some(({ event }) => event === id)) return row
  const penalty = { event: id, on: at.slice(0, 10), ip, ...(offence && { offences: [offence] }) }
  return { ...row, penalties: [...row.penalties, penalty] }
}

const FOLDS: Record<string, (row: MatterRow, told: Told) => MatterRow> = {
  [lead.LeadReceived.type]: named,
  [lead.LeadClassified.type]: named,
  [administrativeCase.CaseFiled.type]: named,
  [lead.ThresholdEvaluated.type]: evaluated,
  [administrativeCase.DecisionMade.type]: decided,
  [administrativeCase.DecisionRevoked.type]: (row) => ({ ...row, penalties: [] }),
}

const KINDS: readonly string[] = subject.MATTER_KINDS

/** Leads and cases of every agency by the keys of their subject. */
export const matters: View = {
  name: 'subject-matters',
  format: 1,
  topics: ['intake'],
  index: ['keys'],
  reads: { [LEAD]: lead, [CASE]: administrativeCase },
  ids: (envelope) => (KINDS.includes(envelope.kind) ? [envelope.record] : []),
  fold: (before, envelope, id) => {
    const summary = envelope.summary as Summary
    const events = envelope.events.map(({ id: event, type, data }) => ({
      id: event,
      at: envelope.occurredAt,
      type,
      data,
    }))
    const row: MatterRow = {
      ...((before as MatterRow | undefined) ?? { keys: [], metrics: {}, penalties: [] }),
      id,
      kind: envelope.kind,
      agency: summary.roles.holder?.[0] ?? '',
      stage: summary.state,
      ...(summary.numbers[0] !== undefined && { number: summary.numbers[0] }),
    }
    return { ...events.reduce((sum, event) => FOLDS[event.type]?.(sum, event) ?? sum, row) }
  },
}

/** Every matter of the same actor, whatever agency has it (R-XFR-07). */
export const mattersOf = (subject: Subject | undefined): Lookup<MatterRow[]> =>
  rows<MatterRow>(matters.name, { keys: { $in: subject ? keysOf(subject) : [] } })
