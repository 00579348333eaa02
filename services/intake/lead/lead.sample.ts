import type { Actor, EventOf } from '#kernel'
import { at, specOf } from '#kernel/spec'
import { sampleRules } from '../city.sample.js'
import * as events from './events.js'
import { lead } from './state.js'
import { leadSteps } from './steps.js'

/** A lead of scenario 1 for specs; every person and shop is invented. */

export const rules = sampleRules()
export const spec = specOf({ record: lead, steps: leadSteps }, rules)

export const BUREAU = 'SAMR-411002'
export const OTHER = 'SAMR-411003'
export const HUB = 'HUB-411000'
const actor =
  (office: string, person: string) =>
  (agency = BUREAU): Actor => ({ agency, office, person })
export const intake = actor('intake', 'p-intake')
export const officer = actor('officer', 'p-officer')
export const leader = actor('leader', 'p-leader')
export const SYSTEM: Actor = { agency: 'SYSTEM', office: 'system', person: 'SYSTEM' }

export const SHOP = { name: '某饰品店（虚构）', uscc: '92411002MA9FK1017B', natural: true }
export const ID = (letter: string): string => letter.repeat(26)
export const CASE = ID('c')
export const MEASURE = ID('m')

export const RECEIVED = {
  agency: BUREAU,
  subject: SHOP,
  channel: 'SRC-12315-JB',
  handler: true,
  complaint: false,
  receivedOn: '2026-06-01',
  named: true,
  reporter: 'INF-2026-0001',
}

export const received = (more: object = {}) => at('2026-06-01T09:00', events.LeadReceived({ ...RECEIVED, ...more }))
export const classified = (more: object = {}) =>
  at(
    '2026-06-01T10:00',
    events.LeadClassified({ agency: BUREAU, subject: SHOP, ip: 'trademark', identified: false, ...more }),
  )
export const dispatchedTo = (to: string, more: object = {}) =>
  at(
    '2026-06-02T09:00',
    events.LeadDispatched({
      ...{ agency: HUB, subject: SHOP, ip: 'trademark', to, complaint: false, receivedOn: '2026-06-02' },
      ...more,
    }),
  )
export const started = at('2026-06-03T09:00', events.VerificationStarted({ officers: ['p-officer', 'p-second'] }))
export const happened = (day: string, ...more: readonly EventOf[]) => at(day, ...more)

export const hub = { handler: false, agency: HUB }
/** At the hub, at the bureau, and being verified there. */
export const atHub = [received(hub), classified({ agency: HUB })]
export const atBureau = [received(), classified()]
export const verifying = [...atBureau, started]
export const dispatchedHere = [...atHub, dispatchedTo(BUREAU)]

/** Handed over by another bureau with its case. */
export const transferred = [
  received({
    channel: 'SRC-TRANSFER',
    named: false,
    reporter: undefined,
    source: { kind: 'case-transferred', record: CASE, matter: 'same', from: OTHER },
  }),
  classified(),
]

export const held = happened('2026-06-03T11:00', events.MeasureNoted({ measure: MEASURE, open: true }))
