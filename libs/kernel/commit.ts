import type { StoredCommit } from '#ports'
import { canonical } from './json.js'
import { chainOf, contentOf, digestsOf, GENESIS, type Texts } from './hash.js'
import type { Instant } from './instant.js'
import type { Actor, Paper } from './record.js'

/** What brought an input about, when it was not a person: an event of another record, or the clock itself. */
export interface Cause {
  event: string
  record: string
  reaction: string
}

export interface LapseRef {
  clock: string
  key: string
  at: Instant
}

export interface Header {
  record: string
  kind: string
  dossier: string
  message: string
  step: string
  actor: Actor
  /** When it happened in law. */
  at: Instant
  recordedAt: Instant
  reason?: string
  cause?: Cause
  /** Message id of the person's act or the lapse from which it all came. */
  root: string
  /** Version of the rules it was decided by. */
  law: string
  /** Keyed digest of the body, to tell a repeat from another request under the same key. */
  body: string
  /** The key under which reactions find the record; first commit only. */
  key?: string
  refused?: { code: string; facts: Readonly<Record<string, unknown>> }
  warnings?: readonly { warning: string; facts: Readonly<Record<string, unknown>> }[]
  /** The lapse that this commit writes. */
  lapse?: LapseRef & { due: string }
  /** Lapses that this commit takes back. */
  takesBack?: readonly LapseRef[]
}

export interface Happened {
  id: string
  type: string
  data: Record<string, unknown>
  /** Of the contract that it was written by; left out: 1. */
  version?: number
  /** A duty done after its due: how late, in the unit of the clock. */
  lateBy?: { clock: string; n: number; unit: string }
}

/** A commit with its sections read. */
export interface Commit {
  header: Header
  input?: unknown
  needs?: Record<string, unknown>
  events: readonly Happened[]
  papers: readonly Paper[]
}

const sectionsOf = (commit: Commit): Texts => ({
  header: canonical(commit.header),
  input: commit.input === undefined ? '' : canonical(commit.input),
  needs: commit.needs && Object.keys(commit.needs).length ? canonical(commit.needs) : '',
  events: commit.events.length ? canonical(commit.events) : '',
  papers: commit.papers.length ? canonical(commit.papers) : '',
})

/** Where a commit stands in its chain. */
export interface Position {
  seq: number
  version: number
  hash: string
}

export const START: Position = { seq: 0, version: 0, hash: GENESIS }

export const positionOf = ({ seq, version, hash }: StoredCommit): Position => ({ seq, version, hash })

/** Writes the sections as text, digests them with salts derived from the service's key, and chains the commit to the one before. */
export const seal = (commit: Commit, before: Position, key: string): StoredCommit => {
  const texts = sectionsOf(commit)
  const { record, kind, message, dossier } = commit.header
  const content = contentOf(digestsOf(key, message, texts))
  const seq = before.seq + 1
  return {
    record,
    kind,
    seq,
    version: before.version + (commit.events.length ? 1 : 0),
    message,
    dossier,
    hasEvents: commit.events.length > 0,
    ...texts,
    content,
    prevHash: before.hash,
    hash: chainOf(before.hash, seq, content),
  }
}

const read = <T>(text: string, none: T): T => (text === '' ? none : (JSON.parse(text) as T))

export const unseal = (stored: StoredCommit): Commit => ({
  header: JSON.parse(stored.header) as Header,
  input: read<unknown>(stored.input, undefined),
  needs: read<Record<string, unknown> | undefined>(stored.needs, undefined),
  events: read<Happened[]>(stored.events, []),
  papers: read<Paper[]>(stored.papers, []),
})

/** The first commit of a chain that does not hold, and why; undefined when the whole chain does. */
export const brokenAt = (
  chain: readonly StoredCommit[],
  key: string,
): { seq: number; why: 'seq' | 'prevHash' | 'content' | 'hash' } | undefined => {
  let hash = GENESIS
  for (const [index, commit] of chain.entries()) {
    const content = contentOf(digestsOf(key, commit.message, commit))
    if (commit.seq !== index + 1) return { seq: commit.seq, why: 'seq' }
    if (commit.prevHash !== hash) return { seq: commit.seq, why: 'prevHash' }
    if (commit.content !== content) return { seq: commit.seq, why: 'content' }
    if (commit.hash !== chainOf(hash, commit.seq, content)) return { seq: commit.seq, why: 'hash' }
    hash = commit.hash
  }
  return undefined
}
