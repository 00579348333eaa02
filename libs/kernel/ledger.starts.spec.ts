import { describe, expect, it } from '@jest/globals'
import { movedBy } from './clock-row.js'
import { check, reckon } from './ledger.js'
import {
  at,
  basis,
  CASE,
  due,
  facts,
  filed,
  one,
  RECON,
  RECON_BARE,
  row,
  simple,
  VERIFY,
  type Written,
} from './ledger.sample.js'

describe('what starts a clock', () => {
  it('does not exist before it starts, or without its condition', () => {
    expect(
      reckon(
        VERIFY,
        facts(['2026-06-01', 'LeadReceived', { handler: false, complaint: false, receivedOn: '2026-06-01' }]),
        basis,
      ),
    ).toEqual([])
    expect(reckon(CASE, [], basis)).toEqual([])
  })

  it('waits for the receipt while the date is empty', () => {
    const refusedOn = (servedOn: unknown): Written => ['2026-03-09', 'PoliceRefused', { servedOn }]
    const received: Written = ['2026-03-12', 'NoticeReceived', { of: 'PoliceRefused', on: '2026-03-11' }]
    expect(reckon(RECON, facts(refusedOn(null)), basis)).toEqual([])
    expect(reckon(RECON, facts(refusedOn(undefined)), basis)).toEqual([])
    expect(due(RECON, refusedOn(null), received)).toBe('2026-03-16')
    expect(due(RECON, refusedOn('2026-03-10'), received)).toBe('2026-03-13')
    expect(
      reckon(
        RECON,
        facts(refusedOn(null), ['2026-03-12', 'NoticeReceived', { of: 'PoliceFiled', on: '2026-03-11' }]),
        basis,
      ),
    ).toEqual([])
    expect(movedBy(RECON).has('NoticeReceived')).toBe(true)
  })

  it('takes the latest unserved fact for a receipt, and each once', () => {
    const restart = row({ ...RECON_BARE, again: 'restart' })
    const two: Written[] = [
      ['2026-03-09', 'PoliceRefused', { servedOn: null, kind: 'a' }],
      ['2026-03-16', 'PoliceRefused', { servedOn: null, kind: 'b' }],
      ['2026-03-10', 'NoticeReceived', { of: 'PoliceRefused', on: '2026-03-10' }],
    ]
    expect(due(restart, ...two)).toBe('2026-03-13')
    expect(due(restart, ...two, ['2026-03-17', 'NoticeReceived', { of: 'PoliceRefused', on: '2026-03-17' }])).toBe(
      '2026-03-20',
    )
    expect(due(restart, ...two, ['2026-03-11', 'NoticeReceived', { of: 'PoliceRefused', on: '2026-03-11' }])).toBe(
      '2026-03-13',
    )
  })

  it('takes the day of the receipt when it names none, and of two facts the later', () => {
    const length = [
      { when: { kind: 'a' }, n: 3, unit: 'CD' as const },
      { n: 10, unit: 'CD' as const },
    ]
    const waiting: Written[] = [
      ['2026-03-02', 'PoliceRefused', { servedOn: null, kind: 'a' }],
      ['2026-03-03', 'PoliceRefused', { servedOn: null, kind: 'b' }],
    ]
    const received = (on?: string): Written => ['2026-03-10', 'NoticeReceived', { of: 'PoliceRefused', on }]
    expect(due(row({ ...RECON_BARE, length }), ...waiting, received('2026-03-06'))).toBe('2026-03-16')
    expect(due(row({ ...RECON_BARE, length }), ...waiting, received())).toBe('2026-03-20')
  })

  it('reads a list by its members', () => {
    const told = row({ ...RECON_BARE, starts: [{ event: 'Told', when: { where: ['hub', 'desk'] } }] })
    const starts = (where: unknown) => reckon(told, facts(['2026-03-02', 'Told', { where }]), basis).length
    expect([starts('hub'), starts(['other', 'desk']), starts(['other']), starts(undefined)]).toEqual([1, 1, 0, 0])
  })

  it('takes the one with the later id of two starts at one instant, in either order', () => {
    const restart = row({ ...RECON_BARE, again: 'restart', length: { until: 'last' }, starts: ['Told'] })
    const two = facts(['2026-03-02', 'Told', { last: '2026-03-20' }], ['2026-03-02', 'Told', { last: '2026-03-10' }])
    expect(reckon(restart, two, basis)[0]!.due).toBe('2026-03-10')
    expect(reckon(restart, two.reverse(), basis)[0]!.due).toBe('2026-03-10')
  })

  it('counts hours from the act when only the day is given', () => {
    const send = row({ ...RECON_BARE, length: { n: 24, unit: 'H' } })
    expect(due(send, ['2026-03-09T14:30', 'PoliceRefused', { servedOn: '2026-03-09' }])).toBe(at('2026-03-10T14:30'))
    expect(due(send, ['2026-03-09T14:30', 'PoliceRefused', { servedOn: at('2026-03-09T15:00') }])).toBe(
      at('2026-03-10T15:00'),
    )
  })

  it('chooses the length by a field, and does not start without one', () => {
    const length = [
      { when: { trigger: 'application' }, n: 20, unit: 'WD' as const },
      { when: { trigger: 'ex-officio' }, n: 50, unit: 'WD' as const },
    ]
    const release = row({ ...RECON_BARE, length, starts: ['GoodsDetained'] })
    expect(due(release, ['2026-03-02', 'GoodsDetained', { trigger: 'application' }])).toBe('2026-03-30')
    expect(due(release, ['2026-03-02', 'GoodsDetained', { trigger: 'ex-officio' }])).toBe('2026-05-14')
    expect(reckon(release, facts(['2026-03-02', 'GoodsDetained', {}]), basis)).toEqual([])
  })

  it('runs up to a day that the event names, and no further than its cap', () => {
    const until = row({ ...RECON_BARE, length: { until: 'last' }, starts: ['Agreed'] })
    expect(due(until, ['2026-03-02', 'Agreed', { last: '2026-03-20' }])).toBe('2026-03-20')
    expect(reckon(until, facts(['2026-03-02', 'Agreed', { last: null }]), basis)).toEqual([])
    const capped = row({ ...RECON_BARE, length: { n: 1, unit: 'Y' }, cap: 'last', starts: ['Agreed'] })
    expect(due(capped, ['2026-03-02', 'Agreed', { last: '2026-03-20' }])).toBe('2026-03-20')
  })

  it('is absent while its switch is off', () => {
    const on = (name: string, switches: Record<string, unknown>) =>
      reckon(row({ ...RECON_BARE, starts: ['Agreed'], if: name }), facts(['2026-03-02', 'Agreed']), {
        ...basis,
        switches,
      }).length
    expect([on('a.b', {}), on('a.b', { 'a.b': false }), on('a.b', { 'a.b': true })]).toEqual([0, 0, 1])
    expect([on('unit.310days=WD', { 'unit.310days': 'CD' }), on('unit.310days=CD', { 'unit.310days': 'CD' })]).toEqual([
      0, 1,
    ])
  })

  it('does not roll under roll.restDay none', () => {
    expect(reckon(CASE, facts(filed), { ...basis, switches: { 'roll.restDay': 'none' } })[0]!.due).toBe('2026-05-31')
  })
})

describe('starting again', () => {
  const received: Written = [
    '2026-06-01',
    'LeadReceived',
    { handler: true, complaint: false, receivedOn: '2026-06-01' },
  ]

  it('restarts a clock that says so and keeps one that does not', () => {
    expect(due(VERIFY, received, ['2026-06-10', 'RepeatAbsorbed', { receivedOn: '2026-06-10' }])).toBe('2026-07-02')
    expect(
      one(VERIFY, received, ['2026-06-10', 'RepeatAbsorbed', { receivedOn: '2026-06-10' }]).earlier,
    ).toBeUndefined()
    expect(due(CASE, filed, ['2026-03-10', 'CaseFiled'])).toBe('2026-06-01')
  })

  it('keeps the lapse of the earlier course', () => {
    const clock = one(VERIFY, received, ['2026-06-29', 'RepeatAbsorbed', { receivedOn: '2026-06-29' }])
    expect([clock.due, clock.earlier]).toEqual(['2026-07-20', [{ due: '2026-06-23', at: at('2026-06-24') }]])
  })

  it('begins anew after it was stopped or cancelled', () => {
    const review = simple('CLK-REVIEW', 10, 'WD', 'ReviewSubmitted', 'ReviewReturned')
    const twice: Written[] = [
      ['2026-07-06', 'ReviewSubmitted'],
      ['2026-07-08', 'ReviewReturned'],
      ['2026-07-13', 'ReviewSubmitted'],
    ]
    expect([one(review, ...twice.slice(0, 2)).state, due(review, ...twice)]).toEqual(['satisfied', '2026-07-27'])
    const returned: Written = ['2026-06-03T10:00', 'LeadReturned']
    const again: Written = ['2026-06-03T15:00', 'LeadDispatched', { complaint: false, receivedOn: '2026-06-03' }]
    expect(one(VERIFY, received, returned).state).toBe('cancelled')
    const clock = one(VERIFY, received, returned, again)
    expect([clock.state, clock.due]).toEqual(['running', '2026-06-25'])
  })

  it('begins anew after a right or an automatic event has lapsed, but a breached duty stays', () => {
    const notice = row({
      ...RECON_BARE,
      length: { n: 30, unit: 'CD' },
      starts: ['PublicNoticeStarted'],
      lapse: { kind: 'auto', event: 'PublicNoticeEnded' },
    })
    const duty = simple('CLK-SERVE', 7, 'WD', 'DecisionMade', 'DecisionServed')
    expect(due(notice, ['2026-03-02', 'PublicNoticeStarted'], ['2026-03-10', 'PublicNoticeStarted'])).toBe('2026-04-01')
    expect(due(notice, ['2026-03-02', 'PublicNoticeStarted'], ['2026-05-11', 'PublicNoticeStarted'])).toBe('2026-06-10')
    expect(due(duty, ['2026-03-02', 'DecisionMade'], ['2026-05-11', 'DecisionMade'])).toBe('2026-03-11')
  })
})

describe('one clock per value', () => {
  const each = row({
    ...RECON_BARE,
    each: 'target',
    length: { n: 5, unit: 'WD' },
    starts: ['Allocated'],
    stops: ['Reported'],
    lapse: { kind: 'lost' },
  })
  const two: Written[] = [
    ['2026-03-02', 'Allocated', { target: 'b' }],
    ['2026-03-04', 'Allocated', { target: 'a' }],
  ]

  it('keeps them apart', () => {
    const clocks = reckon(each, facts(...two, ['2026-03-05', 'Reported', { target: 'b' }]), basis)
    expect(clocks.map(({ key, state, due }) => [key, state, due])).toEqual([
      ['a', 'running', '2026-03-11'],
      ['b', 'satisfied', '2026-03-09'],
    ])
    expect(reckon(each, facts(...two, ['2026-03-05', 'Reported']), basis).map((clock) => clock.state)).toEqual([
      'satisfied',
      'satisfied',
    ])
  })

  it('gives an event without a value the clock without a key', () => {
    const clocks = reckon({ ...each, again: 'restart' }, facts(...two, ['2026-03-05', 'Allocated']), basis)
    expect(clocks.map(({ key, due }) => [key, due])).toEqual([
      ['', '2026-03-12'],
      ['a', '2026-03-11'],
      ['b', '2026-03-09'],
    ])
  })

  it('refuses by value, and nothing while the value is not known', () => {
    const late = (data?: Record<string, unknown>) =>
      check([each], facts(...two), { type: 'Reported', at: at('2026-03-10'), data }, basis)?.facts.key
    expect([late({ target: 'b' }), late({ target: 'a' }), late()]).toEqual(['b', undefined, undefined])
  })
})
