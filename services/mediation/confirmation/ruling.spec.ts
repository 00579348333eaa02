import { describe, expect, it } from '@jest/globals'
import { at, type Past } from '#kernel/spec'
import { holder, judge, nursery, ORG, respondent, shop, stranger, system, no } from '../cast.sample.js'
import { Performed } from '../mediation/events.js'
import { agreed } from '../mediation/history.sample.js'
import { Confirmed, EnforcementApplied, Objected, PerformanceRecorded, Refused, Rejected } from './events.js'
import { accepted, applied, clocksOf, confirmed, found, MEDIATION, spec, standing } from './history.sample.js'
import { acknowledgeNotice } from './steps/acknowledge-notice.js'
import { confirm } from './steps/confirm.js'
import { decideObjection } from './steps/decide-objection.js'
import { enforce } from './steps/enforce.js'
import { notePerformance } from './steps/note-performance.js'
import { object } from './steps/object.js'
import { reMediate } from './steps/re-mediate.js'
import { recordPerformance } from './steps/record-performance.js'
import { reject } from './steps/reject.js'

const ruling = { mediation: MEDIATION, ruledOn: '2026-05-29', servedOn: '2026-05-29' }
const paidAll = PerformanceRecorded({ remaining: 0, left: [], all: true })

describe('a ruling', () => {
  const rule = (input: object = {}, mediation: object | null = found(), past: readonly Past[] = [applied, accepted]) =>
    spec
      .given(...past)
      .when(confirm, { by: judge, at: '2026-05-29', input: { ...input }, needs: mediation ? { mediation } : {} })

  it('confirms; enforcement counts from the last day for performance', () => {
    const { events, papers, after } = rule().told()
    expect(events).toEqual([
      { type: 'Confirmed', data: { ...ruling, lastPerformanceDay: '2026-06-30', enforceFrom: '2026-06-30' } },
    ])
    expect([papers, after.state]).toEqual([['确认裁定书'], 'CONFIRMED'])
    expect(clocksOf(after.clocks)).toMatchObject({
      'CLK-JC-DECIDE': ['satisfied', '2026-06-03', '2026-06-03'],
      'CLK-JC-OUTER': ['satisfied', '2026-06-18', '2026-06-18'],
      'CLK-JC-OBJ-PARTY': ['running', '2026-06-13', '2026-06-15'],
      'CLK-JC-ENF': ['running', '2028-06-30', '2028-06-30'],
    })
    expect(after.clocks.find((one) => one.id === 'CLK-JC-ENF')?.provisional).toBe(true)
  })

  it('counts enforcement from service where no day was agreed', () => {
    const undated = at('2026-05-18', {
      ...applied.events[0]!,
      data: { ...(applied.events[0]!.data as object), lastPerformanceDay: null },
    })
    const past = [undated, accepted]
    expect(rule({}, found(), past).told().events[0]?.data).toMatchObject({
      lastPerformanceDay: null,
      enforceFrom: '2026-05-29',
    })
    const { events, after } = rule({ servedOn: null }, found(), past).told()
    expect(events[0]?.data).toMatchObject({ servedOn: null, enforceFrom: null })
    expect(after.clocks.map((one) => one.id)).not.toContain('CLK-JC-ENF')
    const unserved = at(
      '2026-05-29',
      Confirmed({ ...ruling, servedOn: null, lastPerformanceDay: null, enforceFrom: null }),
    )
    const later = spec
      .given(...past, unserved)
      .when(acknowledgeNotice, { by: holder, at: '2026-06-02', input: { of: 'Confirmed', on: '2026-06-01' } })
      .told()
    expect(clocksOf(later.after.clocks)).toMatchObject({
      'CLK-JC-OBJ-PARTY': ['running', '2026-06-16', '2026-06-16'],
      'CLK-JC-ENF': ['running', '2028-06-01', '2028-06-01'],
    })
  })

  it('is acknowledged once, by its own name, not before it was made', () => {
    const unserved = at(
      '2026-05-29',
      Confirmed({ ...ruling, servedOn: null, lastPerformanceDay: null, enforceFrom: null }),
    )
    const receive = (input: Record<string, unknown>, last: Past = unserved) =>
      spec.given(applied, accepted, last).when(acknowledgeNotice, { by: holder, at: '2026-06-02', input })
    expect(receive({ of: 'Confirmed', on: '2026-06-03' }).refused()).toBe('ERR_DATE')
    expect(receive({ of: 'Confirmed', on: '2026-05-28' }).refused()).toBe('ERR_DATE')
    expect(no(receive({ of: 'Rejected' }).refusal())).toEqual({
      code: 'ERR_GUARD',
      guard: 'paper',
      of: 'Rejected',
      made: 'Confirmed',
    })
    expect(no(receive({ of: 'Confirmed' }, confirmed).refusal())).toMatchObject({
      code: 'ERR_GUARD',
      guard: 'already-served',
    })
    const rejected = at(
      '2026-05-29',
      Rejected({ mediation: MEDIATION, ground: 'unclear', ruledOn: '2026-05-29', servedOn: null }),
    )
    expect(receive({ of: 'Rejected' }, rejected).told().after.facts).toMatchObject({ servedOn: '2026-06-02' })
  })

  it('knows what was performed before it', () => {
    const past = [
      ...agreed,
      at('2026-05-10', Performed({ what: '首付', amount: 2_000_000, remaining: 3_000_000, left: [], all: false })),
    ]
    expect(rule({}, found({}, undefined, past)).told().events[1]).toEqual({
      type: 'PerformanceRecorded',
      data: { remaining: 3_000_000, left: [], all: false },
    })
    const done = [
      ...agreed,
      at('2026-05-10', Performed({ what: '全部', amount: 5_000_000, remaining: 0, left: [], all: true })),
    ]
    expect(rule({}, found({}, undefined, done)).told().after.state).toBe('PERFORMED')
  })

  it('is made and served on days that have come', () => {
    expect(rule({ ruledOn: '2026-05-30' }).refused()).toBe('ERR_DATE')
    expect(rule({ servedOn: '2026-05-30' }).refused()).toBe('ERR_DATE')
    expect(rule({ servedOn: '2026-05-28' }).refused()).toBe('ERR_DATE')
    expect(rule({}, found(), [applied]).refused()).toBe('ERR_STATE')
  })

  it('may reject instead', () => {
    const told = spec
      .given(applied, accepted)
      .when(reject, { by: judge, at: '2026-05-29', input: { ground: 'unclear' } })
      .told()
    expect(told.events).toEqual([{ type: 'Rejected', data: { ...ruling, ground: 'unclear' } }])
    expect([told.papers, told.after.state]).toEqual([['驳回申请裁定书'], 'REJECTED'])
    expect(
      spec
        .given(applied)
        .when(reject, { by: judge, at: '2026-05-29', input: { ground: 'unclear' } })
        .refused(),
    ).toBe('ERR_STATE')
    expect(
      spec
        .given(applied, accepted)
        .when(reject, { by: holder, at: '2026-05-29', input: { ground: 'unclear' } })
        .refused(),
    ).toBe('ERR_WRONG_APPROVER')
  })
})

describe('an objection', () => {
  const objectOn = (
    on: string,
    input: Record<string, unknown> = {},
    by = respondent,
    past: readonly Past[] = standing,
  ) => spec.given(...past).when(object, { by, at: on, input })
  const objected = at('2026-06-10', Objected({ by: 'party' }))

  it('of a party comes within 15 days of service', () => {
    const { events, papers, after } = objectOn('2026-06-15').told()
    expect([events, papers]).toEqual([[{ type: 'Objected', data: { by: 'party' } }], ['异议书']])
    expect([after.state, after.overlays]).toEqual(['CONFIRMED', ['OBJECTED']])
    expect(objectOn('2026-06-16').refused()).toBe('ERR_LATE')
  })

  it('of a third party comes within six months of knowing, entered by the court', () => {
    const third = { by: 'third-party', knownOn: '2026-06-01' }
    expect(objectOn('2026-12-01', third, judge).told().events).toEqual([{ type: 'Objected', data: third }])
    expect(objectOn('2026-12-02', third, judge).refusal()).toEqual({
      refused: 'ERR_LATE',
      facts: { clock: 'CLK-JC-OBJ-3RD', knownOn: '2026-06-01', due: '2026-12-01' },
    })
    expect(no(objectOn('2026-12-01', { by: 'third-party' }, judge).refusal())).toEqual({
      code: 'ERR_GUARD',
      guard: 'known-on',
    })
    expect(objectOn('2026-06-10', { by: 'third-party', knownOn: '2026-06-11' }, judge).refused()).toBe('ERR_DATE')
    expect(no(objectOn('2026-12-01', { ...third, knownOn: '2020-01-02' }, judge).refusal())).toEqual({
      code: 'ERR_DATE',
      field: 'knownOn',
      given: '2020-01-02',
      notBefore: '2022-04-10',
    })
    expect(objectOn('2026-06-10', third, stranger).refused()).toBe('ERR_WRONG_APPROVER')
  })

  it('is one at a time', () => {
    expect(no(objectOn('2026-06-11', {}, holder, [...standing, objected]).refusal())).toEqual({
      code: 'ERR_GUARD',
      guard: 'objection-pending',
    })
    expect(
      objectOn('2026-06-11', { by: 'third-party', knownOn: '2026-06-01' }, judge, [...standing, objected]).refusal()
        ?.facts,
    ).toEqual({ guard: 'objection-pending' })
    expect(objectOn('2026-05-20', {}, holder, [applied, accepted]).refused()).toBe('ERR_STATE')
  })

  const decideOn = (upheld: boolean, past: readonly Past[]) =>
    spec.given(...past).when(decideObjection, { by: judge, at: '2026-06-20', input: { upheld } })

  it('upheld, revokes; dismissed, leaves the state as it is', () => {
    const { events, papers, after } = decideOn(true, [...standing, objected]).told()
    expect([events, papers]).toEqual([[{ type: 'ObjectionDecided', data: { upheld: true } }], ['异议裁定书']])
    expect([after.state, after.overlays]).toEqual(['REVOKED', []])
    const enforcing = [...standing, objected, at('2026-06-15', EnforcementApplied({ instalment: 1 }))]
    expect(decideOn(false, enforcing).told().after).toMatchObject({ state: 'ENFORCING', overlays: [] })
    expect(no(decideOn(true, standing).refusal())).toEqual({ code: 'ERR_GUARD', guard: 'no-objection' })
  })

  it('is decided also when all was performed meanwhile', () => {
    const done = [...standing, objected, at('2026-06-15', paidAll)]
    expect(decideOn(false, done).told().after.state).toBe('PERFORMED')
    expect(decideOn(true, done).told().after.state).toBe('REVOKED')
  })
})

describe('performance', () => {
  it('is told by the mediation', () => {
    const note = (input: object, past: readonly Past[] = standing) =>
      spec.given(...past).when(notePerformance, { by: system, at: '2026-06-30', input: { ...input } })
    const { after } = note({ remaining: 0, left: [], all: true }).told()
    expect(after.state).toBe('PERFORMED')
    expect(clocksOf(after.clocks)['CLK-JC-ENF']?.[0]).toBe('cancelled')
    const part = note({ remaining: 100, left: [], all: false }).told().after
    expect([part.state, clocksOf(part.clocks)['CLK-JC-ENF']?.[0]]).toEqual(['PERFORMING', 'running'])
    expect(note({ remaining: 0, left: [], all: true }, [applied, accepted]).told().events).toEqual([])
    expect(
      note({ remaining: 0, left: [], all: true }, [
        applied,
        at('2026-05-19', Refused({ mediation: MEDIATION, grounds: ['scope'] })),
      ]).told().events,
    ).toEqual([])
  })

  it('is recorded by the court with its proof', () => {
    const record = (input: object) =>
      spec
        .given(...standing)
        .when(recordPerformance, { by: judge, at: '2026-06-30', input: { ...input, enclosures: { 履行证明: ['e1'] } } })
    expect(record({ remaining: 0 }).told().after.state).toBe('PERFORMED')
    expect(record({ remaining: 0, left: ['道歉'] }).told().events[0]?.data).toEqual({
      remaining: 0,
      left: ['道歉'],
      all: false,
    })
    expect(
      spec
        .given(...standing)
        .when(recordPerformance, { by: judge, at: '2026-06-30', input: { remaining: 0 } })
        .refused(),
    ).toBe('ERR_DOC_MISSING')
  })
})

describe('enforcement', () => {
  const enforceOn = (
    on: string,
    input: object = { instalment: 1 },
    by = holder,
    past: readonly Past[] = standing,
    mediation: object | null = found(),
  ) => spec.given(...past).when(enforce, { by, at: on, input: { ...input }, needs: mediation ? { mediation } : {} })

  it('is for the creditor of an instalment that is overdue', () => {
    const { events, papers, after } = enforceOn('2026-07-01').told()
    expect([events, papers, after.state]).toEqual([
      [{ type: 'EnforcementApplied', data: { instalment: 1 } }],
      ['执行申请书'],
      'ENFORCING',
    ])
    expect(clocksOf(after.clocks)['CLK-JC-ENF']?.[0]).toBe('satisfied')
    expect(no(enforceOn('2026-06-30').refusal())).toMatchObject({ code: 'ERR_GUARD', guard: 'nothing-overdue' })
    expect(enforceOn('2026-07-01', { instalment: 1 }, respondent).refused()).toBe('ERR_WRONG_APPROVER')
    expect(enforceOn('2026-07-01', { instalment: 0, duty: '停止侵权' }, respondent).refused()).toBeUndefined()
    expect(enforceOn('2026-07-01', { instalment: 1 }, judge).refused()).toBe('ERR_WRONG_APPROVER')
    expect(no(enforceOn('2026-07-01', { instalment: 1 }, holder, standing, null).refusal())).toEqual({
      code: 'ERR_GUARD',
      guard: 'mediation',
    })
  })

  it('comes again for a later instalment, not for the same', () => {
    const instalments = [1, 2].map((no) => ({ no, amount: 2_500_000, due: no === 1 ? '2026-06-30' : '2026-09-30' }))
    const mediation = found({ agreement: { ...found().facts.agreement!, instalments } })
    const once = [...standing, at('2026-07-01', EnforcementApplied({ instalment: 1 }))]
    expect(enforceOn('2026-10-01', { instalment: 2 }, holder, once, mediation).told().after.state).toBe('ENFORCING')
    expect(no(enforceOn('2026-10-01', { instalment: 1 }, holder, once, mediation).refusal())).toEqual({
      code: 'ERR_GUARD',
      guard: 'already-enforced',
      instalment: 1,
    })
  })

  it('is late two years after the last day for performance', () => {
    expect(enforceOn('2028-06-30').refused()).toBeUndefined()
    expect(enforceOn('2028-07-01').refused()).toBe('ERR_LATE')
  })

  it('waits for service', () => {
    const unserved = at(
      '2026-05-29',
      Confirmed({ ...ruling, servedOn: null, lastPerformanceDay: '2026-06-30', enforceFrom: '2026-06-30' }),
    )
    expect(no(enforceOn('2026-07-01', { instalment: 1 }, holder, [applied, accepted, unserved]).refusal())).toEqual({
      code: 'ERR_GUARD',
      guard: 'not-served',
    })
  })
})

describe('a new mediation', () => {
  const again = (past: readonly Past[], mediation: object | null = found()) =>
    spec.given(...past).when(reMediate, { by: holder, at: '2026-06-02', needs: mediation ? { mediation } : {} })
  const refused = at('2026-05-19', Refused({ mediation: MEDIATION, grounds: ['title'] }))
  const rejected = at('2026-05-29', Rejected({ mediation: MEDIATION, ground: 'unclear', ruledOn: '2026-05-29' }))

  it('follows a refusal or a rejection, once', () => {
    const opened = {
      mediation: MEDIATION,
      organisation: ORG,
      parties: [nursery, shop],
      ip: 'trademark',
      track: 'people',
      dispute: 'infringement',
    }
    for (const past of [
      [applied, refused],
      [applied, accepted, rejected],
    ]) {
      const { events, after } = again(past).told()
      expect(events).toEqual([{ type: 'NewMediationOpened', data: opened }])
      expect(after.state).toBe(past.length === 2 ? 'REFUSED' : 'REJECTED')
    }
    const reopened = at('2026-06-01', { type: 'NewMediationOpened', data: opened })
    expect(no(again([applied, refused, reopened]).refusal())).toEqual({ code: 'ERR_GUARD', guard: 'already-reopened' })
  })

  it('does not follow anything else', () => {
    expect(again([...standing]).refused()).toBe('ERR_STATE')
    expect(again([applied, refused], null).refused()).toBe('ERR_GUARD')
  })
})
