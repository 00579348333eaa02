import type { StoredCommit } from '#ports'
import { positionOf, unseal, type Commit, type LapseRef } from './commit.js'
import { answerTo, consider, decide, happen, unfit, type Decided, type Question } from './decide.js'
import { dueLapses } from './due.js'
import { apply, factsOf, fold, reckonWith } from './fold.js'
import { lapseName, type Head } from './head.js'
import { canonical } from './json.js'
import { versionFor } from './kit.js'
import { isRefusal, refuse, type Lookups, type Refusal } from './step.js'

/** A fact recorded late that shows some lapses never were. */
export interface TakesBack {
  decided: Decided
  /** The record as it was without those lapses: what was decided on. */
  head: Head
  lapses: readonly (LapseRef & { seq: number })[]
}

/** Written lapses that an input dated before them might undo: their clocks are moved by an event that the step gives. */
export const atStake = ({ kit, step, head, at }: Question): Head['lapses'] =>
  (head?.lapses ?? []).filter(
    (lapse) => lapse.at > at && step.emits.some((made) => kit.clocks.get(lapse.clock)?.moved.has(made.type)),
  )

const asFacts = (question: Question, message: string, decided: Decided) =>
  factsOf({ header: { at: question.at } as Commit['header'], events: happen(question, message, decided.events) })

/**
 * Decides a late input on the record as it stood before the lapses that its date undoes, then decides every later commit again from its
 * stored input and needs.
 * @returns undefined when nothing is undone (decide as usual); ERR_GUARD naming the commit in the way when something was built on a lapse.
 */
export const decideLate = async (
  question: Question,
  chain: readonly StoredCommit[],
  input: Record<string, unknown>,
  message: string,
  needsOn: (question: Question) => Promise<Lookups>,
): Promise<TakesBack | Refusal | undefined> => {
  let lapses = atStake(question)
  while (lapses.length) {
    const first = Math.min(...lapses.map((lapse) => lapse.seq))
    const trial = { ...question, head: fold(question.kit, question.rules, chain.slice(0, first - 1))! }
    if (consider(trial) ?? unfit(trial, input)) return undefined
    const decided = answerTo(trial, input, await needsOn(trial))
    if (isRefusal(decided)) return undefined
    const standing = stillDue(trial, message, decided)
    const undone = lapses.filter((lapse) => !standing.has(lapseName(lapse)))
    if (undone.length === lapses.length)
      return inTheWay(trial, chain, message, decided, lapses) ?? { decided, head: trial.head, lapses }
    lapses = undone
  }
  return undefined
}

const stillDue = (trial: Question, message: string, decided: Decided): ReadonlySet<string> => {
  const ledger = reckonWith(trial.kit, trial.rules, trial.head!, asFacts(trial, message, decided))
  return new Set(dueLapses({ ...trial.head!, ...ledger }, trial.now).map(lapseName))
}

const guard = (commit: Commit, seq: number, lapses: TakesBack['lapses']): Refusal =>
  refuse('ERR_GUARD', {
    guard: 'built-on-lapse',
    seq,
    step: commit.header.step,
    at: commit.header.at,
    lapses: lapses.map(lapseName),
  })

/** Replays what came after the first undone lapse with the late fact in its place. */
const inTheWay = (
  trial: Question,
  chain: readonly StoredCommit[],
  message: string,
  decided: Decided,
  lapses: TakesBack['lapses'],
): Refusal | undefined => {
  const { kit, rules, id, at, actor, step, now } = trial
  const header = { record: id, at, actor, step: step.name, recordedAt: now } as Commit['header']
  const late: Commit = { header, events: happen(trial, message, decided.events), papers: [] }
  const after = apply(kit, rules, trial.head, late, trial.head!)
  const undone = new Set(lapses.map(lapseName))
  const held = heldBack(trial, lapses)
  let running = after
  for (const stored of chain.slice(trial.head!.seq)) {
    const commit = unseal(stored)
    if (commit.header.lapse && undone.has(lapseName(commit.header.lapse))) continue
    const no = guard(commit, stored.seq, lapses)
    if (!sameAgain(trial, running, commit) || commit.events.some((happened) => held.has(happened.type))) return no
    const next = apply(kit, rules, running, commit, positionOf(stored))
    // State folds by position, and the late fact comes last: what moved the state after it would be overruled.
    if (next.state !== running.state && after.state !== trial.head!.state) return no
    running = next
  }
  return undefined
}

/** Events that the undone clocks hold back: decided in ignorance of the late fact. */
const heldBack = ({ kit, head }: Question, lapses: TakesBack['lapses']): ReadonlySet<string> =>
  new Set(
    lapses.flatMap((lapse) =>
      versionFor(kit.clocks.get(lapse.clock)!, head!.lines[lapse.clock] ?? []).opens.map((trigger) => trigger.event),
    ),
  )

const told = (events: readonly { type: string; data: unknown }[]): string =>
  canonical(events.map(({ type, data }) => ({ type, data })))

const sameAgain = (trial: Question, running: Head, commit: Commit): boolean => {
  const { header } = commit
  const step = trial.kit.steps.get(header.step)
  if (header.refused || header.lapse || !commit.events.length || !step) return true
  const question: Question = {
    ...trial,
    step,
    head: running,
    actor: header.actor,
    at: header.at,
    now: header.recordedAt,
  }
  if (consider(question)) return false
  const answer = decide(question, (commit.input ?? {}) as Record<string, unknown>, (commit.needs ?? {}) as Lookups)
  return (
    !isRefusal(answer) &&
    told(answer.events) === told(commit.events.filter((happened) => happened.type !== 'LapseTakenBack'))
  )
}
