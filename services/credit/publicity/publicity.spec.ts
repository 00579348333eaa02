import { describe, expect, it } from '@jest/globals'
import type { Step } from '#kernel'
import { at, type Past } from '#kernel/spec'
import * as c from '../cast.sample.js'
import * as e from './events.js'
import { acceptRepair } from './steps/accept-repair.js'
import { answerCheck } from './steps/answer-check.js'
import { applyRepair } from './steps/apply-repair.js'
import { askProvider } from './steps/ask-provider.js'
import { commissionTest } from './steps/commission-test.js'
import { decideRepair } from './steps/decide-repair.js'
import { extendRepair } from './steps/extend-repair.js'
import { fallWithPenalty } from './steps/fall-with-penalty.js'
import { notePerformance } from './steps/note-performance.js'
import { objectToPublicity } from './steps/object-to-publicity.js'
import { receiveTestResult } from './steps/receive-test-result.js'
import { resolveObjection } from './steps/resolve-objection.js'
import { stopPublicity } from './steps/stop-publicity.js'
import { takePublication } from './steps/take-publication.js'

const take = (step: Step, past: readonly Past[], on: string, input: Record<string, unknown> = {}, by = c.officer) =>
  c.publicities.given(...past).when(step, { by, at: on, input })

const about = { case: c.CASE, agency: c.BUREAU, subject: c.kiln }
const performed = at('2026-06-10', e.PenaltyPerformed({}))
const repaired = at('2026-09-10', e.Repaired({ case: c.CASE, agency: c.BUREAU, on: '2026-09-10' }))

describe('a publicity', () => {
  const publish = (heavy: boolean, past: readonly Past[] = []) =>
    take(
      takePublication,
      past,
      '2026-05-20',
      { ...about, decidedOn: '2026-05-14', heavy, where: '信用中国', on: '2026-05-20' },
      c.system,
    ).told()

  it('begins with the first publication; its terms run from the decision', () => {
    const { events, after } = publish(false)
    expect(events).toEqual([
      {
        type: 'PublicityOpened',
        data: { ...about, class: 'ordinary', determinedOn: '2026-05-14', where: '信用中国', on: '2026-05-20' },
      },
    ])
    expect([after.state, (after.facts as { places: object }).places]).toEqual(['PUBLISHED', { 信用中国: '2026-05-20' }])
    expect(c.clocksOf(after.clocks)).toEqual({
      'CLK-PUBLIC-MIN': ['running', '2026-08-14'],
      'CLK-PUBLIC-END': ['running', '2027-05-14'],
    })
    expect(c.clocksOf(publish(true).after.clocks)).toEqual({
      'CLK-PUBLIC-MIN': ['running', '2027-05-14'],
      'CLK-PUBLIC-END': ['running', '2029-05-14'],
    })
  })

  it('takes further places', () => {
    const told = take(
      takePublication,
      [c.opened],
      '2026-06-05',
      { ...about, decidedOn: '2026-05-14', heavy: false, where: '国家企业信用信息公示系统', on: '2026-06-05' },
      c.system,
    ).told()
    expect(told.events).toEqual([
      { type: 'PlacePublished', data: { where: '国家企业信用信息公示系统', on: '2026-06-05' } },
    ])
    expect(told.after.facts).toMatchObject({
      places: { 信用中国: '2026-05-20', 国家企业信用信息公示系统: '2026-06-05' },
    })
  })

  it('ends with its term', () => {
    expect(c.publicities.given(c.opened).record('2027-05-14T23:59').state).toBe('PUBLISHED')
    expect(c.publicities.given(c.opened).record('2027-05-15').state).toBe('ENDED')
  })

  it('falls with the penalty', () => {
    const told = take(fallWithPenalty, [c.opened], '2026-08-03', {}, c.system).told()
    expect(told.events).toEqual([{ type: 'PublicityEnded', data: { case: c.CASE, ground: 'penalty-revoked' } }])
    expect(told.after.state).toBe('WITHDRAWN')
    expect(c.clocksOf(told.after.clocks)['CLK-PUBLIC-END']?.[0]).toBe('cancelled')
    expect(take(fallWithPenalty, [c.opened, performed, repaired], '2026-10-08', {}, c.system).told().events).toEqual([])
  })
})

describe('repair', () => {
  const apply = (on: string, past: readonly Past[] = [c.opened, performed], input: object = {}) =>
    take(applyRepair, past, on, { corrected: true, enclosures: { 守信承诺书: ['e1'] }, ...input }, c.party)
  const applied = [c.opened, performed, at('2026-08-14', e.RepairApplied({}))] as const
  const accepted = [...applied, at('2026-08-17', e.RepairAccepted({}))] as const

  it('may be asked for after the shortest term', () => {
    expect(apply('2026-08-13').refused()).toBe('ERR_TOO_EARLY')
    const told = apply('2026-08-14').told()
    expect([told.events, told.papers, told.after.state]).toEqual([
      [{ type: 'RepairApplied', data: {} }],
      ['信用修复申请书'],
      'REPAIR_APPLIED',
    ])
    expect(c.clocksOf(told.after.clocks)['CLK-REP-ACCEPT']).toEqual(['running', '2026-08-18'])
  })

  it('needs performance, correction and a commitment', () => {
    expect(c.no(apply('2026-08-14', [c.opened]).refusal())).toEqual({ code: 'ERR_GUARD', guard: 'performed' })
    const needs = { cases: [{ ...c.row, performed: true }] }
    const before = {
      by: c.party,
      at: '2026-08-14',
      input: { corrected: true, enclosures: { 守信承诺书: ['e1'] } },
      needs,
    }
    expect(c.publicities.given(c.opened).when(applyRepair, before).refused()).toBeUndefined()
    expect(c.no(apply('2026-08-14', undefined, { corrected: false }).refusal())).toEqual({
      code: 'ERR_GUARD',
      guard: 'corrected',
    })
    expect(apply('2026-08-14', undefined, { enclosures: {} }).refused()).toBe('ERR_DOC_MISSING')
    expect(take(notePerformance, [c.opened], '2026-06-10', {}, c.system).told().after.facts).toMatchObject({
      performed: true,
    })
    expect(take(notePerformance, [c.opened, performed], '2026-06-10', {}, c.system).told().events).toEqual([])
  })

  it('of a minor entry needs no term', () => {
    const minor = at(
      '2026-05-20',
      e.PublicityOpened({ ...about, class: 'minor', determinedOn: '2026-05-14', where: '信用中国', on: '2026-05-20' }),
    )
    expect(apply('2026-06-11', [minor, performed]).refused()).toBeUndefined()
    expect(c.clocksOf(c.publicities.given(minor).record('2026-06-11').clocks)).toEqual({
      'CLK-PUBLIC-END': ['running', '2026-08-14'],
    })
  })

  it('is accepted and decided in ten working days, twenty where complex', () => {
    const told = take(acceptRepair, applied, '2026-08-17').told()
    expect([told.papers, told.after.state]).toEqual([['受理通知书'], 'ACCEPTED'])
    expect(c.clocksOf(told.after.clocks)).toMatchObject({
      'CLK-REP-ACCEPT': ['satisfied', '2026-08-18'],
      'CLK-REP-DECIDE': ['running', '2026-08-31'],
    })
    const more = take(extendRepair, accepted, '2026-08-31', {}, c.leader).told()
    expect(c.clocksOf(more.after.clocks)['CLK-REP-DECIDE']).toEqual(['running', '2026-09-14'])
    expect(take(extendRepair, accepted, '2026-09-01', {}, c.leader).refused()).toBe('ERR_CLOCK_RULE')
  })

  const decideOn = (approved: boolean, past: readonly Past[], by = c.leader) =>
    take(decideRepair, past, '2026-08-28', { approved }, by)

  it('approved, ends the publicity within three working days', () => {
    const told = decideOn(true, accepted).told()
    expect(told.events).toEqual([{ type: 'Repaired', data: { case: c.CASE, agency: c.BUREAU, on: '2026-08-28' } }])
    expect([told.papers, told.after.state]).toEqual([['准予/不予信用修复决定书'], 'REPAIRED'])
    expect(c.clocksOf(told.after.clocks)).toMatchObject({
      'CLK-PUBLIC-END': ['satisfied', '2027-05-14'],
      'CLK-REP-STOP': ['running', '2026-09-02'],
    })
    const stopped = take(stopPublicity, [...accepted, repaired], '2026-09-11', {}, c.publisher).told()
    expect(stopped.after.facts).toMatchObject({ stopped: true })
    expect(
      c.no(
        take(
          stopPublicity,
          [...accepted, repaired, at('2026-09-11', e.PublicityStopped({}))],
          '2026-09-12',
          {},
          c.publisher,
        ).refusal(),
      ),
    ).toEqual({ code: 'ERR_GUARD', guard: 'already-stopped' })
    expect(take(stopPublicity, [c.opened], '2026-09-11', {}, c.publisher).refused()).toBe('ERR_STATE')
  })

  it('refused, may be asked for again', () => {
    expect(decideOn(false, applied).told().after.state).toBe('REPAIR_REFUSED')
    const refused = [...applied, at('2026-08-17', e.RepairRefused({}))]
    expect(apply('2026-09-01', refused).told().after.state).toBe('REPAIR_APPLIED')
    expect(c.no(decideOn(true, applied).refusal())).toEqual({ code: 'ERR_GUARD', guard: 'not-accepted' })
    expect(decideOn(true, accepted, c.officer).refused()).toBe('ERR_WRONG_APPROVER')
  })
})

describe('an objection', () => {
  const marked = [c.opened, at('2026-06-22', e.ObjectionFiled({ scope: 'provider', platform: c.PLATFORM }))] as const
  const checking = [...marked, at('2026-06-23', e.ProviderAsked({ of: c.BUREAU }))] as const

  it('marks at once and is checked with the provider', () => {
    const told = take(objectToPublicity, [c.opened], '2026-06-22', { scope: 'provider' }, c.party).told()
    expect([told.events, told.papers, told.after.state]).toEqual([
      [{ type: 'ObjectionFiled', data: { scope: 'provider', platform: c.PLATFORM } }],
      ['异议申请书'],
      'MARKED',
    ])
    expect(c.clocksOf(told.after.clocks)).toMatchObject({
      'CLK-OBJ-OWN': ['running', '2026-06-25'],
      'CLK-OBJ-CHECK': ['running', '2026-07-01'],
    })
    const asked = take(askProvider, marked, '2026-06-23', {}, c.platform).told()
    expect([asked.events, asked.after.state]).toEqual([[{ type: 'ProviderAsked', data: { of: c.BUREAU } }], 'CHECKING'])
    expect(take(askProvider, marked, '2026-06-23', { of: 'NOBODY-1' }, c.platform).refused()).toBe('ERR_GUARD')
    const answered = take(answerCheck, checking, '2026-06-24', { correct: false }).told()
    expect(c.clocksOf(answered.after.clocks)['CLK-OBJ-PROVIDER']).toEqual(['satisfied', '2026-06-26'])
  })

  it('suspends the publicity only when the check does not end in time', () => {
    expect(c.publicities.given(...checking).record('2026-07-01').overlays).toEqual(['SUSPENDED'])
    expect(c.publicities.given(...checking).record('2026-06-26').overlays).toEqual([])
  })

  it('does not count tests', () => {
    const out = [...marked, at('2026-06-23', e.TestCommissioned({ test: '鉴定一' }))]
    expect(take(commissionTest, marked, '2026-06-23', { test: '鉴定一' }).told().events).toEqual([
      { type: 'TestCommissioned', data: { test: '鉴定一' } },
    ])
    expect(c.no(take(commissionTest, out, '2026-06-24', { test: '鉴定一' }).refusal())).toEqual({
      code: 'ERR_GUARD',
      guard: 'test-out',
      test: '鉴定一',
    })
    expect(c.no(take(receiveTestResult, marked, '2026-06-24', { test: '鉴定一' }).refusal())).toEqual({
      code: 'ERR_GUARD',
      guard: 'test-not-out',
      test: '鉴定一',
    })
    const back = take(receiveTestResult, out, '2026-06-30', { test: '鉴定一' }).told()
    expect(c.clocksOf(back.after.clocks)['CLK-OBJ-CHECK']).toEqual(['running', '2026-07-08'])
  })

  it('is upheld or dismissed', () => {
    const resolve = (input: Record<string, unknown>) =>
      take(resolveObjection, checking, '2026-06-25', input, c.platform)
    const removed = resolve({ upheld: true, for: 'removal' }).told()
    expect([removed.papers, removed.after.state]).toEqual([['异议处理结果告知书'], 'UPHELD'])
    expect(c.clocksOf(removed.after.clocks)).toMatchObject({
      'CLK-OBJ-CHECK': ['satisfied', '2026-07-01'],
      'CLK-PUBLIC-END': ['cancelled', '2027-05-14'],
    })
    const corrected = resolve({ upheld: true, for: 'correction' }).told().after
    expect([corrected.state, c.clocksOf(corrected.clocks)['CLK-PUBLIC-END']?.[0]]).toEqual(['UPHELD', 'running'])
    expect(resolve({ upheld: false }).told().after.state).toBe('DISMISSED')
    expect(c.no(resolve({ upheld: true }).refusal())).toMatchObject({ code: 'ERR_GUARD', guard: 'what-follows' })
    const dismissed = [...checking, at('2026-06-25', e.ObjectionResolved({ upheld: false }))]
    expect(take(objectToPublicity, dismissed, '2026-07-20', {}, c.party).told().after.state).toBe('MARKED')
    expect(take(resolveObjection, [c.opened], '2026-06-25', { upheld: false }).refused()).toBe('ERR_STATE')
  })
})
