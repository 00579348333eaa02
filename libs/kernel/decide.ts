import type { Rules } from '#rules'
import type { Happened } from './commit.js'
import type { AnyMaker, EventOf } from './event.js'
import { derive } from './hash.js'
import { reckonWith } from './fold.js'
import type { Head } from './head.js'
import { beforeTheLaw, tooOldFor } from './floors.js'
import { rolesOf, viewOf } from './view.js'
import { dayOf, type Instant } from './instant.js'
import { startsIn, versionFor, type RecordKit } from './kit.js'
import { check, type Fact } from './ledger.js'
import { likeKnown } from './nearest.js'
import { placesIn, type Place } from './places.js'
import type { Actor, RecordView } from './record.js'
import { notLicensed, wrongPeople } from './staff.js'
import {
  isRefusal,
  refuse,
  type Context,
  type Lookups,
  type PaperDraft,
  type Refusal,
  type Step,
  type Warning,
} from './step.js'

/** Everything a decision is taken on; no clock of the machine, no store. */
export interface Question {
  kit: RecordKit
  rules: Rules
  step: Step
  /** Undefined before the first step. */
  head: Head | undefined
  actor: Actor
  at: Instant
  now: Instant
  id: string
}

export interface Decided {
  events: readonly EventOf<string, Record<string, unknown>>[]
  warnings: readonly Warning[]
  papers: readonly PaperDraft[]
  claims: readonly string[]
}

/** The record as a first step sees it. */
const unborn = (question: Question): RecordView => ({
  id: question.id,
  kind: question.kit.type.kind,
  dossier: '',
  version: 0,
  state: '',
  since: question.at,
  facts: question.kit.type.facts as unknown,
  overlays: [],
  clocks: [],
  papers: [],
})

export const seenBy = (question: Question): RecordView =>
  question.head
    ? viewOf(question.kit, question.head, question.at > question.now ? question.now : question.at)
    : unborn(question)

/** Right agency (policy has seen to that), wrong office or person. */
const wrongPerson = ({ step, actor, rules, head, kit }: Question): Refusal | undefined => {
  if (step.who === 'system') return undefined
  const offices = [step.who.office].flat().flatMap((office) => rules.officesIn(office))
  if (!offices.includes(actor.office))
    return refuse(step.who.else ?? 'ERR_WRONG_APPROVER', { office: actor.office, needed: offices })
  const apart = step.who.apart?.(head?.facts ?? kit.type.facts) ?? []
  return apart.includes(actor.person) ? refuse('ERR_SOD', { step: step.name, person: actor.person }) : undefined
}

const inTheFuture = ({ at, now }: Question): Refusal | undefined =>
  at > now ? refuse('ERR_DATE', { field: 'at', given: at, notAfter: now }) : undefined

/** Before the law that the record follows. */
const inThePast = ({ at, step, rules, kit }: Question): Refusal | undefined =>
  step.who === 'system' ? undefined : tooOldFor('at', at, rules.lawFrom(kit.type.kind))

/** Before the act that brought the record into the state that the step is allowed from. What comes from elsewhere is dated as its source. */
const tooOld = ({ at, head, step }: Question): Refusal | undefined =>
  head && step.who !== 'system' && at < head.since
    ? refuse('ERR_DATE', { field: 'at', given: at, notBefore: head.since })
    : undefined

const lineFacts = (head: Head | undefined, id: string): readonly Fact[] => head?.lines[id] ?? []

/** What the clocks say to an event: late, too early, an extension against its rule. */
const clockSays = (question: Question, type: string, data?: Record<string, unknown>): Refusal | undefined => {
  for (const clock of question.kit.naming.get(type) ?? []) {
    const facts = lineFacts(question.head, clock.id)
    if (!facts.length) continue
    const no = check(
      [versionFor(clock, facts)],
      facts,
      { type, at: question.at, data },
      { calendar: question.rules.calendar, switches: question.rules.switches },
    )
    if (no) return no
  }
  return undefined
}

/** Before the input is known a step is refused only when every event it may give is. */
const clocksForbid = (question: Question): Refusal | undefined => {
  const answers = question.step.emits.map((made) => clockSays(question, made.type))
  return answers.length > 0 && answers.every((answer) => answer !== undefined) ? answers[0] : undefined
}

const wrongState = ({ step, head, kit }: Question): Refusal | undefined => {
  const state = head?.state ?? 'new'
  return startsIn(kit.type, step, state) ? undefined : refuse('ERR_STATE', { state, from: step.from })
}

/**
 * Everything that can be asked without the input, in the order of the rulebook (11, "who says no"): office and person, date, clocks,
 * codes that hold whatever the state, state. The same list answers "what may I do now, and why not the rest".
 */
export const consider = (question: Question): Refusal | undefined => {
  const no = wrongPerson(question) ?? inTheFuture(question) ?? inThePast(question) ?? clocksForbid(question)
  if (no) return no
  const { step, actor, at, rules } = question
  const seen = seenBy(question)
  const unless = step.unless?.(seen, { rules }) || step.unlessBy?.(seen, { actor, at, rules })
  return unless || (wrongState(question) ?? tooOld(question))
}

/** Papers that must be given with the input and are not. */
export const missingPapers = (step: Step, input: Record<string, unknown>): Refusal | undefined => {
  const enclosures = (input.enclosures ?? {}) as Record<string, readonly string[]>
  const missing = (step.given ?? []).filter((title) => !enclosures[title]?.length)
  return missing.length ? refuse('ERR_DOC_MISSING', { missing }) : undefined
}

/** Dates, types of right and people of an input that cannot be. Reactions name what others let through. */
const misnamed = (question: Question, input: Record<string, unknown>): Refusal | undefined => {
  const { step, rules, kit } = question
  if (step.who === 'system') return undefined
  const places = placesIn(step, input)
  return beforeTheLaw(places, rules, kit.type.kind) ?? unknownIp(places, rules) ?? wrongPeople(places, question)
}

/** Nobody knows a right of this type. */
const unknownIp = (places: readonly Place[], rules: Rules): Refusal | undefined => {
  const wrong = places.find(({ form, value }) => form.format === 'ip-type' && !rules.ip(value))?.value
  if (wrong === undefined) return undefined
  const known = rules.ipTypes.map(({ code }) => code)
  return refuse('ERR_GUARD', { guard: 'unknown-ip', ip: wrong, ...likeKnown(wrong, known) })
}

/** What a person's input lacks or names that is not there, before anything is looked up. */
export const unfit = (question: Question, input: Record<string, unknown>): Refusal | undefined =>
  missingPapers(question.step, input) ?? misnamed(question, input)

const draftsOf = (step: Step, input: unknown, record: RecordView, context: Context<Lookups>): PaperDraft[] => {
  const made = typeof step.makes === 'function' ? step.makes(input, record, context) : [step.makes ?? []].flat()
  return made.map((draft) => (typeof draft === 'string' ? { title: draft } : draft))
}

/** What the events themselves are told by the clocks, now that their fields are known. */
const clocksRefuse = (
  question: Question,
  events: readonly EventOf<string, Record<string, unknown>>[],
): Refusal | undefined => {
  for (const { type, data } of events) {
    const no = clockSays(question, type, data)
    if (no) return no
  }
  return undefined
}

/**
 * Decides a parsed input that `consider` let through: events, papers and claims, or a refusal.
 * Pure: the same question, input and needs give the same answer.
 */
export const decide = (question: Question, input: Record<string, unknown>, needs: Lookups): Decided | Refusal => {
  const { step, actor, at, now, rules, id } = question
  const record = seenBy(question)
  const context: Context<Lookups> = { at, today: dayOf(at), now, actor, rules, needs, id }
  const answer = step.decide(input, record, context)
  if (isRefusal(answer)) return answer
  const items = Array.isArray(answer) ? (answer as readonly (EventOf | Warning)[]) : [answer as EventOf]
  const events = items.filter((item): item is EventOf<string, Record<string, unknown>> => 'type' in item)
  const late = clocksRefuse(question, events)
  if (late) return late
  return {
    events,
    warnings: items.filter((item): item is Warning => 'warning' in item),
    papers: events.length ? draftsOf(step, input, record, context) : [],
    claims: events.length ? (step.claims?.(input, record, context) ?? []) : [],
  }
}

/** Decides what a person asks: last of all, whoever is named as an officer holds a licence. An act once taken is not asked again. */
export const answerTo = (question: Question, input: Record<string, unknown>, needs: Lookups): Decided | Refusal => {
  const decided = decide(question, input, needs)
  if (isRefusal(decided) || question.step.who === 'system') return decided
  return notLicensed(placesIn(question.step, input), question) ?? decided
}

/** Gives events their ids and, where a duty was done after its due, how late. */
export const happen = (question: Question, message: string, events: Decided['events']): Happened[] => {
  const happened = events.map(({ type, data }, index): Happened => ({
    data,
    id: derive(question.id, message, index),
    type,
    ...versionOf(question.kit.makers.get(type)),
  }))
  const breached = question.head?.clocks.some((clock) => clock.lapseAt !== undefined && clock.lapseAt <= question.at)
  return breached ? happened.map((one) => withLateBy(question, one)) : happened
}

/** First versions say nothing: what was written before there were others reads the same. */
const versionOf = (maker: AnyMaker | undefined): { version?: number } =>
  (maker?.version ?? 1) > 1 ? { version: maker!.version } : {}

const withLateBy = (question: Question, happened: Happened): Happened => {
  const fact: Fact = { id: happened.id, type: happened.type, at: question.at, data: happened.data }
  const { clocks } = reckonWith(question.kit, question.rules, question.head!, [fact])
  const late = clocks.find((clock) => clock.stoppedBy === happened.id && clock.lateBy)
  return late ? { ...happened, lateBy: { clock: late.id, ...late.lateBy! } } : happened
}

/** The roles of a record that exists. */
export const rolesIn = ({ kit, head }: Pick<Question, 'kit' | 'head'>): Record<string, readonly string[]> | undefined =>
  head && rolesOf(kit, head.facts)
