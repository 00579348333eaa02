import { sentences } from './refusals.js'
import type { Facts, Lexicon } from './sentence.js'

/** A "no" of the door, thrown inside the shell and written as RFC 9457 problem+json. */
export class Problem extends Error {
  constructor(
    readonly code: string,
    readonly facts: Facts = {},
    readonly extra: {
      /** Further members beside the standard ones. */
      members?: Readonly<Record<string, unknown>>
      headers?: Readonly<Record<string, string>>
    } = {},
  ) {
    super(code)
    this.name = 'Problem'
  }
}

/** Try again in a moment. */
export const busy = (seconds: number): Problem =>
  new Problem('BUSY', { seconds }, { headers: { 'retry-after': String(seconds) } })

export interface ProblemBody {
  type: string
  title: string
  status: number
  detail: string
  instance?: string
  code: string
  zh: string
  en: string
  todo: { zh: string; en: string }
  facts: Facts
  [member: string]: unknown
}

/** The body: Chinese first, then English, the facts and numbers behind it and what can be done. */
export const problemBody = (problem: Problem, lexicon: Lexicon, instance?: string): ProblemBody => {
  const { status, says, todo } = sentences(problem.code, problem.facts, lexicon)
  return {
    type: `/api/problems/${problem.code}`,
    title: says.zh,
    status,
    detail: `${says.zh}。${todo.zh}。`,
    ...(instance === undefined ? {} : { instance }),
    code: problem.code,
    zh: says.zh,
    en: says.en,
    todo,
    facts: problem.facts,
    ...problem.extra.members,
  }
}
