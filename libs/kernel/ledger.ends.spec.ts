import { describe, expect, it } from '@jest/globals'
import { check, stateAt } from './ledger.js'
import {
  at,
  basis,
  CASE,
  DEFENCE,
  facts,
  filed,
  one,
  RECON_BARE,
  refused,
  row,
  simple,
  type Written,
} from './ledger.sample.js'

describe('ends', () => {
  it('breaches a duty that is done late, by days', () => {
    expect(one(CASE, filed, ['2026-06-05', 'DecisionMade'])).toMatchObject({
      ...{
        state: 'breached',
        due: '2026-06-01',
        lapseAt: at('2026-06-02'),
        stoppedBy: 'f1',
        lateBy: { n: 4, unit: 'CD' },
      },
    })
    expect(one(CASE, filed, ['2026-06-01T23:59', 'DecisionMade'])).toMatchObject({
      state: 'satisfied',
      due: '2026-06-01',
    })
    expect(one(CASE, filed, ['2026-06-01T23:59', 'DecisionMade']).lapseAt).toBeUndefined()
  })

  it('ends with the first stop, and with one at the date that its field gives', () => {
    expect(one(CASE, filed, ['2026-03-05', 'DecisionMade'], ['2026-03-06', 'DecisionMade'])).toMatchObject({
      stoppedBy: 'f1',
    })
    const ruled = row({ ...RECON_BARE, starts: ['Accepted'], stops: [{ event: 'Confirmed', at: 'ruledOn' }] })
    const later: Written = ['2026-03-03', 'Confirmed', { ruledOn: '2026-03-06' }]
    expect(one(ruled, ['2026-03-02', 'Accepted'], later)).toMatchObject({
      state: 'lapsed',
      stoppedAt: at('2026-03-06'),
    })
  })

  it('keeps the breach of a clock that is cancelled later', () => {
    const { state, lateBy, lapseAt } = one(CASE, filed, ['2026-06-05', 'CaseTerminated'])
    expect({ state, lateBy, lapseAt }).toEqual({ state: 'breached', lateBy: undefined, lapseAt: at('2026-06-02') })
  })

  it('rounds late hours up', () => {
    const send = simple('CLK-TF-SEND', 24, 'H', 'TransferApproved', 'SentToPolice')
    expect(
      one(send, ['2026-03-06T16:00', 'TransferApproved'], ['2026-03-07T16:00:00.001', 'SentToPolice']).lateBy,
    ).toEqual({ n: 1, unit: 'H' })
  })

  it('lapses by the kind of its row', () => {
    const states = (['breach', 'lost', 'reminder'] as const).map(
      (kind) =>
        stateAt(one(simple('CLK-X', 1, 'CD', 'Begun', 'Done', kind), ['2026-03-02', 'Begun']), at('2026-03-04')).state,
    )
    expect(states).toEqual(['breached', 'lapsed', 'lapsed'])
  })

  it('closes an open gate', () => {
    const gate = row({
      ...RECON_BARE,
      kind: 'gate',
      starts: ['Listed'],
      stops: [],
      moot: ['ListingRevoked'],
      opens: ['EarlyApplied'],
      lapse: { kind: 'gate' },
    })
    expect(one(gate, ['2026-03-02', 'Listed'], ['2026-03-20', 'ListingRevoked'])).toMatchObject({
      state: 'cancelled',
      lapseAt: at('2026-03-05'),
    })
    expect(refused(gate, 'EarlyApplied', '2026-03-04', ['2026-03-02', 'Listed'])).toBe('ERR_TOO_EARLY')
    expect(
      refused(gate, 'EarlyApplied', '2026-03-04', ['2026-03-02', 'Listed'], ['2026-03-03', 'ListingRevoked']),
    ).toBeUndefined()
  })

  it('lapses a notice that was too short from its beginning', () => {
    const oral = row({
      ...RECON_BARE,
      kind: 'before',
      length: { n: 3, unit: 'WD' },
      starts: [{ event: 'OralScheduled', at: 'day' }],
      stops: ['OralNotified'],
    })
    expect(one(oral, ['2026-09-07', 'OralScheduled', { day: '2026-09-08' }])).toMatchObject({
      due: '2026-09-03',
      lapseAt: at('2026-09-07T09:00'),
    })
  })
})

describe('a refusal', () => {
  it('is of the moment of the act, whatever was recorded since', () => {
    const served: Written[] = [['2026-07-13', 'PenaltyNoticeServed', { servedOn: '2026-07-13' }]]
    const later: Written[] = [...served, ['2026-07-20', 'RightsWaived']]
    const decision = { type: 'DecisionMade', at: at('2026-07-16'), data: { outcome: 'penalise' } }
    expect(check([DEFENCE], facts(...later), decision, basis)?.refused).toBe('ERR_TOO_EARLY')
    expect(check([DEFENCE], facts(...later), { ...decision, at: at('2026-07-21') }, basis)).toBeUndefined()
    expect(check([DEFENCE], facts(...served), { type: 'DecisionMade', at: at('2026-07-16') }, basis)).toBeUndefined()
  })

  it('never comes from a breach, a reminder, or a clock that was stopped', () => {
    expect(refused(CASE, 'DecisionMade', '2026-09-01', filed)).toBeUndefined()
    expect(
      refused(simple('CLK-X', 1, 'CD', 'Begun', 'Done', 'reminder'), 'Done', '2026-09-01', ['2026-03-02', 'Begun']),
    ).toBeUndefined()
    expect(
      refused(
        simple('CLK-X', 1, 'CD', 'Begun', 'Done', 'lost'),
        'Done',
        '2026-09-01',
        ['2026-03-02', 'Begun'],
        ['2026-03-03', 'Done'],
      ),
    ).toBeUndefined()
  })

  it('shows what remains while the clock that holds back is paused', () => {
    const urge = row({
      ...RECON_BARE,
      starts: ['ReminderServed'],
      stops: ['Performed'],
      opens: ['Applied'],
      pauses: [{ from: 'Stayed', to: 'Lifted' }],
      lapse: { kind: 'reminder' },
    })
    expect(
      check(
        [urge],
        facts(['2026-03-02', 'ReminderServed'], ['2026-03-03', 'Stayed']),
        { type: 'Applied', at: at('2026-05-01') },
        basis,
      ),
    ).toEqual({
      refused: 'ERR_TOO_EARLY',
      facts: {
        clock: 'CLK-TF-RECON',
        at: at('2026-05-01'),
        pausedSince: '2026-03-03',
        remaining: { n: 2, unit: 'CD' },
      },
    })
  })
})
