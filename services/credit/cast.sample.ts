import { at, specOf } from '#kernel/spec'
import type { Actor, Refusal, Subject } from '#kernel'
import { loadRules } from '#rules'
import * as listingEvents from './listing/events.js'
import { listing } from './listing/state.js'
import { listingSteps } from './listing/steps.js'
import * as publicityEvents from './publicity/events.js'
import { publicity } from './publicity/state.js'
import { publicitySteps } from './publicity/steps.js'
import type { CaseRow } from './views/cases.js'

/** Fictitious people and parties of the specs (scenario 6 of the rulebook). */
export const rules = loadRules()
export const listings = specOf({ record: listing, steps: listingSteps }, rules)
export const publicities = specOf({ record: publicity, steps: publicitySteps }, rules)

export const BUREAU = 'SAMR-411081'
export const SUPERIOR = 'SAMR-411000'
export const PLATFORM = 'DRC-411000'

const officerOf = (agency: string, office: string): Actor => ({ agency, office, person: `${agency}-${office}` })

export const officer = officerOf(BUREAU, 'officer')
export const leader = officerOf(BUREAU, 'leader')
export const head = officerOf(BUREAU, 'head')
export const publisher = officerOf(BUREAU, 'publicity')
export const superior = officerOf(SUPERIOR, 'leader')
export const clerk = officerOf(SUPERIOR, 'officer')
export const platform = officerOf(PLATFORM, 'officer')
export const system: Actor = { agency: 'SYSTEM', office: 'system', person: 'SYSTEM' }

export const kiln: Subject = { name: '示例瓷业公司（虚构）', uscc: '91411081MA9FK404XQ' }
export const party: Actor = { agency: 'RESPONDENT', office: 'party', person: 'respondent-09', subject: kiln.uscc }

export const CASE = 'aaaaaaaaaaaaaaaaaaaaaaaaad'
export const OTHER = 'aaaaaaaaaaaaaaaaaaaaaaaaae'
export const row: CaseRow = {
  id: CASE,
  dossier: CASE,
  agency: BUREAU,
  subject: kiln,
  heavy: false,
  decidedOn: null,
  performed: false,
  noIntent: false,
  seq: 1,
}

const e = listingEvents
/** Scenario 6, step by step. */
export const nominated = at(
  '2026-04-17',
  e.ListingNominated({ case: CASE, agency: BUREAU, subject: kiln, conduct: 'intentional-infringement' }),
)
export const noticed = at('2026-04-20', e.ListingNotified({}))
export const asked = at('2026-05-09', e.ConsentAsked({ of: SUPERIOR, case: CASE, agency: BUREAU }))
export const consented = at('2026-05-13', e.ConsentGiven({}))
export const decided = at('2026-05-14T09:00', e.HeavyPenaltyDecided({ on: '2026-05-14', decider: leader.person }))
export const listed = at(
  '2026-05-14T10:00',
  e.Listed({ case: CASE, agency: BUREAU, subject: kiln, date: '2026-05-14', servedOn: '2026-05-14' }),
)
export const published = at('2026-06-05', e.ListingPublished({ case: CASE, on: '2026-06-05' }))
export const performed = at('2026-06-10', e.PenaltyPerformed({}))

export const untilConsent = [nominated, noticed, asked, consented] as const
export const untilListed = [...untilConsent, decided, listed] as const
export const untilPublished = [...untilListed, published] as const

export const opened = at(
  '2026-05-20',
  publicityEvents.PublicityOpened({
    case: CASE,
    agency: BUREAU,
    subject: kiln,
    class: 'ordinary',
    determinedOn: '2026-05-14',
    where: '信用中国',
    on: '2026-05-20',
  }),
)

export const clocksOf = (clocks: readonly { id: string; state: string; due?: string }[]) =>
  Object.fromEntries(clocks.map(({ id, state, due }) => [id, [state, due]]))

/** A refusal in one object: its code and its facts. */
export const no = (refusal: Refusal | undefined) => refusal && { code: refusal.refused, ...refusal.facts }
