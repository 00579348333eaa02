import { Schema, type Connection } from 'mongoose'

/** What intake keeps: a document per lead, case and subject, overwritten in place. */

export interface Lead {
  _id: string
  state: string
  version: number
  dossier: string
  agency: string
  channel: string
  ip: string
  clue: string
  subject: { name: string; uscc: string; natural: boolean }
  reporter: { name: string; contact: string }
  officers: string[]
  case?: string
}

export interface Case {
  _id: string
  state: string
  version: number
  dossier: string
  agency: string
  leads: string[]
  officers: string[]
  act: string
}

export interface Subject {
  _id: string
  version: number
  leads: string[]
  cases: string[]
}

/** What the portal shows. */
export interface Shown {
  _id: string
  kind: string
  state: string
  version: number
  dossier: string
  agency: string
}

export interface Entry {
  _id: string
  record: string
  dossier: string
  type: string
  version: number
  at: string
  agency: string
  person: string
}

const text = { type: String, required: true } as const
const number = { type: Number, required: true } as const
const quick = { versionKey: false as const }

const leadSchema = new Schema<Lead>(
  {
    ...{ _id: text, state: text, version: number, dossier: { ...text, index: true }, agency: { ...text, index: true } },
    ...{ channel: text, ip: text, clue: text, officers: [String], case: String },
    subject: { name: text, uscc: { ...text, index: true }, natural: Boolean },
    reporter: { name: text, contact: text },
  },
  quick,
)
const caseSchema = new Schema<Case>(
  {
    ...{ _id: text, state: text, version: number, dossier: { ...text, index: true }, agency: { ...text, index: true } },
    ...{ leads: [String], officers: [String], act: text },
  },
  quick,
)
const subjectSchema = new Schema<Subject>({ _id: text, version: number, leads: [String], cases: [String] }, quick)
const shownSchema = new Schema<Shown>(
  { _id: text, kind: text, state: text, version: number, dossier: { ...text, index: true }, agency: text },
  quick,
)
shownSchema.index({ agency: 1, state: 1 })
const entrySchema = new Schema<Entry>(
  {
    _id: text,
    record: { ...text, index: true },
    dossier: text,
    type: text,
    version: number,
    at: text,
    agency: text,
    person: text,
  },
  quick,
)

export const intakeModels = (connection: Connection) => ({
  leads: connection.model<Lead>('Lead', leadSchema),
  cases: connection.model<Case>('Case', caseSchema),
  subjects: connection.model<Subject>('Subject', subjectSchema),
})

export const portalModels = (connection: Connection) => ({
  shown: connection.model<Shown>('Shown', shownSchema),
  timeline: connection.model<Entry>('Entry', entrySchema),
})

export type IntakeModels = ReturnType<typeof intakeModels>
export type PortalModels = ReturnType<typeof portalModels>
