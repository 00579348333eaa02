import { CASE, MEASURE, LEDGER, TRANSFER, measure, subject, transfer } from '#contracts'
import { arrivedAt, reaction, type Day, type Instant } from '#kernel'
import { barFine } from './steps/bar-fine.js'
import { enterCriminalTransfer } from './steps/enter-criminal-transfer.js'
import { hearCriminalNews } from './steps/hear-criminal-news.js'
import { linkMeasure } from './steps/link-measure.js'
import { noteAccumulation } from './steps/note-accumulation.js'
import { noteMatters } from './steps/note-matters.js'
import { settleSuspicion } from './steps/settle-suspicion.js'
import { takeCriminalPaper } from './steps/take-criminal-paper.js'

/** What a case hears from the police side, the subject ledger and its measures. */

const to = (id: string | undefined, input: Record<string, unknown> = {}, at?: Instant) =>
  id === undefined ? undefined : { target: { id }, input, ...(at && { at }) }

const news =
  <D extends { case?: string; servedOn: Day | null }>(
    of: string,
    more: (data: D) => Record<string, unknown> = () => ({}),
  ) =>
  ({ data, at }: { data: D; at: Instant }) =>
    to(data.case, { of, served: data.servedOn !== null, ...more(data) }, arrivedAt(data.servedOn, at))

export const administrativeCaseReactions = [
  reaction({
    name: 'case-enters-transfer',
    on: [TRANSFER, transfer.SentToPolice],
    step: enterCriminalTransfer,
    to: ({ data }) => to(data.case),
  }),
  reaction({
    name: 'case-enters-transfer-on-filing',
    on: [TRANSFER, transfer.PoliceFiled],
    step: enterCriminalTransfer,
    to: ({ data }) => to(data.case),
  }),
  reaction({
    name: 'case-enters-transfer-on-reconsideration',
    on: [TRANSFER, transfer.ReconDecided],
    step: enterCriminalTransfer,
    to: ({ data }) => (data.filed ? to(data.case) : undefined),
  }),
  reaction({
    name: 'case-enters-transfer-of-its-lead',
    on: [TRANSFER, transfer.CaseLinked],
    step: enterCriminalTransfer,
    to: ({ data }) => (data.held ? to(data.case) : undefined),
  }),
  reaction({
    name: 'case-hears-reasons-hold',
    on: [TRANSFER, transfer.AgencyInformed],
    step: hearCriminalNews,
    to: news('AgencyInformed'),
  }),
  reaction({
    name: 'case-hears-opinion',
    on: [TRANSFER, transfer.OpinionReceived],
    step: hearCriminalNews,
    to: ({ data, at }) => to(data.case, { of: 'OpinionReceived', served: true }, arrivedAt(data.receivedOn, at)),
  }),
  reaction({
    name: 'case-hears-refusal',
    on: [TRANSFER, transfer.PoliceRefused],
    step: hearCriminalNews,
    to: news('PoliceRefused'),
  }),
  reaction({
    name: 'case-hears-withdrawal',
    on: [TRANSFER, transfer.CaseWithdrawn],
    step: hearCriminalNews,
    to: news('CaseWithdrawn'),
  }),
  reaction({
    name: 'case-hears-outcome',
    on: [TRANSFER, transfer.CriminalOutcome],
    step: hearCriminalNews,
    to: news('CriminalOutcome', ({ outcome, fine }) => ({ outcome, fine })),
  }),
  reaction({
    name: 'case-fine-barred',
    on: [TRANSFER, transfer.CriminalOutcome],
    step: barFine,
    to: ({ data }) => (data.outcome === 'convicted' ? to(data.case, { fine: data.fine }) : undefined),
  }),
  reaction({
    name: 'case-takes-paper',
    on: [TRANSFER, transfer.NoticeReceived],
    step: takeCriminalPaper,
    to: ({ data, at }) => to(data.case, { of: data.of }, arrivedAt(data.on, at)),
  }),
  reaction({
    name: 'case-suspicion-settled',
    on: [TRANSFER, transfer.TransferNotApproved],
    step: settleSuspicion,
    to: ({ data }) => to(data.case),
  }),
  reaction({
    name: 'case-links-preservation',
    on: [MEASURE, measure.EvidenceRegistered],
    step: linkMeasure,
    to: ({ data, record }) => to(data.case, { measure: record }),
  }),
  reaction({
    name: 'case-links-measure',
    on: [MEASURE, measure.MeasureTaken],
    step: linkMeasure,
    to: ({ data, record }) => to(data.case, { measure: record }),
  }),
  reaction({
    name: 'case-notes-accumulation',
    on: [LEDGER, subject.AccumulationReached],
    step: noteAccumulation,
    to: ({ data }) =>
      data.matters.filter(({ kind }) => kind === CASE).map(({ id }) => ({ target: { id }, input: data })),
  }),
  reaction({
    name: 'case-notes-matters',
    on: [LEDGER, subject.MattersLinked],
    step: noteMatters,
    to: ({ data }) =>
      data.matters
        .filter(({ kind }) => kind === CASE)
        .map(({ id }) => ({ target: { id }, input: { matters: data.matters } })),
  }),
]
