import type { Rules } from '#rules'
import { z } from 'zod'
import { START, type Commit, type Header, type Position } from './commit.js'
import { consider, decide, happen, missingPapers, type Decided, type Question } from './decide.js'
import type { EventOf } from './event.js'
import { derive } from './hash.js'
import { dueLapses } from './due.js'
import { apply } from './fold.js'
import type { Head } from './head.js'
import { viewOf } from './view.js'
import { readInstant, type Instant } from './instant.js'
import { kitOf } from './kit.js'
import { lapseCommit } from './lapse.js'
import type { Actor, RecordView } from './record.js'
import type { Service } from './service.js'
import { isRefusal, type Lookups, type Refusal, type Step } from './step.js'

/** Events that happened at a moment: a day (00:00), a local time or a time with an offset. */
export interface Past {
  at: Instant
  events: readonly EventOf[]
  by?: Actor
}

const moment = (text: string): Instant => {
  const at = readInstant(text)
  if (!at) throw new Error(`not a time: ${text}`)
  return at
}

/** `at('2026-03-04', TaskForceFormed({…}))` */
export const at = (text: string, ...events: readonly EventOf[]): Past => ({ at: moment(text), events })

export interface When {
  by: Actor
  at: string
  /** When it is recorded. @default at */
  now?: string
  input?: Record<string, unknown>
  needs?: Record<string, unknown>
}

/** What a step answered, for exact comparison. */
export interface Told {
  events: readonly { type: string; data: unknown }[]
  warnings: readonly string[]
  papers: readonly string[]
  claims: readonly string[]
  /** The record after it; lapses up to `now` are not written. */
  after: RecordView
}

const ANYBODY: Actor = { agency: 'SYSTEM', office: 'system', person: 'SYSTEM' }

/**
 * given/when/then for one record: `specOf(entry, rules).given(at('2026-03-04', …)).when(step, {…})`.
 * Lapses that fall due between the given events and the step are written as the desk writes them.
 */
export const specOf = (entry: Service['records'][number], rules: Rules) => {
  const kit = kitOf(entry, rules)
  const id = derive('spec', entry.record.kind)
  const put = (head: Head | undefined, commit: Commit): Head => {
    const before: Position = head ?? START
    return apply(kit, rules, head, commit, { seq: before.seq + 1, version: before.version + 1, hash: before.hash })
  }
  const lapsed = (head: Head | undefined, now: Instant): Head | undefined => {
    const lapse = head && dueLapses(head, now)[0]
    return lapse ? lapsed(put(head, lapseCommit(kit, rules, head, lapse, now)), now) : head
  }
  const headerOf = (past: Past, index: number): Header => ({
    record: id,
    kind: kit.type.kind,
    dossier: id,
    message: derive(id, index),
    step: 'Given',
    actor: past.by ?? ANYBODY,
    at: past.at,
    recordedAt: past.at,
    root: derive(id, index),
    law: rules.version,
    body: '',
  })
  const history = (pasts: readonly Past[]): Head | undefined =>
    pasts.reduce<Head | undefined>((head, past, index) => {
      const events = past.events.map(({ type, data }, n) => ({
        id: derive(id, index, n),
        type,
        data: data as Record<string, unknown>,
      }))
      return put(lapsed(head, past.at), { header: headerOf(past, index), events, papers: [] })
    }, undefined)

  const ask = (pasts: readonly Past[], step: Step, when: When): { question: Question; answer: Decided | Refusal } => {
    const acted = moment(when.at)
    const now = moment(when.now ?? when.at)
    const question: Question = {
      kit,
      rules,
      step,
      head: lapsed(history(pasts), now),
      actor: when.by,
      at: acted,
      now,
      id,
    }
    const input = z.strictObject(step.input ?? {}).parse(when.input ?? {}) as Record<string, unknown>
    const no = consider(question) ?? missingPapers(step, input)
    return { question, answer: no ?? decide(question, input, (when.needs ?? {}) as Lookups) }
  }

  const tell = (question: Question, decided: Decided): Told => {
    const events = happen(question, derive('when'), decided.events)
    const past: Past = { at: question.at, events: decided.events, by: question.actor }
    const head = put(question.head, { header: headerOf(past, 999), events, papers: [] })
    return {
      events: decided.events.map(({ type, data }) => ({ type, data })),
      warnings: decided.warnings.map((one) => one.warning),
      papers: decided.papers.map((one) => one.title),
      claims: decided.claims,
      after: viewOf(kit, head, question.now),
    }
  }

  return {
    given: (...pasts: readonly Past[]) => ({
      /** The record as it stands at a moment, its due lapses written. */
      record: (now: string): RecordView => viewOf(kit, lapsed(history(pasts), moment(now))!, moment(now)),
      when: (step: Step, when: When) => ({
        /** @throws when the step is refused. */
        told: (): Told => {
          const { question, answer } = ask(pasts, step, when)
          if (isRefusal(answer)) throw new Error(`refused ${answer.refused} ${JSON.stringify(answer.facts)}`)
          return tell(question, answer)
        },
        /** The refusal's code; undefined when the step goes through. */
        refused: (): string | undefined => {
          const { answer } = ask(pasts, step, when)
          return isRefusal(answer) ? answer.refused : undefined
        },
        refusal: (): Refusal | undefined => {
          const { answer } = ask(pasts, step, when)
          return isRefusal(answer) ? answer : undefined
        },
      }),
    }),
  }
}
