import { administrativeCase, CASE } from '#contracts'
import { dayOf, type Subject, type View } from '#kernel'
import type { Envelope } from '#ports'

/** What the credit service knows of a penalty case. */
export interface CaseRow {
  id: string
  dossier: string
  agency: string
  subject: Subject
  /** A heavier penalty was decided and stands. */
  heavy: boolean
  decidedOn: string | null
  /** The penalty was performed in full. */
  performed: boolean
  /** The defence or the hearing proved that intent was lacking, whether a listing was nominated by then or not. */
  noIntent: boolean
  seq: number
}

type Told = Partial<CaseRow>
type Data<M extends (...args: never[]) => { data: unknown }> = ReturnType<M>['data']

const heard = ({ noIntentProven }: { noIntentProven: boolean }): Told => (noIntentProven ? { noIntent: true } : {})

const told: Record<string, (data: never, envelope: Envelope) => Told> = {
  CaseFiled: ({ agency, subject }: Data<typeof administrativeCase.CaseFiled>) => ({ agency, subject }),
  DefenceReceived: heard,
  HearingHeld: heard,
  DecisionMade: (data: Data<typeof administrativeCase.DecisionMade>, { occurredAt }) => ({
    agency: data.agency,
    subject: data.subject,
    heavy: data.outcome === 'penalise' && data.heavy,
    decidedOn: dayOf(occurredAt),
  }),
  DecisionRevoked: () => ({ heavy: false }),
  DecisionPerformed: () => ({ performed: true }),
}

export const cases: View = {
  name: 'cases',
  format: 1,
  topics: ['intake'],
  index: ['subject.uscc', 'subject.person'],
  reads: { [CASE]: administrativeCase },
  ids: ({ kind, record, events }) => (kind === CASE && events.some((one) => one.type in told) ? [record] : []),
  fold: (row, envelope, id) => {
    if (row && (row.seq as number) >= envelope.seq) return row
    const begun: Told = { heavy: false, decidedOn: null, performed: false, noIntent: false, dossier: envelope.dossier }
    const news = envelope.events.map(({ type, data }) => told[type]?.(data as never, envelope) ?? {})
    return Object.assign({}, begun, row, ...news, { id, seq: envelope.seq })
  },
}

/** Other cases of the same subject with a heavier penalty that stands. */
export const heavyCasesOf = (subject: Subject | undefined): Record<string, unknown> =>
  subject?.uscc
    ? { heavy: true, 'subject.uscc': subject.uscc }
    : { heavy: true, 'subject.person': subject?.person ?? '' }
