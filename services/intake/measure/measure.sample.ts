import { readInstant, type Actor, type RecordView, type Step } from '#kernel'
import { specOf, type Past } from '#kernel/spec'
import { loadRules } from '#rules'
import type { CaseState } from '../administrative-case/states.js'
import type { lead as leads } from '../lead/state.js'
import { measure, type MeasureFacts } from './state.js'
import { measureSteps } from './steps.js'
import { registerPreserve } from './steps/register-preserve.js'
import { sealOrSeize } from './steps/seal-or-seize.js'

/** Goods of scenario 1 for specs; every person and shop is invented. */

export const rules = loadRules()
export const spec = specOf({ record: measure, steps: measureSteps }, rules)

export const BUREAU = 'SAMR-411002'
export const CITY = 'SAMR-411000'
export const ID = (letter: string): string => letter.repeat(26)
export const LEAD = ID('a')
export const CASE = ID('c')

const actor = (office: string, person: string, agency = BUREAU): Actor => ({ agency, office, person })
export const officer = actor('officer', 'p-officer')
export const leader = actor('leader', 'p-leader')
export const head = actor('head', 'p-head')
export const cityHead = actor('head', 'p-city-head', CITY)
export const cityLeader = actor('leader', 'p-city-leader', CITY)
export const SYSTEM = actor('system', 'SYSTEM', 'SYSTEM')

export const SHOP = { name: '某饰品店（虚构）', uscc: '92411002MA9FK1017B', natural: true }
export const GOODS = [{ name: '假发', quantity: 40, unit: '件', serial: '封签0001' }]

export const lead = (facts: Record<string, unknown> = {}, state: keyof typeof leads.states = 'VERIFYING') => ({
  lead: {
    id: LEAD,
    version: 3,
    dossier: ID('d'),
    state,
    facts: { holder: BUREAU, subject: SHOP, ip: 'trademark', officers: ['p-officer', 'p-second'], ...facts },
  },
})
export const filedCase = (facts: Record<string, unknown> = {}, state: CaseState = 'FILED') => ({
  case: {
    id: CASE,
    version: 1,
    dossier: ID('d'),
    state,
    facts: { agency: BUREAU, subject: SHOP, ip: 'trademark', investigators: ['p-officer', 'p-second'], ...facts },
  },
})

export interface Act {
  step: Step
  by: Actor
  at: string
  input?: Record<string, unknown>
  needs?: Record<string, unknown>
}

export const act = (
  step: Step,
  by: Actor,
  at: string,
  input: Record<string, unknown> = {},
  needs: object = {},
): Act => ({
  step,
  by,
  at,
  input,
  needs: { ...needs },
})

export const preserving = (input: Record<string, unknown> = {}, needs: object = lead()): Act =>
  act(
    registerPreserve,
    leader,
    '2026-06-03T10:00',
    { lead: LEAD, goods: GOODS, risk: '当事人可能转移', ...input },
    needs,
  )

export const sealing = (input: Record<string, unknown> = {}, needs: object = {}): Act =>
  act(
    sealOrSeize,
    leader,
    '2026-06-12T09:00',
    { lead: LEAD, goods: GOODS, kind: 'seize', basis: '商标法第六十二条', ...input },
    { sealed: [], ...lead(), ...needs },
  )

const after = (pasts: readonly Past[], one: Act): Past[] => [
  ...pasts,
  {
    at: readInstant(one.at)!,
    by: one.by,
    events: spec
      .given(...pasts)
      .when(one.step, one)
      .told().events,
  },
]
export const on = (pasts: readonly Past[], ...acts: readonly Act[]): Past[] => acts.reduce<Past[]>(after, [...pasts])

export const told = (pasts: readonly Past[], one: Act) => {
  const answer = spec
    .given(...pasts)
    .when(one.step, one)
    .told()
  return { ...answer, after: answer.after as RecordView<string, MeasureFacts> }
}
export const refused = (pasts: readonly Past[], one: Act) =>
  spec
    .given(...pasts)
    .when(one.step, one)
    .refused()
export const refusal = (pasts: readonly Past[], one: Act) =>
  spec
    .given(...pasts)
    .when(one.step, one)
    .refusal()
export const record = (pasts: readonly Past[], now: string) =>
  spec.given(...pasts).record(now) as RecordView<string, MeasureFacts>
export const clock = (id: string, pasts: readonly Past[], now: string) => {
  const found = record(pasts, now).clocks.find((one) => one.id === id)
  return found && { state: found.state, due: found.due, lastSafeDay: found.lastSafeDay }
}
