import type { StoredCommit } from '#ports'
import type { Rules } from '#rules'
import { unseal, type Happened } from './commit.js'
import { consider, type Question } from './decide.js'
import type { Title } from './event.js'
import type { Head } from './head.js'
import { overlaysOf, rolesOf, viewOf } from './view.js'
import type { Instant } from './instant.js'
import type { RecordKit } from './kit.js'
import type { Clock } from './ledger.js'
import type { Policy } from './policy.js'
import type { Actor, Paper, StateTitle } from './record.js'
import type { Refusal, Step } from './step.js'

export interface Entry {
  seq: number
  version: number
  step: string
  title?: Title
  at: Instant
  recordedAt: Instant
  actor: Actor
  events: readonly { type: string; title?: Title; lateBy?: Happened['lateBy'] }[]
  refused?: { code: string; facts: Readonly<Record<string, unknown>> }
  hash: string
}

export interface Shown {
  id: string
  kind: string
  dossier: string
  version: number
  state: string
  stateTitle: StateTitle | undefined
  overlays: readonly string[]
  since: Instant
  label: string
  facts: unknown
  roles: Readonly<Record<string, readonly string[]>>
  papers: readonly Paper[]
  clocks: readonly Clock[]
  chain: { seq: number; head: string }
  by: Actor & { step: string; at: Instant }
  /** Steps this person may take now. */
  may: readonly { step: string; title: Title }[]
  /** The others, each with the first reason. */
  mayNot: readonly { step: string; title: Title; code: string; facts: Readonly<Record<string, unknown>> }[]
  entries: readonly Entry[]
}

/** Why a person may not take a step now; undefined: may. From the same questions that the desk asks. */
export const whyNot = (question: Question, policy: Policy): Refusal | undefined => {
  const roles = question.head && rolesOf(question.kit, question.head.facts)
  const record = roles && { kind: question.kit.type.kind, roles }
  if (!policy.allows(question.actor, question.step, record, question.rules))
    return { refused: 'FORBIDDEN', facts: { agency: question.actor.agency, who: question.step.who } }
  return consider(question)
}

const stepsOf = (kit: RecordKit): Step[] =>
  [...kit.steps.values()].filter((step) => step.who !== 'system' && !(step.from.length === 1 && step.from[0] === 'new'))

const entryOf = (kit: RecordKit, stored: StoredCommit): Entry => {
  const { header, events } = unseal(stored)
  return {
    seq: stored.seq,
    version: stored.version,
    step: header.step,
    title: kit.steps.get(header.step)?.title,
    at: header.at,
    recordedAt: header.recordedAt,
    actor: header.actor,
    events: events.map(({ type, lateBy }) => ({ type, title: kit.makers.get(type)?.title, lateBy })),
    refused: header.refused,
    hash: stored.hash,
  }
}

/** A record as one person sees it now. */
export const shown = (
  kit: RecordKit,
  rules: Rules,
  policy: Policy,
  head: Head,
  chain: readonly StoredCommit[],
  actor: Actor,
  now: Instant,
): Shown => {
  const view = viewOf(kit, head, now)
  const answers = stepsOf(kit).map((step) => ({
    step,
    no: whyNot({ kit, rules, step, head, actor, at: now, now, id: head.id }, policy),
  }))
  return {
    id: head.id,
    kind: head.kind,
    dossier: head.dossier,
    version: head.version,
    state: head.state,
    stateTitle: kit.type.states[head.state],
    overlays: overlaysOf(kit, { facts: head.facts, clocks: view.clocks }),
    since: head.since,
    label: kit.type.label(head.facts),
    facts: head.facts,
    roles: rolesOf(kit, head.facts),
    papers: head.papers,
    clocks: view.clocks,
    chain: { seq: head.seq, head: head.hash },
    by: { ...head.by, step: head.step, at: head.at },
    may: answers.filter(({ no }) => !no).map(({ step }) => ({ step: step.name, title: step.title })),
    mayNot: answers.flatMap(({ step, no }) =>
      no ? [{ step: step.name, title: step.title, code: no.refused, facts: no.facts }] : [],
    ),
    entries: chain.map((stored) => entryOf(kit, stored)),
  }
}
