import { describe, expect, it } from '@jest/globals'
import type { Step } from '#kernel'
import { at, type Past } from '#kernel/spec'
import * as c from '../cast.sample.js'
import * as e from './events.js'
import { acceptEarly } from './steps/accept-early.js'
import { answerCheck } from './steps/answer-check.js'
import { applyEarly } from './steps/apply-early.js'
import { askProvider } from './steps/ask-provider.js'
import { commissionTest } from './steps/commission-test.js'
import { decideEarly } from './steps/decide-early.js'
import { fallWithPenalty } from './steps/fall-with-penalty.js'
import { objectToListing } from './steps/object-to-listing.js'
import { publishListing } from './steps/publish-listing.js'
import { receiveTestResult } from './steps/receive-test-result.js'
import { resolveObjection } from './steps/resolve-objection.js'
import { restoreListing } from './steps/restore-listing.js'
import { revokeListing } from './steps/revoke-listing.js'
import { stopMeasures } from './steps/stop-measures.js'
import { withdrawPublicity } from './steps/withdraw-publicity.js'

const take = (
  step: Step,
  past: readonly Past[],
  on: string,
  input: Record<string, unknown> = {},
  by = c.officer,
  needs = {},
) => c.listings.given(...past).when(step, { by, at: on, input, needs })

const revokedBy = (ground: string, published: boolean) => ({
  type: 'ListingRevoked',
  data: { case: c.CASE, agency: c.BUREAU, ground, published },
})

describe('an objection', () => {
  const filed = at('2026-06-22', e.ObjectionFiled({ scope: 'own', platform: c.PLATFORM }))
  const objected = [...c.untilPublished, filed] as const
  const asked = [...objected, at('2026-06-23', e.ProviderAsked({ of: c.BUREAU }))] as const

  it('marks the record at once and starts both periods', () => {
    const told = take(objectToListing, c.untilPublished, '2026-06-22', {}, c.party).told()
    expect(told.events).toEqual([{ type: 'ObjectionFiled', data: { scope: 'own', platform: c.PLATFORM } }])
    expect([told.papers, told.after.state]).toEqual([['异议申请书'], 'OBJECTED'])
    expect(c.clocksOf(told.after.clocks)).toMatchObject({
      'CLK-OBJ-OWN': ['running', '2026-06-25'],
      'CLK-OBJ-CHECK': ['running', '2026-07-01'],
    })
    expect(take(objectToListing, c.untilListed, '2026-06-01', {}, c.party).refused()).toBe('ERR_STATE')
  })

  it('goes to the provider, who answers in three working days', () => {
    const told = take(askProvider, objected, '2026-06-23', {}, c.platform).told()
    expect(told.events).toEqual([{ type: 'ProviderAsked', data: { of: c.BUREAU } }])
    expect(c.clocksOf(told.after.clocks)).toMatchObject({
      'CLK-OBJ-OWN': ['cancelled', '2026-06-25'],
      'CLK-OBJ-PROVIDER': ['running', '2026-06-26'],
    })
    expect(take(askProvider, objected, '2026-06-23', { of: 'NOBODY-1' }, c.platform).refused()).toBe('ERR_GUARD')
    const answered = take(answerCheck, asked, '2026-06-24', { correct: true }).told()
    expect([answered.events, answered.after.state]).toEqual([
      [{ type: 'ProviderAnswered', data: { correct: true } }],
      'OBJECTED',
    ])
    expect(c.clocksOf(answered.after.clocks)['CLK-OBJ-PROVIDER']).toEqual(['satisfied', '2026-06-26'])
  })

  it('does not count the time of tests', () => {
    const out = [...objected, at('2026-06-23', e.TestCommissioned({ test: '鉴定一' }))]
    expect(take(commissionTest, objected, '2026-06-23', { test: '鉴定一' }).told().papers).toEqual(['鉴定委托书'])
    expect(c.no(take(commissionTest, out, '2026-06-24', { test: '鉴定一' }).refusal())).toMatchObject({
      code: 'ERR_GUARD',
      guard: 'test-out',
    })
    const back = take(receiveTestResult, out, '2026-06-30', { test: '鉴定一' }).told()
    expect(c.clocksOf(back.after.clocks)['CLK-OBJ-CHECK']).toEqual(['running', '2026-07-08'])
    expect(c.no(take(receiveTestResult, objected, '2026-06-30', { test: '鉴定一' }).refusal())).toMatchObject({
      code: 'ERR_GUARD',
      guard: 'test-not-out',
    })
  })

  const resolve = (input: Record<string, unknown>, by = c.platform) =>
    take(resolveObjection, objected, '2026-06-24', input, by)

  it('dismissed or corrected, leaves it published; upheld for removal, takes it down', () => {
    for (const input of [{ upheld: false }, { upheld: true, for: 'correction' }]) {
      const told = resolve(input).told()
      expect([told.events, told.papers, told.after.state]).toEqual([
        [{ type: 'ObjectionResolved', data: input }],
        ['异议处理结果告知书'],
        'PUBLISHED',
      ])
      expect(c.clocksOf(told.after.clocks)).toMatchObject({
        'CLK-OBJ-OWN': ['satisfied', '2026-06-25'],
        'CLK-OBJ-CHECK': ['satisfied', '2026-07-01'],
      })
    }
    const told = resolve({ upheld: true, for: 'removal' }).told()
    expect(told.events[1]).toEqual(revokedBy('objection-upheld', true))
    expect(told.after.state).toBe('REVOKED')
    expect(c.clocksOf(told.after.clocks)).toMatchObject({ 'CLK-PUB-WITHDRAW': ['running', '2026-06-29'] })
    expect(c.no(resolve({ upheld: true }).refusal())).toMatchObject({ code: 'ERR_GUARD', guard: 'what-follows' })
    expect(resolve({ upheld: false }, c.party).refused()).toBe('ERR_WRONG_APPROVER')
    expect(take(resolveObjection, c.untilPublished, '2026-06-24', { upheld: false }).refused()).toBe('ERR_STATE')
  })
})

describe('revocation', () => {
  it('follows the penalty, wherever the listing stands', () => {
    for (const [past, published] of [
      [[c.nominated], false],
      [c.untilListed, false],
      [c.untilPublished, true],
    ] as const) {
      const told = take(fallWithPenalty, past, '2026-08-03', { ground: 'reconsideration' }, c.system).told()
      expect([told.events, told.after.state]).toEqual([[revokedBy('reconsideration', published)], 'REVOKED'])
    }
    expect(take(fallWithPenalty, c.untilPublished, '2026-08-03', { ground: 'suit' }, c.system).told().papers).toEqual([
      '撤销列入决定书',
    ])
    expect(take(fallWithPenalty, [c.nominated], '2026-08-03', { ground: 'suit' }, c.system).told().papers).toEqual([])
  })

  it('ends its clocks and leaves three working days to withdraw the publicity', () => {
    const { after } = take(revokeListing, c.untilPublished, '2026-08-03', { ground: 'listing-wrong' }, c.leader).told()
    expect(after.state).toBe('REVOKED')
    expect(c.clocksOf(after.clocks)).toMatchObject({
      'CLK-LIST-EARLY': ['cancelled', '2027-05-14'],
      'CLK-LIST-END': ['cancelled', '2029-05-14'],
      'CLK-PUB-WITHDRAW': ['running', '2026-08-06'],
    })
    expect(take(revokeListing, c.untilPublished, '2026-08-03', { ground: 'listing-wrong' }, c.officer).refused()).toBe(
      'ERR_WRONG_APPROVER',
    )
  })

  it('is withdrawn from the public once', () => {
    const revoked = [
      ...c.untilPublished,
      at('2026-08-03', e.ListingRevoked({ case: c.CASE, agency: c.BUREAU, ground: 'suit', published: true })),
    ]
    const told = take(withdrawPublicity, revoked, '2026-08-05', {}, c.publisher).told()
    expect([told.events, told.after.state]).toEqual([[{ type: 'PublicityWithdrawn', data: {} }], 'REVOKED'])
    expect(c.clocksOf(told.after.clocks)['CLK-PUB-WITHDRAW']?.[0]).toBe('satisfied')
    expect(
      c.no(
        take(
          withdrawPublicity,
          [...revoked, at('2026-08-05', e.PublicityWithdrawn({}))],
          '2026-08-06',
          {},
          c.publisher,
        ).refusal(),
      ),
    ).toEqual({ code: 'ERR_GUARD', guard: 'not-public' })
    expect(take(withdrawPublicity, c.untilPublished, '2026-08-05', {}, c.publisher).refused()).toBe('ERR_STATE')
    expect(take(revokeListing, revoked, '2026-08-05', { ground: 'listing-wrong' }, c.leader).refused()).toBe(
      'ERR_STATE',
    )
    expect(take(fallWithPenalty, revoked, '2026-08-05', { ground: 'suit' }, c.system).told().events).toEqual([])
  })
})

describe('early removal', () => {
  const ready = [...c.untilPublished, c.performed] as const
  const commitment = { enclosures: { 守信承诺书: ['e1'] } }
  const apply = (
    on: string,
    input: object = {},
    past: readonly Past[] = ready,
    heavy: object[] = [{ ...c.row, heavy: true, decidedOn: '2026-05-14' }],
  ) => take(applyEarly, past, on, { harmRemoved: true, ...commitment, ...input }, c.party, { heavy })
  const applied = [...ready, at('2027-05-14', e.EarlyApplied({}))] as const
  const accepted = [...applied, at('2027-05-17', e.EarlyAccepted({}))] as const
  const removed = [...accepted, at('2027-06-01', e.EarlyDecided({ approved: true }))] as const
  const refused = [...applied, at('2027-05-17', e.EarlyDecided({ approved: false }))] as const

  it('may be asked for a year after the listing', () => {
    expect(apply('2027-05-13').refused()).toBe('ERR_TOO_EARLY')
    const told = apply('2027-05-14').told()
    expect([told.events, told.papers, told.after.state]).toEqual([
      [{ type: 'EarlyApplied', data: {} }],
      ['信用修复申请书'],
      'EARLY_APPLIED',
    ])
    expect(c.clocksOf(told.after.clocks)['CLK-REP-ACCEPT']).toEqual(['running', '2027-05-18'])
  })

  it('is barred by a newer heavier penalty', () => {
    const newer = { ...c.row, id: c.OTHER, heavy: true, decidedOn: '2026-11-02' }
    expect(apply('2027-05-14', {}, ready, [newer]).refusal()).toEqual({
      refused: 'ERR_NEW_PENALTY',
      facts: { cases: [c.OTHER], since: '2026-05-14' },
    })
    expect(apply('2027-05-14', {}, ready, [{ ...newer, decidedOn: '2026-05-13' }]).refused()).toBeUndefined()
  })

  it('needs performance, harm removed and a commitment', () => {
    expect(c.no(apply('2027-05-14', {}, c.untilPublished).refusal())).toEqual({ code: 'ERR_GUARD', guard: 'performed' })
    expect(c.no(apply('2027-05-14', { harmRemoved: false }).refusal())).toEqual({
      code: 'ERR_GUARD',
      guard: 'harm-removed',
    })
    expect(apply('2027-05-14', { enclosures: {} }).refusal()).toEqual({
      refused: 'ERR_DOC_MISSING',
      facts: { missing: ['守信承诺书'] },
    })
    expect(apply('2027-05-14', {}, c.untilListed).refused()).toBe('ERR_STATE')
  })

  it('is accepted, then decided in 15 working days', () => {
    const told = take(acceptEarly, applied, '2027-05-17').told()
    expect([told.events, told.papers, told.after.state]).toEqual([
      [{ type: 'EarlyAccepted', data: {} }],
      ['受理通知书'],
      'EARLY_APPLIED',
    ])
    expect(c.clocksOf(told.after.clocks)).toMatchObject({
      'CLK-REP-ACCEPT': ['satisfied', '2027-05-18'],
      'CLK-REP-DECIDE': ['running', '2027-06-07'],
    })
    expect(c.no(take(acceptEarly, accepted, '2027-05-18').refusal())).toEqual({
      code: 'ERR_GUARD',
      guard: 'already-accepted',
    })
  })

  it('approved, ends the three years; refused, may be asked for again', () => {
    const yes = take(decideEarly, accepted, '2027-06-01', { approved: true }, c.leader).told()
    expect([yes.events, yes.papers, yes.after.state]).toEqual([
      [{ type: 'EarlyDecided', data: { approved: true } }],
      ['准予/不予信用修复决定书'],
      'REMOVED_EARLY',
    ])
    expect(c.clocksOf(yes.after.clocks)).toMatchObject({
      'CLK-LIST-END': ['satisfied', '2029-05-14'],
      'CLK-REP-STOP': ['running', '2027-06-04'],
    })
    const no = take(decideEarly, applied, '2027-05-17', { approved: false }, c.leader).told()
    expect(no.after.state).toBe('EARLY_REFUSED')
    expect(c.clocksOf(no.after.clocks)['CLK-REP-ACCEPT']?.[0]).toBe('satisfied')
    expect(apply('2027-06-01', {}, refused).told().after.state).toBe('EARLY_APPLIED')
    expect(c.no(take(decideEarly, applied, '2027-05-17', { approved: true }, c.leader).refusal())).toEqual({
      code: 'ERR_GUARD',
      guard: 'not-accepted',
    })
    expect(take(decideEarly, accepted, '2027-06-01', { approved: true }, c.officer).refused()).toBe(
      'ERR_WRONG_APPROVER',
    )
  })

  it('stops publicity and measures, once', () => {
    const told = take(stopMeasures, removed, '2027-06-03', {}, c.publisher).told()
    expect(told.after).toMatchObject({ state: 'REMOVED_EARLY', facts: { published: false, stopped: true } })
    expect(c.clocksOf(told.after.clocks)['CLK-REP-STOP']).toEqual(['satisfied', '2027-06-04'])
    expect(
      take(stopMeasures, [...removed, at('2027-06-03', e.MeasuresStopped({}))], '2027-06-04', {}, c.publisher).refusal()
        ?.facts,
    ).toEqual({ guard: 'already-stopped' })
  })

  it('got by fraud, is undone: the terms run anew', () => {
    const told = take(restoreListing, removed, '2027-09-01', { fraud: true }, c.leader).told()
    expect([told.events, told.papers, told.after.state]).toEqual([
      [{ type: 'ListingRestored', data: { date: '2027-09-01' } }],
      ['恢复列入决定书'],
      'RESTORED',
    ])
    expect(c.clocksOf(told.after.clocks)).toMatchObject({
      'CLK-LIST-EARLY': ['running', '2028-09-01'],
      'CLK-LIST-END': ['running', '2030-09-01'],
      'CLK-LIST-PUB': ['running', '2027-09-29'],
    })
    expect(c.no(take(restoreListing, removed, '2027-09-01', { fraud: false }, c.leader).refusal())).toEqual({
      code: 'ERR_GUARD',
      guard: 'fraud',
    })
    const restored = [...removed, at('2027-09-01', e.ListingRestored({ date: '2027-09-01' }))]
    expect(take(publishListing, restored, '2027-09-10', {}, c.publisher).told().after.state).toBe('PUBLISHED')
    expect(take(revokeListing, removed, '2027-09-01', { ground: 'penalty-void' }, c.leader).told().after.state).toBe(
      'REVOKED',
    )
  })
})

describe('three years', () => {
  it('end the listing by themselves, and only then', () => {
    expect(c.listings.given(...c.untilPublished).record('2029-05-14T23:59').state).toBe('PUBLISHED')
    const over = c.listings.given(...c.untilPublished).record('2029-05-15')
    expect([over.state, c.clocksOf(over.clocks)['CLK-LIST-END']]).toEqual(['AUTO_REMOVED', ['lapsed', '2029-05-14']])
    expect(take(withdrawPublicity, c.untilPublished, '2029-05-16', {}, c.publisher).told().after.state).toBe(
      'AUTO_REMOVED',
    )
    expect(take(fallWithPenalty, c.untilPublished, '2029-05-16', { ground: 'suit' }, c.system).told().events).toEqual(
      [],
    )
  })
})
