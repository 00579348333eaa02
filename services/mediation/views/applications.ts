import { confirmation as contracts } from '#contracts'
import type { Envelope } from '#ports'
import type { Summary, View } from '#kernel'
import { confirmation } from '../confirmation/state.js'

/** An application for confirmation, so that a second court learns of the first. */
export interface Application {
  id: string
  mediation: string
  court: string
  /** Not refused, rejected, withdrawn or revoked. */
  open: boolean
  seq: number
}

const CLOSED: readonly string[] = ['REFUSED', 'REJECTED', 'WITHDRAWN', 'REVOKED']

const about = (envelope: Envelope): Partial<Application> => {
  const applied = envelope.events.find((one) => one.type === 'ConfirmationApplied')?.data as Application | undefined
  return applied ? { mediation: applied.mediation, court: applied.court } : {}
}

export const applications: View = {
  name: 'applications',
  format: 1,
  topics: ['mediation'],
  index: ['mediation'],
  reads: { [confirmation.kind]: contracts },
  ids: ({ kind, record }) => (kind === confirmation.kind ? [record] : []),
  fold: (row, envelope, id) => {
    if (row && (row.seq as number) >= envelope.seq) return row
    const { state } = envelope.summary as Summary
    return { ...row, ...about(envelope), id, open: !CLOSED.includes(state), seq: envelope.seq }
  },
}
