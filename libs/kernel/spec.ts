import type { Rules } from '#rules'
import { z } from 'zod'
import { START, type Commit, type Happened, type Header, type Position } from './commit.js'
import { answerTo, consider, happen, unfit, type Decided, type Question } from './decide.js'
import type { EventOf } from './event.js'
import { derive } from './hash.js'
import { dueLapses } from './due.js'
import { apply } from './fold.js'
import type { Head } from './head.js'
import { viewOf } from './view.js'
import { readInstant, type Instant } from './instant.js'
import { SYSTEM } from './input.js'
import { kitOf, type RecordKit } from './kit.js'
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

/** Folds written events as the desk would have; lapses that fall due between them are written. */
const historyOf = (kit: RecordKit, rules: Rules, id: string) => {
  const put = (head: Head | undefined, commit: Commit): Head => {
    const before: Position = head ?? START
    return apply(kit, rules, head, commit, { seq: before.seq + 1, version: before.version + 1, hash: before.hash })
  }
  const lapsed = (head: Head | undefined, now: Instant): Head | undefined => {
    const lapse = head && dueLapses(head, now)[0]
    return lapse ? lapsed(put(head, lapseCommit(kit, rules, head, lapse, now)), now) : head
  }
  const headerOf = ({ at, by: actor = SYSTEM }: Past, message: string): Header => {
    const fixed = { record: id, kind: kit.type.kind, dossier: id, step: 'Given', law: rules.version, body: '' }
    return { ...fixed, message, root: message, actor, at, recordedAt: at }
  }
  const follow = (head: Head | undefined, past: Past, index: number): Head => {
    const message = derive(id, index)
    const events = past.events.map(({ type, data }, n) => ({
      id: derive(id, index, n),
      type,
      data: data as Record<string, unknown>,
    }))
    return put(lapsed(head, past.at), { header: headerOf(past, message), events, papers: [] })
  }
  /** The record after these, its lapses up to `now` written. */
  const upTo = (pasts: readonly Past[], now: Instant): Head | undefined =>
    lapsed(
      pasts.reduce<Head | undefined>((head, past, index) => follow(head, past, index), undefined),
      now,
    )
  /** The record after an answer, whose events have their ids. */
  const after = (head: Head | undefined, past: Past, events: readonly Happened[]): Head =>
    put(head, { header: headerOf(past, derive(id, 'when')), events, papers: [] })
  return { upTo, after }
}

/**
 * given/when/then for one record: `specOf(entry, rules).given(at('2026-03-04', …)).when(step, {…})`.
 * Lapses that fall due between the given events and the step are written as the desk writes them.
 */
export const specOf = (entry: Service['records'][number], rules: Rules) => {
  const kit = kitOf(entry, rules)
  const id = derive('spec', entry.record.kind)
  const history = historyOf(kit, rules, id)
  const ask = (pasts: readonly Past[], step: Step, when: When): { question: Question; answer: Decided | Refusal } => {
    const now = moment(when.now ?? when.at)
    const head = history.upTo(pasts, now)
    const question: Question = { kit, rules, step, head, actor: when.by, at: moment(when.at), now, id }
    const input = z.strictObject(step.input ?? {}).parse(when.input ?? {}) as Record<string, unknown>
    const no = consider(question) ?? unfit(question, input)
    return { question, answer: no ?? answerTo(question, input, (when.needs ?? {}) as Lookups) }
  }

  const tell = (question: Question, decided: Decided): Told => {
    const events = happen(question, derive('when'), decided.events)
    const past: Past = { at: question.at, events: decided.events, by: question.actor }
    const head = history.after(question.head, past, events)
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
      record: (now: string): RecordView => viewOf(kit, history.upTo(pasts, moment(now))!, moment(now)),
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
