import type { Happened } from './commit.js'
import type { Issue } from './issues.js'
import type { Actor, Paper } from './record.js'
import type { Warning } from './step.js'

/** A person's act on a record, as it comes through the door. */
export interface Command {
  /** `service/record`. */
  kind: string
  step: string
  /** Absent for a step that makes the record. */
  id?: string
  actor: Actor
  /** When it happened in law: a day, a local time or a time with an offset. @default now */
  at?: string
  reason?: string
  input: unknown
  /** Idempotency key: per person, step and record. */
  key: string
  /** The version the person acted on (If-Match); the record being at another is answered `stale`. */
  ifVersion?: number
}

export type Answer =
  | {
      outcome: 'done'
      id: string
      kind: string
      dossier: string
      version: number
      state: string
      message: string
      events: readonly Happened[]
      papers: readonly Paper[]
      warnings: readonly Warning[]
      /** Answered from the commit that the same request wrote before. */
      repeated: boolean
      /** An identity of the vault, for whoever took the step that opens it; never kept, and not in an answer that is given again. */
      opened?: unknown
    }
  | {
      outcome: 'refused'
      code: string
      facts: Readonly<Record<string, unknown>>
      id?: string
      version?: number
      message: string
    }
  /** 404: may not know the record; 403: may not take the step. */
  | { outcome: 'denied'; why: 'hidden' | 'forbidden' }
  | { outcome: 'invalid'; issues: readonly Issue[] }
  | { outcome: 'unknown'; what: 'kind' | 'step'; nearest?: string }
  /** The key was used for another body. */
  | { outcome: 'mismatch' }
  /** The record is no longer at the version the person acted on. */
  | { outcome: 'stale'; version: number }

/** Something that is nobody's "no": `retry` says whether another try can help. */
export class Fault extends Error {
  readonly retry: boolean
  constructor(message: string, options: { retry: boolean; cause?: unknown }) {
    super(message, { cause: options.cause })
    this.name = 'Fault'
    this.retry = options.retry
  }
}

/** Somebody wrote first, again and again. */
export class Conflict extends Fault {
  constructor(record: string) {
    super(`record ${record} is written by others at this moment`, { retry: true })
    this.name = 'Conflict'
  }
}
