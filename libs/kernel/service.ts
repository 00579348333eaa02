import type { Envelope, Row } from '#ports'
import type { AnyMaker, Made, Title } from './event.js'
import type { Unit } from './clock-row.js'
import type { Instant } from './instant.js'
import type { Sought } from './sought.js'
import type { AnyRecord } from './record.js'
import type { Step } from './step.js'

/** A contract event as a reaction or a view receives it. */
export interface Received<D = unknown> {
  id: string
  type: string
  data: D
  /** When it happened in law. */
  at: Instant
  /** The record it happened to, and its matter. */
  record: string
  kind: string
  dossier: string
  actor: Envelope['actor']
  /** What the record's own service shows of it. */
  summary: Summary
}

/** What a service shows of a record to lists, timelines and other services: no free text, no identities. */
export interface Summary {
  id: string
  kind: string
  dossier: string
  version: number
  state: string
  overlays: readonly string[]
  label: string
  /** By what people find it, beside its numbers. */
  search?: Sought
  roles: Readonly<Record<string, readonly string[]>>
  numbers: readonly string[]
  clocks: readonly SummaryClock[]
  /** Steps that start from its state and that it refuses itself, whoever asks; a program before this one did not say. */
  closed?: readonly string[]
  since: Instant
  by: { agency: string; office: string; person: string }
  at: Instant
}

export interface SummaryClock {
  id: string
  key: string
  state: string
  due?: string
  strict?: string
  lastSafeDay?: string
  provisional: boolean
  pausedSince?: string
  /** Events whose pauses are open. */
  pausedBy?: readonly string[]
  pausedUntil?: Instant
  remaining?: unknown
  start: string
  /** What its length is counted in; none where it ends on a day that somebody set. */
  unit?: Unit
  lapseAt?: Instant
  /** When it was stopped or cancelled: a breached clock without it is a duty still to be done. */
  stoppedAt?: Instant
}

/** Where a reaction's input goes: a record by id, or the one record with this key (made when there is none). */
export type Target = { id: string } | { key: string }

export interface Reaction {
  /** Part of every message id it makes: never renamed. */
  name: string
  /** `service/record` and the event. */
  on: { kind: string; type: string; event: AnyMaker }
  step: Step
  to: (
    event: Received<never>,
  ) => readonly { target: Target; input: Record<string, unknown>; at?: Instant; dossier?: string }[]
}

/** One target, several or none; the input is dated as the source unless `at` says otherwise. */
type ReactionAnswer = { target: Target; input: Record<string, unknown>; at?: Instant; dossier?: string }

/** Another record's event turned into a step input of mine. */
export const reaction = <M extends AnyMaker>(definition: {
  name: string
  on: readonly [kind: string, event: M]
  step: Step
  to: (event: Received<Made<M>['data']>) => ReactionAnswer | readonly ReactionAnswer[] | undefined
}): Reaction => ({
  name: definition.name,
  on: { kind: definition.on[0], type: definition.on[1].type, event: definition.on[1] },
  step: definition.step,
  to: (event) => {
    const answer = definition.to(event as unknown as Received<Made<M>['data']>)
    return answer === undefined
      ? []
      : Array.isArray(answer)
        ? (answer as readonly ReactionAnswer[])
        : [answer as ReactionAnswer]
  },
})

/** Events folded into a table that someone reads; can be thrown away and rebuilt. */
export interface View {
  name: string
  /** From 1; raised whenever its rows come out otherwise, be it by one word in a list: then they are all folded anew. */
  format: number
  /** Services it listens to. */
  topics: readonly string[]
  /** Fields that filters name often; a list is one index over several. */
  index?: readonly (string | readonly string[])[]
  /** Each row is made from one envelope alone and written without looking at what was there. */
  once?: true
  /** Contracts whose data it looks at, by kind: an event of a version that is not known is not guessed at. */
  reads?: Readonly<Record<string, object>>
  /** Ids of the rows an envelope touches. */
  ids: (envelope: Envelope) => readonly string[]
  /** The row after the envelope, undefined to delete it. Repeats change nothing: use `version` or ids. */
  fold: (row: Row | undefined, envelope: Envelope, id: string) => Row | undefined
}

/** A service on one screen. */
export interface Service {
  name: string
  title: Title
  records: readonly { record: AnyRecord; steps: readonly Step[] }[]
  reactions: readonly Reaction[]
  views: readonly View[]
}

export const service = (manifest: Service): Service => manifest
