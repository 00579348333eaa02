import { describe, expect, it } from '@jest/globals'
import { check, reckon, stateAt } from './ledger.js'
import {
  at,
  basis,
  CASE,
  DEFENCE,
  due,
  facts,
  filed,
  one,
  RECON_BARE,
  row,
  SEAL,
  VERIFY,
  type Written,
} from './ledger.sample.js'

describe('pauses', () => {
  it('unites what overlaps', () => {
    const clock = one(
      CASE,
      ...([filed, ['2026-03-10', 'CaseSuspended'], ['2026-03-16', 'HearingRequested']] as Written[]),
      ...([
        ['2026-03-20', 'CaseResumed'],
        ['2026-03-25', 'HearingEnded'],
      ] as Written[]),
    )
    expect([clock.excluded, clock.strict]).toEqual([[['2026-03-10', '2026-03-25']], '2026-06-15'])
  })

  it('begins with the first of two, and of one instant the pause comes before the resumption', () => {
    const twice: Written[] = [filed, ['2026-03-10', 'CaseSuspended'], ['2026-03-16', 'CaseSuspended']]
    expect(one(CASE, ...twice).pausedSince).toBe('2026-03-10')
    expect(one(CASE, ...twice, ['2026-03-16', 'CaseResumed']).excluded).toEqual([['2026-03-10', '2026-03-16']])
  })

  it('unites spans that meet on one day', () => {
    const again: Written[] = [
      ['2026-03-10', 'CaseSuspended'],
      ['2026-03-16T10:00', 'CaseResumed'],
      ['2026-03-16T15:00', 'CaseSuspended'],
      ['2026-03-20', 'CaseResumed'],
    ]
    expect(one(CASE, filed, ...again).excluded).toEqual([['2026-03-10', '2026-03-20']])
    expect(one(CASE, filed, ...again.slice(0, 3))).toMatchObject({
      pausedSince: '2026-03-16',
      remaining: { n: 82, unit: 'CD' },
    })
  })

  it('gives no date that could be provisional while it stands still', () => {
    const late: Written[] = [['2026-12-20', 'CaseFiled']]
    expect([one(CASE, ...late).provisional, one(CASE, ...late, ['2026-12-21', 'CaseSuspended']).provisional]).toEqual([
      true,
      false,
    ])
  })

  it('says what it stands still for: every pause that is open, and of a fixed one its end', () => {
    const begun: Written[] = [
      filed,
      ['2026-03-10', 'CaseSuspended'],
      ['2026-03-12', 'TestCommissioned', { test: 'a' }],
      ['2026-03-13', 'TestCommissioned', { test: 'b' }],
    ]
    expect(one(CASE, ...begun).pausedBy).toEqual(['CaseSuspended', 'TestCommissioned'])
    expect(one(CASE, ...begun, ['2026-03-16', 'CaseResumed']).pausedBy).toEqual(['TestCommissioned'])
    expect(one(CASE, filed).pausedBy).toBeUndefined()
    const refund = one(CASE, filed, ['2026-03-10', 'RefundOrdered', { until: '2026-03-20' }])
    const { pausedBy, pausedUntil } = stateAt(refund, at('2026-03-20T23:59'))
    expect([refund.pausedBy, pausedBy, pausedUntil]).toEqual([undefined, ['RefundOrdered'], at('2026-03-21')])
  })

  it('ends with the last of two tests', () => {
    const out: Written[] = [
      filed,
      ['2026-03-10', 'TestCommissioned', { test: 'a' }],
      ['2026-03-12', 'TestCommissioned', { test: 'b' }],
    ]
    const first: Written[] = [...out, ['2026-03-16', 'TestReceived', { test: 'a' }]]
    expect(one(CASE, ...first)).toMatchObject({
      state: 'paused',
      pausedSince: '2026-03-10',
      remaining: { n: 82, unit: 'CD' },
    })
    expect(one(CASE, ...first, ['2026-03-20', 'TestReceived', { test: 'b' }]).excluded).toEqual([
      ['2026-03-10', '2026-03-20'],
    ])
    expect(one(CASE, ...first, ['2026-03-20', 'TestReceived', { test: 'c' }]).state).toBe('paused')
  })

  it('knows the end of a refund period beforehand', () => {
    const clock = one(CASE, filed, ['2026-03-10', 'RefundOrdered', { until: '2026-03-20' }])
    expect([clock.state, clock.strict, clock.excluded]).toEqual([
      'running',
      '2026-06-10',
      [['2026-03-10', '2026-03-20']],
    ])
    expect(stateAt(clock, at('2026-03-20T23:59'))).toMatchObject({
      state: 'paused',
      pausedSince: '2026-03-10',
      remaining: { n: 82, unit: 'CD' },
    })
    expect(stateAt(clock, at('2026-03-20T23:59')).due).toBeUndefined()
    expect([stateAt(clock, at('2026-03-10T08:00')).state, stateAt(clock, at('2026-03-21')).due]).toEqual([
      'running',
      '2026-06-10',
    ])
  })

  it('keeps a due date when it was stopped within a refund period, and none is held after the lapse', () => {
    const ordered: Written = ['2026-03-10', 'RefundOrdered', { until: '2026-03-20' }]
    expect(one(CASE, filed, ordered, ['2026-03-15', 'DecisionMade'])).toMatchObject({
      state: 'satisfied',
      strict: '2026-06-10',
    })
    expect(one(CASE, filed, ['2026-06-10', 'RefundOrdered', { until: '2026-06-20' }]).holds).toBeUndefined()
  })

  it('leaves one more day when it was open on the last', () => {
    expect(one(CASE, filed, ['2026-06-01', 'CaseSuspended']).state).toBe('paused')
    expect(one(CASE, filed, ['2026-06-01', 'CaseSuspended'], ['2026-06-12', 'CaseResumed'])).toMatchObject({
      state: 'running',
      strict: '2026-05-31',
      due: '2026-06-15',
    })
    expect(
      due(
        SEAL,
        ['2026-06-12', 'MeasureTaken'],
        ['2026-07-12', 'TestCommissioned', { test: 'a', kind: 'test' }],
        ['2026-07-17', 'TestReceived', { test: 'a' }],
      ),
    ).toBe('2026-07-18')
  })

  it('changes nothing when it begins after the lapse', () => {
    const late: Written[] = [filed, ['2026-06-02T00:00', 'CaseSuspended']]
    expect(one(CASE, ...late)).toMatchObject({
      state: 'running',
      due: '2026-06-01',
      lapseAt: at('2026-06-02'),
      excluded: [],
    })
    expect(one(CASE, ...late, ['2026-06-12', 'CaseResumed'])).toMatchObject({ due: '2026-06-01', excluded: [] })
  })

  it('holds a clock that starts while it is open', () => {
    const received: Written = [
      '2026-06-01',
      'LeadReceived',
      { handler: true, complaint: false, receivedOn: '2026-06-01' },
    ]
    const out: Written[] = [
      received,
      ['2026-06-03', 'TestCommissioned', { test: 'a' }],
      ['2026-06-08', 'RepeatAbsorbed', { receivedOn: '2026-06-08' }],
    ]
    expect(one(VERIFY, ...out)).toMatchObject({
      state: 'paused',
      pausedSince: '2026-06-08',
      remaining: { n: 15, unit: 'WD' },
    })
    expect(one(VERIFY, ...out, ['2026-06-12', 'TestReceived', { test: 'a' }])).toMatchObject({
      due: '2026-07-06',
      excluded: [['2026-06-08', '2026-06-12']],
    })
  })

  it('does not let a clock lapse, and a stop meanwhile is in time', () => {
    expect(
      one(CASE, filed, ['2026-05-29', 'CaseSuspended'], ['2026-08-01', 'DecisionMade'], ['2026-08-03', 'CaseResumed']),
    ).toMatchObject({ state: 'satisfied', excluded: [] })
  })

  it('is ended by what another clock makes, while a row ignores what its own lapse made', () => {
    const started = facts(filed, ['2026-03-09', 'PublicNoticeStarted'])
    const data = {}
    const ended = {
      id: 'x',
      type: 'PublicNoticeEnded',
      at: at('2026-04-09'),
      data,
      lapse: { clock: 'CLK-PUBLIC-NOTICE', key: '', at: at('2026-04-09') },
    }
    expect(reckon(CASE, [...started, ended], basis)[0]).toMatchObject({
      state: 'running',
      excluded: [['2026-03-09', '2026-04-09']],
    })
    const waived = {
      id: 'y',
      type: 'RightsWaived',
      at: at('2026-07-21'),
      data,
      lapse: { clock: 'CLK-DEFENCE', key: '', at: at('2026-07-21') },
    }
    const served = facts(['2026-07-13', 'PenaltyNoticeServed', { servedOn: '2026-07-13' }])
    expect(reckon(DEFENCE, [...served, waived], basis)).toEqual(reckon(DEFENCE, served, basis))
  })

  it('may hang on a switch', () => {
    const supplement = row({
      ...RECON_BARE,
      starts: ['Received'],
      pauses: [{ from: 'Asked', to: 'Supplemented', if: 'police.supplementStopsClock' }],
    })
    const asked = facts(['2026-03-09', 'Received'], ['2026-03-10', 'Asked'])
    expect(reckon(supplement, asked, basis)[0]!.state).toBe('running')
    expect(reckon(supplement, asked, { ...basis, switches: { 'police.supplementStopsClock': true } })[0]!.state).toBe(
      'paused',
    )
  })
})

describe('extensions', () => {
  const extended: Written = ['2026-05-20', 'CaseExtended']
  const collectively = (when: string, days: unknown = 20): Written => [when, 'CaseExtendedCollectively', { days }]

  it('add up, each judged by the due date before it', () => {
    expect(one(CASE, filed, extended)).toMatchObject({ strict: '2026-06-30', due: '2026-06-30' })
    expect(due(CASE, filed, extended, collectively('2026-06-30'))).toBe('2026-07-20')
    expect(due(CASE, filed, extended, collectively('2026-07-01'))).toBe('2026-06-30')
    expect(due(CASE, filed, ['2026-06-01T23:59:59.999', 'CaseExtended'])).toBe('2026-06-30')
    expect(due(CASE, filed, ['2026-06-02', 'CaseExtended'])).toBe('2026-06-01')
  })

  it('count only so often, in their order, and with a number', () => {
    expect(due(CASE, filed, extended, ['2026-05-21', 'CaseExtended'])).toBe('2026-06-30')
    expect(due(CASE, filed, collectively('2026-05-19'), extended)).toBe('2026-06-30')
    expect(due(CASE, filed, extended, collectively('2026-06-01', '20'))).toBe('2026-06-30')
    expect(due(CASE, filed, extended, collectively('2026-06-01', 0), collectively('2026-06-01', 2.5))).toBe(
      '2026-06-30',
    )
    expect(one(CASE, filed, extended).extensions).toEqual([
      { event: 'CaseExtended', fact: 'f1', at: at('2026-05-20T09:00'), add: { n: 30, unit: 'CD' } },
    ])
  })

  it('are refused by rule', () => {
    const asks = (type: string, when: string, data: Record<string, unknown> | undefined, ...all: Written[]) =>
      check([CASE], facts(...all), { type, at: at(when), data }, basis)?.facts.reason
    expect(asks('CaseExtended', '2026-06-01T12:00', {}, filed)).toBeUndefined()
    expect(asks('CaseExtended', '2026-06-02', {}, filed)).toBe('after-due')
    expect(asks('CaseExtended', '2026-05-21', {}, filed, extended)).toBe('times')
    expect(asks('CaseExtendedCollectively', '2026-05-21', { days: 9 }, filed)).toBe('order')
    expect(asks('CaseExtendedCollectively', '2026-05-21', {}, filed, extended)).toBe('amount')
    expect(asks('CaseExtendedCollectively', '2026-05-21', { days: 0 }, filed, extended)).toBe('amount')
    expect(asks('CaseExtendedCollectively', '2026-05-21', undefined, filed, extended)).toBeUndefined()
    expect(asks('CaseExtended', '2026-05-21', {}, filed, ['2026-05-20', 'DecisionMade'])).toBe('not-running')
    expect(asks('CaseExtended', '2026-05-21', {})).toBeUndefined()
    expect(asks('CaseExtended', '2026-05-20T09:00', {}, filed, ['2026-05-20', 'DecisionMade'])).toBeUndefined()
    expect(asks('CaseExtended', '2026-08-21', {}, filed, ['2026-05-20', 'CaseSuspended'])).toBeUndefined()
  })

  it('must lead to a later day', () => {
    const coop = row({
      ...RECON_BARE,
      starts: ['Received'],
      extensions: [{ by: 'DelayNotified', add: { until: 'newDate' }, times: 9 }],
    })
    const told = { type: 'DelayNotified', at: at('2026-03-10'), data: { newDate: '2026-03-11' } }
    expect(due(coop, ['2026-03-09', 'Received'], ['2026-03-10', 'DelayNotified', { newDate: '2026-03-11' }])).toBe(
      '2026-03-12',
    )
    expect(check([coop], facts(['2026-03-09', 'Received']), told, basis)?.facts).toEqual({
      clock: 'CLK-TF-RECON',
      at: told.at,
      due: '2026-03-12',
      reason: 'not-later',
      times: 9,
    })
  })

  it('extends once with one event, whatever rules name it', () => {
    const extensions = [
      { by: 'AdjExtended', add: { n: 1, unit: 'M' as const }, times: 1 },
      { by: 'AdjExtended', add: { n: 2, unit: 'M' as const }, times: 1, after: 'AdjExtended' },
    ]
    const adj = row({ ...RECON_BARE, length: { n: 3, unit: 'M' }, starts: ['AdjFiled'], extensions })
    expect(due(adj, ['2026-03-05', 'AdjFiled'], ['2026-04-05', 'AdjExtended'])).toBe('2026-07-06')
    expect(due(adj, ['2026-03-05', 'AdjFiled'], ['2026-04-05', 'AdjExtended'], ['2026-05-05', 'AdjExtended'])).toBe(
      '2026-09-07',
    )
  })

  it('is allowed by any rule that names the event, and moves a paused clock too', () => {
    const extensions = [
      { by: 'DelayNotified', add: { n: 2, unit: 'CD' as const }, times: 1 },
      { by: 'DelayNotified', add: { until: 'newDate' }, times: 1 },
    ]
    const coop = row({ ...RECON_BARE, starts: ['Received'], pauses: [{ from: 'Held', to: 'Freed' }], extensions })
    const first: Written[] = [
      ['2026-03-09', 'Received'],
      ['2026-03-10', 'DelayNotified'],
    ]
    const told = { type: 'DelayNotified', at: at('2026-03-11'), data: { newDate: '2026-03-20' } }
    expect(check([coop], facts(...first), told, basis)).toBeUndefined()
    const held: Written[] = [
      ...first,
      ['2026-03-10T10:00', 'Held'],
      ['2026-03-11', 'DelayNotified', { newDate: '2026-03-12' }],
    ]
    expect(one(coop, ...held).extensions).toHaveLength(2)
  })

  it('counts before a pause of the same instant, and a stop after both', () => {
    const same: Written[] = [
      filed,
      ['2026-06-01', 'DecisionMade'],
      ['2026-06-01', 'CaseExtended'],
      ['2026-06-01', 'CaseSuspended'],
    ]
    expect(one(CASE, ...same)).toMatchObject({ state: 'satisfied', extensions: [{ event: 'CaseExtended' }] })
  })
})
