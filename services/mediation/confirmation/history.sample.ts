import type { Found } from '#kernel'
import { at, specOf, type Past } from '#kernel/spec'
import { COURT, MARK, nursery, ORG, rules, shop } from '../cast.sample.js'
import { agreed, spec as mediations } from '../mediation/history.sample.js'
import type { MediationFacts } from '../mediation/state.js'
import { Accepted, Confirmed, ConfirmationApplied } from './events.js'
import { confirmation } from './state.js'
import { confirmationSteps } from './steps.js'

export const spec = specOf({ record: confirmation, steps: confirmationSteps }, rules)

export const MEDIATION = 'aaaaaaaaaaaaaaaaaaaaaaaaab'

/** The mediation of scenario 5 as the court finds it. */
export const found = (
  changes: Partial<MediationFacts> = {},
  state?: string,
  past: readonly Past[] = agreed,
): Found<string, MediationFacts> => {
  const record = mediations.given(...past).record('2026-05-18')
  return {
    id: MEDIATION,
    version: 3,
    dossier: MEDIATION,
    state: state ?? record.state,
    facts: { ...(record.facts as MediationFacts), ...changes },
  }
}

export const about = {
  mediation: MEDIATION,
  court: COURT,
  organisation: ORG,
  parties: [nursery, shop],
  ip: MARK,
  amount: 5_000_000,
  lastPerformanceDay: '2026-06-30',
  receivedOn: '2026-05-18',
  titleWords: [],
}
export const applied = at('2026-05-18', ConfirmationApplied(about))
export const accepted = at('2026-05-19', Accepted({}))
export const confirmed = at(
  '2026-05-29',
  Confirmed({
    mediation: MEDIATION,
    ruledOn: '2026-05-29',
    servedOn: '2026-05-29',
    lastPerformanceDay: '2026-06-30',
    enforceFrom: '2026-06-30',
  }),
)
export const standing = [applied, accepted, confirmed] as const

export const clocksOf = (clocks: readonly { id: string; state: string; strict?: string; due?: string }[]) =>
  Object.fromEntries(clocks.map(({ id, state, strict, due }) => [id, [state, strict, due]]))
