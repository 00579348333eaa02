import type { Answer, Rehearsal } from '#kernel'
import type { Rules } from '#rules'
import type { House, Outgoing } from './house.js'
import { nearest } from '#kernel/nearest'
import { clockShown } from './clock-words.js'
import { signingOf } from './law/documents.js'
import type { Meanwhile } from './live/meanwhile.js'
import { Problem, problemBody } from './problem.js'
import { etag, invalidInput } from './read.js'
import { saidOf } from './refusals.js'
import { paperTitles, type Titles } from './titles.js'

/** What was asked for, to name what is nearest when there is no such thing. */
export interface Asked {
  kind: string
  step: string
  id?: string
  /** The version it was to be taken on. */
  expected?: number
  /** What was done since, where it was not taken on it and the person reads the file. */
  meanwhile?: Meanwhile
}

const unknown = (house: House, { kind, step }: Asked): Problem => {
  const kinds = new Map(
    house.services.flatMap((service) => service.records.map((entry) => [entry.record.kind, entry.steps])),
  )
  const steps = kinds.get(kind)
  const like = steps
    ? nearest(
        step,
        steps.filter((one) => one.who !== 'system').map((one) => one.name),
      )
    : nearest(kind, [...kinds.keys()])
  return new Problem('NOT_FOUND', { asked: steps ? step : kind, nearest: like })
}

const refusedProblem = (answer: Extract<Answer, { outcome: 'refused' }>): Problem => {
  const { code, facts, id, version, message } = answer
  return new Problem(code, facts, {
    members: { record: id, version, message },
    ...(version === undefined ? {} : { headers: { etag: etag(version) } }),
  })
}

/** Who acted meanwhile, when and by which step; to a party only that something is new. */
const staleProblem = (version: number, { expected, meanwhile }: Asked): Problem => {
  if (!meanwhile) return new Problem('STALE_VERSION')
  const [last] = meanwhile
  const more = meanwhile.length > 1 ? meanwhile.length - 1 : undefined
  const told = last && { who: last.by.who, act: last.title, ago: last.ago, by: last.by.kind, more }
  return new Problem(
    'STALE_VERSION',
    { version, expected, ...told },
    { members: { meanwhile }, headers: { etag: etag(version) } },
  )
}

const problemFor = (house: House, answer: Exclude<Answer, { outcome: 'done' }>, asked: Asked): Problem => {
  switch (answer.outcome) {
    case 'refused':
      return refusedProblem(answer)
    case 'denied':
      return answer.why === 'hidden' ? new Problem('NOT_FOUND') : new Problem('FORBIDDEN', { step: asked.step })
    case 'invalid':
      return invalidInput(answer.issues)
    case 'unknown':
      return unknown(house, asked)
    case 'mismatch':
      return new Problem('KEY_REUSED')
    case 'stale':
      return staleProblem(answer.version, asked)
  }
}

const isPossible = (told: Rehearsal | Answer): told is Rehearsal => told.outcome === 'possible'

/**
 * What an act would bring, with titles and the rules behind its clocks; or, `possible: false`, why it would be refused, in the words of
 * the refusal itself. Nothing of it is kept.
 * @throws Problem for what is no act at all: an unknown record, a wrong input, a person who may not
 */
export const rehearsalShown = (house: House, rules: Rules, titles: Titles, told: Rehearsal | Answer, asked: Asked) => {
  if (told.outcome === 'refused')
    return { possible: false, ...problemBody(refusedProblem(told), house.lexicon(asked.kind)) }
  if (!isPossible(told)) throw problemFor(house, told as Exclude<Answer, { outcome: 'done' }>, asked)
  const { kind, id, state, papers, warnings, clocks } = told
  const words = house.lexicon(kind)
  return {
    possible: true,
    state,
    stateTitle: titles.state(kind, state),
    papers,
    paperTitles: paperTitles(rules, papers),
    signing: signingOf(papers),
    warnings: warnings.map((one) => ({ ...one, ...saidOf(one.warning, one.facts, words) })),
    clocks: clocks.map((clock) => clockShown(rules, kind, clock, `/api/${kind}/${id ?? '{id}'}`)),
  }
}

/**
 * Writes the kernel's answer: 201 with its address for a new record, 200 else, the version as ETag.
 * @throws Problem for every other outcome
 */
export const writeAnswer = (house: House, answer: Answer, asked: Asked, reply: Outgoing) => {
  if (answer.outcome !== 'done') throw problemFor(house, answer, asked)
  const words = house.lexicon(answer.kind)
  const warnings = answer.warnings.map((one) => ({ ...one, ...saidOf(one.warning, one.facts, words) }))
  const told = { ...answer, warnings, outcome: undefined, dossier: undefined }
  if (asked.id === undefined) reply.header('location', `/api/${told.kind}/${told.id}`)
  if (told.repeated) reply.header('idempotent-replayed', 'true')
  reply.code(asked.id === undefined ? 201 : 200).header('etag', etag(told.version))
  return told
}
