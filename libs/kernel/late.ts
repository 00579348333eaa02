import type { StoredCommit } from '#ports'
import { unseal, type Commit, type LapseRef } from './commit.js'
import { consider, decide, happen, type Decided, type Question } from './decide.js'
import { apply, dueLapses, factsOf, fold, lapseName, reckonWith, type Head } from './head.js'
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
  (head?.lapses ?? []).filter((lapse) => lapse.at > at && step.emits.some((made) => kit.clocks.get(lapse.clock)?.moved.has(made.type)))

const asFacts = (question: Question, message: string, decided: Decided) =>
  factsOf({ header: { at: question.at } as Commit['header'], events: happen(question, message, decided.events) })

/**
 * Decides a late input against the record without the lapses that its date undoes, then decides every later commit again from its
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
  for (let again = true; again && lapses.length; ) {
    const head = fold(question.kit, question.rules, chain, new Set(lapses.map(lapseName)))!
    const trial = { ...question, head }
    if (consider(trial)) return undefined
    const decided = decide(trial, input, await needsOn(trial))
    if (isRefusal(decided)) return undefined
    const standing = stillDue(trial, message, decided)
    const undone = lapses.filter((lapse) => !standing.has(lapseName(lapse)))
    again = undone.length < lapses.length
    lapses = undone
    if (!again) return inTheWay(trial, chain, message, decided, lapses) ?? { decided, head, lapses }
  }
  return undefined
}

const stillDue = (trial: Question, message: string, decided: Decided): ReadonlySet<string> => {
  const ledger = reckonWith(trial.kit, trial.rules, trial.head!, asFacts(trial, message, decided))
  return new Set(dueLapses({ ...trial.head!, ...ledger }, trial.now).map((clock) => lapseName({ clock: clock.id, key: clock.key, at: clock.lapseAt! })))
}

const position = (stored: StoredCommit) => ({ seq: stored.seq, version: stored.version, hash: stored.hash })

/** Replays what came after the first undone lapse with the late fact in its place. */
const inTheWay = (
  trial: Question,
  chain: readonly StoredCommit[],
  message: string,
  decided: Decided,
  lapses: TakesBack['lapses'],
): Refusal | undefined => {
  const first = Math.min(...lapses.map((lapse) => lapse.seq))
  const before = chain.filter((stored) => stored.seq < first)
  const base = fold(trial.kit, trial.rules, before)!
  const late = { header: { record: trial.id, at: trial.at, actor: trial.actor, step: trial.step.name, recordedAt: trial.now } as Commit['header'], events: happen(trial, message, decided.events), papers: [] }
  let running = apply(trial.kit, trial.rules, base, late, base)
  const undone = new Set(lapses.map(lapseName))
  const held = heldBack(trial, lapses)
  for (const stored of chain.filter((one) => one.seq >= first)) {
    const commit = unseal(stored)
    if (commit.header.lapse && undone.has(lapseName(commit.header.lapse))) continue
    if (!sameAgain(trial, running, commit) || commit.events.some((happened) => held.has(happened.type)))
      return refuse('ERR_GUARD', { guard: 'built-on-lapse', seq: stored.seq, step: commit.header.step, lapses: lapses.map(lapseName) })
    running = apply(trial.kit, trial.rules, running, commit, position(stored))
  }
  return undefined
}

/** Events that the undone clocks hold back: decided in ignorance of the late fact. */
const heldBack = ({ kit, head }: Question, lapses: TakesBack['lapses']): ReadonlySet<string> =>
  new Set(lapses.flatMap((lapse) => versionFor(kit.clocks.get(lapse.clock)!, head!.lines[lapse.clock] ?? []).opens.map((trigger) => trigger.event)))

const told = (events: readonly { type: string; data: unknown }[]): string => canonical(events.map(({ type, data }) => ({ type, data })))

const sameAgain = (trial: Question, running: Head, commit: Commit): boolean => {
  const { header } = commit
  const step = trial.kit.steps.get(header.step)
  if (header.refused || header.lapse || !commit.events.length || !step) return true
  const question: Question = { ...trial, step, head: running, actor: header.actor, at: header.at, now: header.recordedAt }
  if (consider(question)) return false
  const answer = decide(question, (commit.input ?? {}) as Record<string, unknown>, (commit.needs ?? {}) as Lookups)
  return !isRefusal(answer) && told(answer.events) === told(commit.events.filter((happened) => happened.type !== 'LapseTakenBack'))
}
