import { firstOf, refuse, type Actor, type Found, type Refusal } from '#kernel'
import type { LeadFacts } from '../lead/facts.js'
import { sameActor } from '../subject/keys.js'
import type { CaseFacts } from './facts.js'

type Lead = Found<string, LeadFacts>

/** R-ADM-02: all four must hold. */
export const CONDITIONS = ['evidence', 'penalty', 'jurisdiction', 'limitation'] as const

/** Every lead named is the bureau's own, verified, and about the same person. */
export const leadsWrong = (ids: readonly string[], leads: readonly Lead[], { agency }: Actor): Refusal | undefined => {
  const unknown = ids.filter((id) => !leads.some((lead) => lead.id === id))
  const others = leads.filter(({ facts }) => facts.holder !== agency)
  const unready = leads.filter(({ state }) => state !== 'VERIFYING')
  const strangers = leads.filter(({ facts }) => !sameActor(facts.subject, leads[0]!.facts.subject))
  const told = (guard: string, found: readonly Lead[]) =>
    found.length > 0 && refuse('ERR_GUARD', { guard, leads: found.map(({ id, state }) => ({ id, state })) })
  return firstOf(
    unknown.length > 0 && refuse('ERR_GUARD', { guard: 'unknown-lead', leads: unknown }),
    told('lead-of-another-bureau', others),
    told('lead-not-in-verification', unready),
    told('leads-of-several-persons', strangers),
  )
}

/** A decision that was revoked may be replaced once; the act may then be fined anew. */
export const replacedWrong = (
  id: string | undefined,
  replaced: Found<string, CaseFacts> | undefined,
): Refusal | false =>
  id !== undefined &&
  replaced?.state !== 'REVOKED' &&
  refuse('ERR_GUARD', { guard: 'replaced-case-not-revoked', state: replaced?.state ?? null })

export const union = <T>(...lists: readonly (readonly T[])[]): T[] => [...new Set(lists.flat())]
