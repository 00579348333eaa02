import { describe, expect, it } from '@jest/globals'
import type { Step } from '#kernel'
import { at, type Past } from '#kernel/spec'
import * as c from '../cast.sample.js'
import {
  ConsentRefused,
  Listed,
  ListingDropped,
  ListingNominated,
  ListingNoticeReplaced,
  ListingRevoked,
  NoIntentProven,
} from './events.js'
import { listing, type ListingFacts } from './state.js'
import { acknowledgeNotice } from './steps/acknowledge-notice.js'
import { askConsent } from './steps/ask-consent.js'
import { consent } from './steps/consent.js'
import { decideListing } from './steps/decide-listing.js'
import { dropListing } from './steps/drop-listing.js'
import { includeNotice } from './steps/include-notice.js'
import { nominateListing } from './steps/nominate-listing.js'
import { noteDecision } from './steps/note-decision.js'
import { noteDefence } from './steps/note-defence.js'
import { notePerformance } from './steps/note-performance.js'
import { publishListing } from './steps/publish-listing.js'
import { refuseConsent } from './steps/refuse-consent.js'

const take = (step: Step, past: readonly Past[], on: string, input: Record<string, unknown> = {}, by = c.system) =>
  c.listings.given(...past).when(step, { by, at: on, input })

describe('a nomination', () => {
  const nominate = (input: object = {}, by = c.officer, cases: object[] = [c.row]) =>
    c.listings.given().when(nominateListing, {
      by,
      at: '2026-04-17',
      input: { case: c.CASE, conduct: 'intentional-infringement', heavyIntended: true, serious: true, ...input },
      needs: { cases },
    })

  it('is told whether the case is serious; nobody is presumed to be', () => {
    expect(nominateListing.input!.serious!.safeParse(undefined).success).toBe(false)
  })

  it('begins with the case, whose party, dossier and key it takes', () => {
    const { events, after } = nominate().told()
    expect(events).toEqual([
      {
        type: 'ListingNominated',
        data: { case: c.CASE, agency: c.BUREAU, subject: c.kiln, conduct: 'intentional-infringement' },
      },
    ])
    expect(after.state).toBe('CANDIDATE')
    expect(nominateListing.key?.({ case: c.CASE }, {})).toBe(c.CASE)
    expect(nominateListing.joins?.({}, { cases: [{ ...c.row, dossier: c.OTHER }] })).toBe(c.OTHER)
  })

  it.each([
    ['conduct that is not listed', { conduct: 'late-filing' }, ['conduct']],
    ['conduct named as what every object has', { conduct: 'toString' }, ['conduct']],
    ['conduct named as what makes every object', { conduct: 'constructor' }, ['conduct']],
    ['a light penalty', { heavyIntended: false }, ['heavy-penalty']],
    ['a case that is not serious', { serious: false }, ['serious']],
    ['proof that there was no intent', { noIntentProven: true }, ['intent']],
  ])('is not listable for %s', (_, input, lacking) => {
    expect(nominate(input).refusal()).toMatchObject({ refused: 'ERR_NOT_LISTABLE', facts: { lacking } })
  })

  it('is not listable when the defence or the hearing in the case has proved it (R-CRD-04)', () => {
    expect(nominate({}, c.officer, [{ ...c.row, noIntent: true }]).refusal()).toMatchObject({
      refused: 'ERR_NOT_LISTABLE',
      facts: { lacking: ['intent'] },
    })
  })

  it('is the case officer’s, for a case of the own bureau', () => {
    expect(nominate({}, c.leader).refused()).toBe('ERR_WRONG_APPROVER')
    expect(c.no(nominate({}, { ...c.officer, agency: 'SAMR-411082' }).refusal())).toEqual({
      code: 'ERR_GUARD',
      guard: 'case',
    })
    expect(c.no(nominate({}, c.officer, []).refusal())).toEqual({ code: 'ERR_GUARD', guard: 'case' })
  })
})

describe('the penalty notice', () => {
  it('takes the listing in, once', () => {
    const told = take(includeNotice, [c.nominated], '2026-04-20', { agency: c.BUREAU, listing: true }).told()
    expect(told.events).toEqual([{ type: 'ListingNotified', data: {} }])
    expect(told.after.state).toBe('NOTICE_INCLUDED')
    expect(
      take(includeNotice, [c.nominated, c.noticed], '2026-04-21', { agency: c.BUREAU, listing: true }).told().events,
    ).toEqual([])
  })

  it('changes nothing without a section on listing, of another bureau, or when the listing is decided', () => {
    expect(
      take(includeNotice, [c.nominated], '2026-04-20', { agency: c.BUREAU, listing: false }).told().events,
    ).toEqual([])
    expect(
      take(includeNotice, [c.nominated], '2026-04-20', { agency: 'SAMR-411082', listing: true }).told().events,
    ).toEqual([])
    expect(
      take(includeNotice, c.untilListed, '2026-05-20', { agency: c.BUREAU, listing: false }).told().events,
    ).toEqual([])
  })

  it('that replaces it without the section takes consent away too', () => {
    const told = take(includeNotice, c.untilConsent, '2026-05-13T12:00', { agency: c.BUREAU, listing: false }).told()
    expect(told.events).toEqual([{ type: 'ListingNoticeReplaced', data: {} }])
    expect(told.after).toMatchObject({ state: 'CANDIDATE', facts: { noticed: false, consented: false } })
  })
})

describe('consent', () => {
  it('is asked of the bureau one level up', () => {
    const told = take(askConsent, [c.nominated, c.noticed], '2026-05-09', {}, c.officer).told()
    expect(told.events).toEqual([{ type: 'ConsentAsked', data: { of: c.SUPERIOR, case: c.CASE, agency: c.BUREAU } }])
    expect([told.papers, told.after.state]).toEqual([['请示'], 'CONSENT_ASKED'])
  })

  it('has nobody to be asked of above the province', () => {
    const province = at(
      '2026-04-17',
      ListingNominated({ case: c.CASE, agency: 'SAMR-410000', subject: c.kiln, conduct: 'unlawful-agency' }),
    )
    const by = { ...c.officer, agency: 'SAMR-410000' }
    expect(c.no(take(askConsent, [province, c.noticed], '2026-05-09', {}, by).refusal())).toEqual({
      code: 'ERR_GUARD',
      guard: 'superior',
      agency: 'SAMR-410000',
    })
  })

  it('is not asked before the notice, nor twice', () => {
    expect(take(askConsent, [c.nominated], '2026-05-09', {}, c.officer).refused()).toBe('ERR_NOTICE_MISSING')
    expect(take(askConsent, c.untilConsent, '2026-05-14', {}, c.officer).refused()).toBe('ERR_STATE')
  })

  it('is given or refused by the responsible person there', () => {
    const past = [c.nominated, c.noticed, c.asked]
    const given = take(consent, past, '2026-05-13', {}, c.superior).told()
    expect([given.events, given.papers, given.after.state]).toEqual([
      [{ type: 'ConsentGiven', data: {} }],
      ['同意函'],
      'CONSENTED',
    ])
    const not = take(refuseConsent, past, '2026-05-13', {}, c.superior).told()
    expect([not.events, not.papers, not.after.state]).toEqual([
      [{ type: 'ConsentRefused', data: {} }],
      ['不同意函'],
      'CONSENT_REFUSED',
    ])
    for (const step of [consent, refuseConsent]) {
      expect(take(step, past, '2026-05-13', {}, c.clerk).refused()).toBe('ERR_WRONG_APPROVER')
      expect(take(step, [c.nominated, c.noticed], '2026-05-13', {}, c.superior).refused()).toBe('ERR_STATE')
    }
  })
})

describe('what the case tells', () => {
  const note = (outcome: string, past: readonly Past[] = c.untilConsent) =>
    take(noteDecision, past, '2026-05-14', { outcome, on: '2026-05-14', decider: c.leader.person })

  it('lets the listing be decided after a heavier penalty', () => {
    const told = note('heavy').told()
    expect(told.events).toEqual([{ type: 'HeavyPenaltyDecided', data: { on: '2026-05-14', decider: c.leader.person } }])
    expect(told.after.state).toBe('CONSENTED')
  })

  it.each(['light-penalty', 'no-penalty', 'transfer'])('drops it after %s', (outcome) => {
    const told = note(outcome).told()
    expect(told.events).toEqual([{ type: 'ListingDropped', data: { ground: outcome } }])
    expect(told.after.state).toBe('DROPPED')
  })

  it('means nothing to a listing that is decided or closed', () => {
    const refused = [c.nominated, c.noticed, c.asked, at('2026-05-13', ConsentRefused({}))]
    for (const past of [c.untilListed, refused]) expect(note('no-penalty', past).told().events).toEqual([])
  })

  it('keeps a proof that there was no intent', () => {
    const told = take(noteDefence, [c.nominated, c.noticed], '2026-04-24', { noIntentProven: true }).told()
    expect(told.events).toEqual([{ type: 'NoIntentProven', data: {} }])
    expect(told.after.state).toBe('NOTICE_INCLUDED')
    expect(take(noteDefence, [c.nominated, c.noticed], '2026-04-24', { noIntentProven: false }).told().events).toEqual(
      [],
    )
  })

  it('keeps performance', () => {
    expect(take(notePerformance, c.untilListed, '2026-06-01').told().after.facts).toMatchObject({ performed: true })
    expect(take(notePerformance, [...c.untilPublished, c.performed], '2026-06-11').told().events).toEqual([])
  })
})

describe('the party of a listing', () => {
  const knownAfter = (step: Step, past: readonly Past[], input: Record<string, unknown>, more: object = {}) => {
    const when = { by: c.system, at: '2026-04-20', input, ...more }
    const { facts } = c.listings
      .given(...past)
      .when(step, when)
      .told().after
    return listing.roles.respondent!(facts as ListingFacts)
  }

  it('knows of it from the notice on, not while it is only intended (R-CRD-05, R-INT-14)', () => {
    const nomination = { case: c.CASE, conduct: 'intentional-infringement', heavyIntended: true, serious: true }
    expect(knownAfter(nominateListing, [], nomination, { by: c.officer, needs: { cases: [c.row] } })).toBeUndefined()
    const notice = { agency: c.BUREAU, listing: true }
    expect(knownAfter(includeNotice, [c.nominated], notice)).toBe(`party:${c.kiln.uscc}`)
    const listed = { by: c.leader, at: '2026-05-14T10:00' }
    expect(knownAfter(decideListing, [...c.untilConsent, c.decided], {}, listed)).toBe(`party:${c.kiln.uscc}`)
  })
})

describe('the decision to list', () => {
  const decide = (past: readonly Past[], input: Record<string, unknown> = {}, by = c.leader, on = '2026-05-14T10:00') =>
    take(decideListing, past, on, input, by)
  const ready = [...c.untilConsent, c.decided]

  it('is made with the penalty and served with the notice of repair', () => {
    const { events, papers, after } = decide(ready).told()
    expect(events).toEqual([
      {
        type: 'Listed',
        data: {
          ...{ case: c.CASE, agency: c.BUREAU, subject: c.kiln, conduct: 'intentional-infringement' },
          ...{ date: '2026-05-14', servedOn: '2026-05-14' },
        },
      },
    ])
    expect(papers).toEqual(['列入严重违法失信名单决定书', '信用修复告知书', '送达回证'])
    expect(after.state).toBe('LISTED')
    expect(c.clocksOf(after.clocks)).toEqual({
      'CLK-LIST-PUB': ['running', '2026-06-11'],
      'CLK-LIST-EARLY': ['running', '2027-05-14'],
      'CLK-LIST-END': ['running', '2029-05-14'],
    })
    expect(
      after.clocks
        .filter((one) => one.provisional)
        .map((one) => one.id)
        .sort(),
    ).toEqual(['CLK-LIST-EARLY', 'CLK-LIST-END'])
  })

  it('asks first for the notice, then for consent, then for the penalty', () => {
    expect(decide([c.nominated]).refused()).toBe('ERR_NOTICE_MISSING')
    expect(decide([c.nominated, c.decided]).refused()).toBe('ERR_NOTICE_MISSING')
    expect(decide([c.nominated, c.noticed, c.decided]).refused()).toBe('ERR_CONSENT_MISSING')
    expect(decide([c.nominated, c.noticed, c.asked]).refused()).toBe('ERR_CONSENT_MISSING')
    expect(decide(c.untilConsent).refusal()).toEqual({
      refused: 'ERR_NOT_LISTABLE',
      facts: { lacking: ['heavy-penalty'], decidedOn: null },
    })
  })

  it('is gone with a notice that was replaced, consent that was refused, and proof that there was no intent', () => {
    expect(decide([...ready, at('2026-05-14T09:30', ListingNoticeReplaced({}))]).refused()).toBe('ERR_NOTICE_MISSING')
    expect(decide([c.nominated, c.noticed, c.asked, at('2026-05-13', ConsentRefused({}))]).refused()).toBe(
      'ERR_CONSENT_MISSING',
    )
    const proven = at('2026-05-08', NoIntentProven({}))
    expect(decide([c.nominated, c.noticed, proven, c.asked, c.consented, c.decided]).refusal()).toEqual({
      refused: 'ERR_NOT_LISTABLE',
      facts: { lacking: ['intent'] },
    })
  })

  it('is impossible when the case knows of proof that came before the nomination (R-CRD-04)', () => {
    const decideWith = (noIntent: boolean) =>
      c.listings
        .given(...ready)
        .when(decideListing, { by: c.leader, at: '2026-05-14T10:00', needs: { cases: [{ ...c.row, noIntent }] } })
    expect(decideWith(true).refusal()).toEqual({ refused: 'ERR_NOT_LISTABLE', facts: { lacking: ['intent'] } })
    expect(decideWith(false).told().after.state).toBe('LISTED')
  })

  it('is impossible without a heavier penalty', () => {
    const dropped = at('2026-05-14T09:00', ListingDropped({ ground: 'light-penalty' }))
    expect(decide([...c.untilConsent, dropped]).refused()).toBe('ERR_NOT_LISTABLE')
  })

  it('is made by whoever decided the penalty', () => {
    expect(decide(ready, {}, c.head).refusal()).toEqual({
      refused: 'ERR_WRONG_APPROVER',
      facts: { needed: 'decider-of-the-penalty' },
    })
    expect(decide(ready, {}, c.officer).refused()).toBe('ERR_WRONG_APPROVER')
  })

  it('is made once', () => {
    expect(decide(c.untilListed).refused()).toBe('ERR_STATE')
    expect(
      decide([
        ...ready,
        at(
          '2026-05-14T09:30',
          ListingRevoked({ case: c.CASE, agency: c.BUREAU, ground: 'penalty-revoked', published: false }),
        ),
      ]).refused(),
    ).toBe('ERR_STATE')
  })

  it('may be served later', () => {
    const later = decide(ready, { servedOn: null }).told()
    expect(later.papers).toEqual(['列入严重违法失信名单决定书', '信用修复告知书'])
    expect(decide(ready, { servedOn: '2026-05-15' }).refused()).toBe('ERR_DATE')
    expect(decide(ready, { servedOn: '2026-05-13' }).refused()).toBe('ERR_DATE')
    const unserved = [
      ...ready,
      at(
        '2026-05-14T10:00',
        Listed({ case: c.CASE, agency: c.BUREAU, subject: c.kiln, date: '2026-05-14', servedOn: null }),
      ),
    ]
    const receive = (on: string, past: readonly Past[] = unserved) =>
      take(acknowledgeNotice, past, '2026-05-16', { on }, c.party)
    const told = receive('2026-05-15').told()
    expect([told.events, told.papers]).toEqual([
      [{ type: 'NoticeReceived', data: { of: 'Listed', on: '2026-05-15' } }],
      ['送达回证'],
    ])
    expect(receive('2026-05-17').refused()).toBe('ERR_DATE')
    expect(receive('2026-05-13').refused()).toBe('ERR_DATE')
    expect(c.no(receive('2026-05-15', c.untilListed).refusal())).toEqual({
      code: 'ERR_GUARD',
      guard: 'already-served',
      servedOn: '2026-05-14',
    })
  })

  it('is not told to ask for consent where asking is over', () => {
    const asking = [c.nominated, c.noticed, c.asked]
    expect(decide(asking).refusal()).toMatchObject({ facts: { guard: 'consent-awaited' } })
    expect(decide([...asking, at('2026-05-13', ConsentRefused({}))]).refusal()).toMatchObject({
      facts: { guard: 'consent-refused' },
    })
    expect(decide([c.nominated, c.noticed, c.decided]).refusal()?.facts).not.toHaveProperty('guard')
    const dropped = at('2026-05-13', ListingDropped({ ground: 'light-penalty' }))
    expect(decide([c.nominated, c.noticed, dropped]).refusal()).toMatchObject({
      refused: 'ERR_NOT_LISTABLE',
      facts: { guard: 'listing-dropped' },
    })
  })

  it('needs no consent where the switch is off', () => {
    const free = c.rules.withSwitches({ 'listing.superiorConsent': false })
    const view = {
      facts: {
        noticed: true,
        consented: false,
        penalty: { on: '2026-05-14', decider: c.leader.person },
        noIntent: false,
      },
    }
    const asked = { actor: c.leader, at: '2026-05-14T10:00:00.000+08:00' }
    expect(decideListing.unlessBy?.(view as never, { ...asked, rules: free })).toBeUndefined()
    expect(decideListing.unlessBy?.(view as never, { ...asked, rules: c.rules })).toMatchObject({
      refused: 'ERR_CONSENT_MISSING',
    })
    expect(decideListing.from).toContain('NOTICE_INCLUDED')
  })
})

describe('before and after the decision', () => {
  it('the bureau may drop it', () => {
    for (const past of [[c.nominated], [c.nominated, c.noticed], [c.nominated, c.noticed, c.asked], c.untilConsent]) {
      const told = take(dropListing, past, '2026-05-13', { ground: 'no-intent' }, c.officer).told()
      expect([told.events, told.after.state]).toEqual([
        [{ type: 'ListingDropped', data: { ground: 'no-intent' } }],
        'DROPPED',
      ])
    }
    expect(take(dropListing, c.untilListed, '2026-05-15', { ground: 'no-intent' }, c.officer).refused()).toBe(
      'ERR_STATE',
    )
  })

  it('it is published within 20 working days', () => {
    const told = take(publishListing, c.untilListed, '2026-06-05', {}, c.publisher).told()
    expect(told.events).toEqual([{ type: 'ListingPublished', data: { case: c.CASE, on: '2026-06-05' } }])
    expect([told.papers, told.after.state]).toEqual([['公示记录'], 'PUBLISHED'])
    expect(c.clocksOf(told.after.clocks)['CLK-LIST-PUB']).toEqual(['satisfied', '2026-06-11'])
    expect(take(publishListing, c.untilConsent, '2026-06-05', {}, c.publisher).refused()).toBe('ERR_STATE')
    const late = take(publishListing, c.untilListed, '2026-06-12', {}, c.publisher).told()
    expect(c.clocksOf(late.after.clocks)['CLK-LIST-PUB']).toEqual(['breached', '2026-06-11'])
  })
})
