import { administrativeCase, CASE, LEAD, lead, TRANSFER, transfer } from '#contracts'
import type { Envelope, Row } from '#ports'
import type { Subject, View } from '#kernel'
import { FIRST_ROUND } from '../transfer/suspicion.js'

/** A lead or case as a transfer needs to know it. */
export interface Matter extends Row {
  dossier: string
  kind: string
  agency: string
  subject?: Subject
  ip?: string
  /** The suspicion that its own record counts. */
  round: number
  /** Transfers of it that came to an end. */
  ended: string[]
}

/** Events with which a transfer ends, so that a new suspicion opens another. */
const ENDINGS = ['TransferNotApproved', 'SuspicionEnded', 'CaseWithdrawn', 'CriminalOutcome', 'AgencyInformed']

type Told = Record<string, unknown> & {
  agency?: string
  to?: string
  subject?: Subject
  ip?: string
  round?: number
  case?: string
  lead?: string
}

const told = (envelope: Envelope): { type: string; data: Told }[] =>
  envelope.events.flatMap(({ type, data }) => (data === undefined ? [] : [{ type, data: data as Told }]))

const closed = (envelope: Envelope) => told(envelope).filter(({ type }) => ENDINGS.includes(type))

const idsIn = (envelope: Envelope): string[] => {
  if (envelope.kind === LEAD || envelope.kind === CASE) return [envelope.record]
  if (envelope.kind !== TRANSFER) return []
  return closed(envelope).flatMap(({ data }) => [data.case, data.lead].filter((id) => id !== undefined))
}

const withEnd = (row: Matter | undefined, transfer: string): Matter | undefined =>
  row && !row.ended.includes(transfer) ? { ...row, ended: [...row.ended, transfer] } : row

/** `LeadDispatched` and `CaseTransferred` name the new bureau in `to`; whoever had it is in `agency`. */
const hands = (type: string, data: Told, before: string): string =>
  type === 'LeadDispatched' ? (data.to ?? before) : (data.agency ?? before)

const withEvent = (row: Matter, { type, data }: { type: string; data: Told }): Matter => ({
  ...row,
  agency: hands(type, data, row.agency),
  subject: data.subject ?? row.subject,
  ip: data.ip ?? row.ip,
  round: data.round ?? row.round,
})

/** Leads and cases with what a transfer asks of them: agency, subject, dossier, how many transfers they had. */
export const matters: View = {
  name: 'matters',
  format: 1,
  topics: ['intake', 'routing'],
  reads: { [LEAD]: lead, [CASE]: administrativeCase, [TRANSFER]: transfer },
  ids: idsIn,
  fold: (row, envelope, id) => {
    const before = row as Matter | undefined
    if (envelope.kind === TRANSFER) return withEnd(before, envelope.record)
    const { dossier, kind } = envelope
    const start: Matter = before ?? { id, dossier, kind, agency: '', round: 0, ended: [] }
    return told(envelope).reduce(withEvent, start)
  },
}

/** Number of the next suspicion. */
export const nextRound = (matter: Matter): number => Math.max(matter.round, matter.ended.length + FIRST_ROUND)
