import {
  CASE,
  MEASURE,
  LEDGER,
  TRANSFER,
  JOINT_ACTION,
  MEDIATION,
  administrativeCase,
  jointAction,
  lead as contract,
  measure,
  mediation,
  subject,
  transfer,
} from '#contracts'
import { dayOf, reaction, type Reaction } from '#kernel'
import { keysOf } from '../subject/keys.js'
import { CHANNEL } from './channels.js'
import { lead } from './state.js'
import { absorbRepeat } from './steps/absorb-repeat.js'
import { answerSuspicion } from './steps/answer-suspicion.js'
import { fileLead } from './steps/file-lead.js'
import { linkReport } from './steps/link-report.js'
import { noteAccumulation } from './steps/note-accumulation.js'
import { noteMeasure } from './steps/note-measure.js'
import { openLead } from './steps/open-lead.js'
import { takeBackFromPolice } from './steps/take-back-from-police.js'
import { transferToPolice } from './steps/transfer-to-police.js'

const opened: Reaction[] = [
  reaction({
    name: 'lead-opens-on-allocation',
    on: [JOINT_ACTION, jointAction.TargetsAllocated],
    step: openLead,
    to: (event) =>
      event.data.allocations.map(({ target, agency, act, ip }) => ({
        target: { key: ['allocation', event.record, agency, keysOf(target)[0] ?? target.name, act].join(':') },
        input: {
          channel: CHANNEL.cooperation,
          ...{ agency, subject: target, ip, act, receivedOn: dayOf(event.at) },
          source: { kind: event.kind, record: event.record, matter: 'new' },
        },
      })),
  }),
  reaction({
    name: 'lead-opens-on-clue',
    on: [MEDIATION, mediation.ClueFound],
    step: openLead,
    to: (event) => ({
      target: { key: ['clue', event.record, event.data.agency, event.id].join(':') },
      input: {
        channel: CHANNEL.mediation,
        ...{ agency: event.data.agency, subject: event.data.subject, ip: event.data.ip },
        receivedOn: event.data.receivedOn,
        source: { kind: event.kind, record: event.record, matter: 'new' },
      },
    }),
  }),
  reaction({
    name: 'lead-opens-on-case-transferred',
    on: [CASE, administrativeCase.CaseTransferred],
    step: openLead,
    to: (event) => ({
      target: { key: ['case', event.record, event.data.to].join(':') },
      input: {
        channel: CHANNEL.transfer,
        ...{ agency: event.data.to, subject: event.data.subject, ip: event.data.ip },
        receivedOn: event.data.receivedOn,
        source: { kind: 'case-transferred', record: event.record, matter: 'same', from: event.data.agency },
      },
    }),
  }),
  reaction({
    name: 'lead-opens-on-lead-transferred',
    on: [lead.kind, contract.LeadTransferred],
    step: openLead,
    to: (event) =>
      event.data.ground === 'police'
        ? undefined
        : {
            target: { key: ['lead', event.record, event.data.to].join(':') },
            input: {
              channel: CHANNEL.transfer,
              ...{ agency: event.data.to, subject: event.data.subject, ip: event.data.ip },
              receivedOn: event.data.receivedOn,
              source: {
                kind: event.data.ground === 'designation' ? 'designated' : event.kind,
                ...{ record: event.record, matter: 'same', from: event.data.agency },
              },
            },
          },
  }),
  reaction({
    name: 'lead-opens-on-split',
    on: [lead.kind, contract.MixedMaterialSplit],
    step: openLead,
    to: (event) => ({
      target: { key: ['split', event.record].join(':') },
      input: {
        channel: event.data.channel,
        complaint: event.data.other === 'complaint',
        ...{ agency: event.data.agency, subject: event.data.subject, ip: event.data.ip },
        ...{ handler: event.data.handler, named: event.data.named, reporter: event.data.reporter },
        receivedOn: event.data.receivedOn,
        source: { kind: event.kind, record: event.record, matter: 'new' },
      },
    }),
  }),
]

/** What the police give back without a case goes on as a lead (GWY310:10, 13). */
const police: Reaction[] = [
  reaction({
    name: 'lead-goes-to-police',
    on: [TRANSFER, transfer.SentToPolice],
    step: transferToPolice,
    to: ({ data: { case: filed, lead: sent, to } }) =>
      sent === undefined || filed !== undefined ? undefined : { target: { id: sent }, input: { to } },
  }),
  reaction({
    name: 'lead-taken-back-on-refusal',
    on: [TRANSFER, transfer.PoliceRefused],
    step: takeBackFromPolice,
    to: ({ record, data: { case: filed, lead: sent, servedOn } }) =>
      sent === undefined || filed !== undefined
        ? undefined
        : { target: { id: sent }, input: { transfer: record, receivedOn: servedOn } },
  }),
  reaction({
    name: 'lead-opens-on-police-return',
    on: [lead.kind, contract.PoliceReturned],
    step: openLead,
    to: (event) => ({
      target: { key: ['police', event.data.transfer].join(':') },
      input: {
        channel: CHANNEL.policeReturn,
        ...{ agency: event.data.agency, subject: event.data.subject, ip: event.data.ip },
        receivedOn: event.data.receivedOn,
        source: { kind: TRANSFER, record: event.record, matter: 'same' },
      },
    }),
  }),
  reaction({
    name: 'lead-opens-on-withdrawal',
    on: [TRANSFER, transfer.CaseWithdrawn],
    step: openLead,
    to: (event) =>
      event.data.case !== undefined
        ? undefined
        : {
            target: { key: ['police', event.record].join(':') },
            input: {
              channel: CHANNEL.policeReturn,
              ...{ agency: event.data.agency, subject: event.data.subject, ip: event.data.ip },
              receivedOn: event.data.servedOn,
              source: { kind: TRANSFER, record: event.data.lead ?? event.record, matter: 'same' },
            },
          },
  }),
  reaction({
    name: 'lead-suspicion-answered',
    on: [TRANSFER, transfer.TransferNotApproved],
    step: answerSuspicion,
    to: ({ data: { lead: about } }) => (about === undefined ? undefined : { target: { id: about }, input: {} }),
  }),
]

const filed: Reaction[] = [
  reaction({
    name: 'lead-filed-by-case',
    on: [CASE, administrativeCase.CaseFiled],
    step: fileLead,
    to: ({ record, data: { agency, leads } }) =>
      leads.map((id) => ({ target: { id }, input: { case: record, agency } })),
  }),
  reaction({
    name: 'lead-absorbs-repeat',
    on: [lead.kind, contract.ReportMerged],
    step: absorbRepeat,
    to: ({ record, data: { into, receivedOn } }) => ({ target: { id: into }, input: { from: record, receivedOn } }),
  }),
]

const measured = (record: string, about: string | undefined, open: boolean) =>
  about === undefined ? undefined : { target: { id: about }, input: { measure: record, open } }

/** While goods are held a lead ends only by filing. Preserved goods that are sealed are held by the new measure. */
const measures: Reaction[] = [
  reaction({
    name: 'lead-notes-registration',
    on: [MEASURE, measure.EvidenceRegistered],
    step: noteMeasure,
    to: ({ record, data }) => measured(record, data.lead, true),
  }),
  reaction({
    name: 'lead-notes-measure',
    on: [MEASURE, measure.MeasureTaken],
    step: noteMeasure,
    to: ({ record, data }) => measured(record, data.lead, true),
  }),
  reaction({
    name: 'lead-notes-disposal',
    on: [MEASURE, measure.PreservedDisposed],
    step: noteMeasure,
    to: ({ record, data }) => measured(record, data.lead, false),
  }),
  reaction({
    name: 'lead-notes-release',
    on: [MEASURE, measure.PreservationReleased],
    step: noteMeasure,
    to: ({ record, data }) => measured(record, data.lead, false),
  }),
  reaction({
    name: 'lead-notes-lifting',
    on: [MEASURE, measure.MeasureLifted],
    step: noteMeasure,
    to: ({ record, data }) => measured(record, data.lead, false),
  }),
]

const ledger: Reaction[] = [
  reaction({
    name: 'lead-notes-accumulation',
    on: [LEDGER, subject.AccumulationReached],
    step: noteAccumulation,
    to: ({ data }) =>
      data.matters.filter(({ kind }) => kind === lead.kind).map(({ id }) => ({ target: { id }, input: data })),
  }),
  reaction({
    name: 'lead-linked',
    on: [LEDGER, subject.MattersLinked],
    step: linkReport,
    to: ({ data: { matters } }) =>
      matters.filter(({ kind }) => kind === lead.kind).map(({ id }) => ({ target: { id }, input: { matters } })),
  }),
]

export const leadReactions: readonly Reaction[] = [...opened, ...police, ...filed, ...measures, ...ledger]
