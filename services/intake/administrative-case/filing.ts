import { firstOf, refuse, type Actor, type Found, type Refusal, type GuardName } from '#kernel'
import { cameTransferred } from '../lead/guards.js'
import type { LeadFacts } from '../lead/facts.js'
import type { MeasureFacts } from '../measure/state.js'
import { sameActor } from '../subject/keys.js'
import type { CaseFacts } from './facts.js'

type Lead = Found<string, LeadFacts>
type Held = Found<string, MeasureFacts>

/** R-ADM-02: all four must hold. */
export const CONDITIONS = ['evidence', 'penalty', 'jurisdiction', 'limitation'] as const

/** Every lead named is the bureau's own, verified, and about the same person. Another's is not found: nobody learns that there is one. */
export const leadsWrong = (ids: readonly string[], leads: readonly Lead[], { agency }: Actor): Refusal | undefined => {
  const unknown = ids.filter((id) => !leads.some((lead) => lead.id === id && lead.facts.holder === agency))
  const unready = leads.filter(({ state }) => state !== 'VERIFYING')
  const strangers = leads.filter(({ facts }) => !sameActor(facts.subject, leads[0]!.facts.subject))
  const told = (guard: GuardName, found: readonly Lead[]) =>
    found.length > 0 && refuse('ERR_GUARD', { guard, leads: found.map(({ id, state }) => ({ id, state })) })
  return firstOf(
    unknown.length > 0 && refuse('ERR_GUARD', { guard: 'unknown-lead', leads: unknown }),
    told('lead-not-in-verification', unready),
    told('leads-of-several-persons', strangers),
  )
}

/** Cases whose file the bureau has now: transferred to it, or its own revoked one. */
export const takenOver = (replaces: string | undefined, leads: readonly Lead[]): string[] => [
  ...(replaces === undefined ? [] : [replaces]),
  ...leads.filter(cameTransferred).flatMap(({ facts }) => facts.source?.record ?? []),
]

/** Goods are the bureau's own and of no other case, or came to it with the case it takes over: transferred here (PROC 14), or revoked. */
export const measuresWrong = (
  ids: readonly string[],
  held: readonly Held[],
  from: readonly string[],
  agency: string,
): Refusal | false => {
  const own = ({ facts }: Held): boolean =>
    facts.case === undefined ? facts.agency === agency : from.includes(facts.case)
  const wrong = ids.filter((id) => !held.some((one) => one.id === id && own(one)))
  return wrong.length > 0 && refuse('ERR_GUARD', { guard: 'measures-of-others', measures: wrong })
}

/** A decision that was revoked may be replaced once; the act may then be fined anew. */
export const replacedWrong = (
  id: string | undefined,
  replaced: Found<string, CaseFacts> | undefined,
  agency: string,
): Refusal | false => {
  const state = replaced?.facts.agency === agency ? replaced.state : null
  return id !== undefined && state !== 'REVOKED' && refuse('ERR_GUARD', { guard: 'replaced-case-not-revoked', state })
}

export const union = <T>(...lists: readonly (readonly T[])[]): T[] => [...new Set(lists.flat())]
