import { Schema, type Connection, type Model } from 'mongoose'
import type { StoredCommit } from '#ports'
import { isDuplicate } from './mongo-errors.js'

/** A commit as one document: its claims and whether something is still to be made of it stand in it, so that one insert is all. */
export interface CommitDocument extends Omit<StoredCommit, 'record'> {
  /** Record and position: unique, and in the order of the chain. */
  _id: string
  record: string
  claims?: string[]
  /** Its clock rows and snapshot, until they stand in the record's own document. */
  due?: { clock: string; key: string; at: string }[]
  snapshot?: string
  /** Not yet marked as relayed. */
  waits?: true
  /** Of first commits: when it came, for the order of records. */
  born?: string
}

/** What is derived of a record's newest commits; can be made again from them. */
export interface RecordDocument {
  _id: string
  kind: string
  dueSeq?: number
  due?: { clock: string; key: string; at: string }[]
  /** The earliest of `due`. */
  next?: string
  snapshotSeq?: number
  snapshot?: string
}

const text = { type: String, required: true } as const
const rows = { type: [{ _id: false, clock: String, key: String, at: String }], default: undefined }

const commitSchema = new Schema<CommitDocument>(
  {
    _id: text,
    record: text,
    kind: text,
    seq: { type: Number, required: true },
    version: { type: Number, required: true },
    message: text,
    dossier: text,
    hasEvents: { type: Boolean, required: true },
    header: String,
    input: String,
    needs: String,
    events: String,
    papers: String,
    content: text,
    prevHash: String,
    hash: text,
    claims: { type: [String], default: undefined },
    due: rows,
    snapshot: String,
    waits: Boolean,
    born: String,
  },
  { versionKey: false, strict: 'throw', strictQuery: 'throw' },
)
commitSchema.index({ record: 1, message: 1 }, { unique: true })
commitSchema.index({ claims: 1 }, { unique: true, partialFilterExpression: { claims: { $exists: true } } })
// Everything that is asked of it stands in it, so that looking for places reads no commit.
commitSchema.index(
  { waits: 1, record: 1, seq: 1, hasEvents: 1 },
  { name: 'waiting', partialFilterExpression: { waits: true } },
)
commitSchema.index({ kind: 1, born: 1 }, { partialFilterExpression: { born: { $exists: true } } })

const recordSchema = new Schema<RecordDocument>(
  { _id: text, kind: text, dueSeq: Number, due: rows, next: String, snapshotSeq: Number, snapshot: String },
  { versionKey: false, strict: 'throw', strictQuery: 'throw' },
)
recordSchema.index({ next: 1, _id: 1 }, { partialFilterExpression: { next: { $exists: true } } })

/** Who of several processes does what one alone may do. */
export interface LeaseDocument {
  _id: string
  holder?: string
  token: number
  until: Date
}

const leaseSchema = new Schema<LeaseDocument>(
  { _id: text, holder: String, token: Number, until: Date },
  { versionKey: false, strict: 'throw', strictQuery: 'throw' },
)

export interface Collections {
  commits: Model<CommitDocument>
  records: Model<RecordDocument>
  leases: Model<LeaseDocument>
}

/** The one lease of a service. */
export const LEASE = 'lease'

/** Nobody's, when it is not there. */
const layLease = async (leases: Model<LeaseDocument>): Promise<void> => {
  const free = { $setOnInsert: { token: 0, until: new Date(0) } }
  await leases.updateOne({ _id: LEASE }, free, { upsert: true }).catch((error: unknown) => {
    if (!isDuplicate(error)) throw error
  })
}

/** The collections of one service with their indexes; indexes that are no longer declared go. */
export const openCollections = async (connection: Connection, service: string): Promise<Collections> => {
  const commits = connection.model<CommitDocument>(`${service}.commits`, commitSchema, `${service}.commits`)
  const records = connection.model<RecordDocument>(`${service}.records`, recordSchema, `${service}.records`)
  const leases = connection.model<LeaseDocument>(`${service}.leases`, leaseSchema, `${service}.leases`)
  for (const one of [commits, records, leases]) await one.createCollection()
  await layLease(leases)
  await commits.syncIndexes()
  await records.syncIndexes()
  return { commits, records, leases }
}

/** Positions sort as text. */
export const placeOf = (record: string, seq: number): string => `${record}:${String(seq).padStart(9, '0')}`

export const toCommit = (d: CommitDocument): StoredCommit => ({
  record: d.record,
  kind: d.kind,
  seq: d.seq,
  version: d.version,
  message: d.message,
  dossier: d.dossier,
  hasEvents: d.hasEvents,
  header: d.header,
  input: d.input,
  needs: d.needs,
  events: d.events,
  papers: d.papers,
  content: d.content,
  prevHash: d.prevHash,
  hash: d.hash,
})
