/**
 * The commits of one service: append-only chains, one per record, with the names they claim and the clocks they leave running.
 *
 * What is deliberately not here: transactions, queries over facts (that is what views are for), editing, deleting.
 * All instants are the kernel's fixed-width text and compare as text.
 */
export interface Records {
  /**
   * Writes one commit, its claims, its clock rows and (when given) its snapshot: all of it or nothing, on disk when the promise resolves.
   * Appends of different records may share one flush; the caller sends at most one append per record at a time.
   */
  append(write: Write): Promise<Outcome>
  /** The newest snapshot, if any, and every commit after it in order of `seq`. Undefined when the record has no commit. */
  load(record: string): Promise<Loaded | undefined>
  /** The whole chain in order of `seq`; empty when the record has no commit. */
  chain(record: string): Promise<StoredCommit[]>
  /** The commits after a position, in order of `seq`. */
  after(record: string, seq: number): Promise<StoredCommit[]>
  byMessage(record: string, message: string): Promise<StoredCommit | undefined>
  /** The record that holds a claim. */
  claimant(claim: string): Promise<string | undefined>
  /** The highest n claimed as `${scope}#${n}`; 0 when none. */
  highest(scope: string): Promise<number>
  /** Clock rows with `at` ≤ until, ordered by (at, record, clock, key). */
  due(until: string, limit: number): Promise<DueRow[]>
  /** The earliest clock row of all. */
  earliest(): Promise<DueRow | undefined>
  /** Ids of records of a kind in the order of their first commit, for rebuilding what is derived. */
  list(kind: string, after: string | undefined, limit: number): Promise<string[]>
  /** Commits with events that are not marked as relayed, those of one record in order of `seq`. */
  unrelayed(limit: number): Promise<StoredCommit[]>
  /** Where they stand, `except` those of these records. */
  waiting(limit: number, except?: readonly string[]): Promise<Place[]>
  markRelayed(commits: readonly Place[]): Promise<void>
  /** Forgets every relay mark, so that everything is relayed again (rebuilding views from nothing). */
  relayAgain(): Promise<void>
  /** Whether other processes may write here at the same time: then what was read before is asked for again. */
  readonly shared: boolean
  /** From now on this process strives to be the one that does what one process alone may do. */
  lease(): Lease
}

/**
 * At most one process holds it at a time. When its holder is killed or sleeps, another has it within ten seconds; when its holder
 * closes it, at once.
 */
export interface Lease {
  /**
   * The fencing number while this process surely holds the lease, else undefined. It grows with every change of holder, so that one who
   * slept and wakes sees that what he began under another number is no longer his to do.
   */
  token(): number | undefined
  /** Gives it back; who waits for it gets it at once. */
  close(): Promise<void>
}

/** Position of a commit. */
export interface Place {
  record: string
  seq: number
}

/** A commit as it is kept. The texts come back byte for byte as they went in. */
export interface StoredCommit {
  record: string
  /** `service/record`, for instance `routing/transfer`. */
  kind: string
  /** 1, 2, 3 … without holes, every commit counted. */
  seq: number
  /** How many commits with events the record has up to and with this one: the ETag. */
  version: number
  /** Unique per record. */
  message: string
  dossier: string
  /** Whether the `events` section is not empty: only such commits are relayed. */
  hasEvents: boolean
  /** Canonical JSON texts; '' where a section is empty. */
  header: string
  input: string
  needs: string
  events: string
  papers: string
  /** Lower-case hex. */
  content: string
  prevHash: string
  hash: string
}

export interface Write {
  commit: StoredCommit
  /** Names unique in the service. */
  claims: readonly string[]
  /** When present: all clock rows of the record from now on (replaces the earlier ones). */
  due?: readonly { clock: string; key: string; at: string }[]
  /** When present: the snapshot as of this commit, replacing an older one. Opaque text. */
  snapshot?: string
}

export type Outcome =
  | { ok: true }
  /** Somebody wrote this position of the chain first. */
  | { ok: false; why: 'seq' }
  /** The record already holds this message id. */
  | { ok: false; why: 'message' }
  /** One of the claims is taken. */
  | { ok: false; why: 'claim'; claim: string }

export interface Loaded {
  snapshot?: { seq: number; body: string }
  tail: StoredCommit[]
}

export interface DueRow {
  record: string
  kind: string
  clock: string
  key: string
  at: string
}
