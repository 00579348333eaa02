import { describe, expect, it } from '@jest/globals'
import { check, stateAt } from './ledger.js'
import {
  at,
  basis,
  both,
  CASE,
  DEFENCE,
  due,
  facts,
  one,
  refused,
  row,
  SEAL,
  simple,
  VERIFY,
  type Written,
} from './ledger.sample.js'

/* The worked scenarios of rulebook 12, clock by clock. */

describe('scenario 1: an ordinary case', () => {
  const lead: Written[] = [
    ['2026-06-01', 'LeadReceived', { handler: true, complaint: false, receivedOn: '2026-06-01' }],
  ]
  const paused: Written[] = [...lead, ['2026-06-03', 'TestCommissioned', { test: 't1', kind: 'identification' }]]
  const back: Written[] = [...paused, ['2026-06-12', 'TestReceived', { test: 't1' }]]

  it('verifies in 15 working days, the identification left out', () => {
    expect(due(VERIFY, ...lead)).toBe('2026-06-23')
    const { state, pausedSince, remaining, due: none } = one(VERIFY, ...paused)
    expect({ state, pausedSince, remaining, none }).toEqual({
      state: 'paused',
      pausedSince: '2026-06-03',
      remaining: { n: 13, unit: 'WD' },
      none: undefined,
    })
    const clock = one(VERIFY, ...back)
    expect([clock.due, clock.excluded]).toEqual(['2026-07-02', [['2026-06-03', '2026-06-12']]])
    expect(one(VERIFY, ...back, ['2026-06-12T10:00', 'LeadFiled']).state).toBe('satisfied')
  })

  it('keeps registered goods 7 working days', () => {
    const keep = row({
      ...{ id: 'CLK-REGKEEP', length: { n: 7, unit: 'WD' as const }, rolls: false as const },
      ...{ starts: ['EvidenceRegistered'], stops: ['PreservedDisposed'] },
      lapse: { kind: 'auto', event: 'PreservationReleased' },
    })
    expect(due(keep, ['2026-06-03', 'EvidenceRegistered'])).toBe('2026-06-12')
  })

  it('seals 30 days without a roll, then 30 more', () => {
    const taken: Written[] = [['2026-06-12', 'MeasureTaken']]
    const clock = one(SEAL, ...taken)
    expect([clock.due, clock.strict, clock.lastSafeDay]).toEqual(['2026-07-12', '2026-07-12', '2026-07-10'])
    expect(due(SEAL, ...taken, ['2026-07-10', 'MeasureExtended'])).toBe('2026-08-11')
    expect(refused(SEAL, 'MeasureExtended', '2026-07-10', ...taken)).toBeUndefined()
    expect(refused(SEAL, 'MeasureExtended', '2026-07-12', ...taken)).toBeUndefined()
    expect(refused(SEAL, 'MeasureExtended', '2026-07-13', ...taken)).toBe('ERR_CLOCK_RULE')
    expect(refused(SEAL, 'MeasureLifted', '2026-07-13', ...taken)).toBeUndefined()
    const lifted = one(SEAL, ...taken, ['2026-07-10', 'MeasureExtended'], ['2026-07-22', 'MeasureLifted'])
    expect(lifted.state).toBe('satisfied')
  })

  it('is not paused by the identification of a right holder when goods are sealed', () => {
    const identification: Written[] = [['2026-06-13', 'TestCommissioned', { test: 't2', kind: 'identification' }]]
    const appraisal: Written[] = [['2026-06-13', 'TestCommissioned', { test: 't2', kind: 'appraisal' }]]
    expect(one(SEAL, ['2026-06-12', 'MeasureTaken'], ...identification).due).toBe('2026-07-12')
    expect(one(SEAL, ['2026-06-12', 'MeasureTaken'], ...appraisal).state).toBe('paused')
  })

  it('decides within 90 days, reviews within 10 working days', () => {
    expect(due(CASE, ['2026-06-12', 'CaseFiled'])).toBe('2026-09-10')
    const review = simple('CLK-REVIEW', 10, 'WD', 'ReviewSubmitted', 'ReviewFinished')
    expect(due(review, ['2026-07-06', 'ReviewSubmitted'])).toBe('2026-07-20')
  })

  it('waives what was not used at the end of the fifth working day', () => {
    const served: Written[] = [['2026-07-13', 'PenaltyNoticeServed', { servedOn: '2026-07-13' }]]
    const clock = one(DEFENCE, ...served)
    expect([clock.due, clock.lapseAt]).toEqual(['2026-07-20', at('2026-07-21')])
    expect([stateAt(clock, at('2026-07-20T23:59')).state, stateAt(clock, at('2026-07-21')).state]).toEqual([
      'running',
      'lapsed',
    ])
    const decision = { type: 'DecisionMade', at: at('2026-07-20T16:00'), data: { outcome: 'penalise' } }
    expect(check([DEFENCE], facts(...served), decision, basis)).toEqual({
      refused: 'ERR_TOO_EARLY',
      facts: { clock: 'CLK-DEFENCE', due: '2026-07-20', at: at('2026-07-20T16:00'), opensAt: at('2026-07-21') },
    })
    expect(check([DEFENCE], facts(...served), { ...decision, at: at('2026-07-22') }, basis)).toBeUndefined()
    expect(check([DEFENCE], facts(...served), { ...decision, data: { outcome: 'none' } }, basis)).toBeUndefined()
    expect(refused(DEFENCE, 'HearingRequested', '2026-07-21', ...served)).toBe('ERR_LATE')
  })

  it('counts the periods after the decision', () => {
    const made: [string, string] = ['2026-07-22', 'DecisionMade']
    const served: [string, string] = ['2026-07-22', 'DecisionServed']
    expect(due(simple('CLK-PUB-20', 20, 'WD', 'DecisionMade', 'Published'), made)).toBe('2026-08-19')
    expect(due(simple('CLK-PUB-7', 7, 'WD', 'DecisionMade', 'Published', 'reminder'), made)).toBe('2026-07-31')
    expect(due(simple('CLK-PAY', 15, 'CD', 'DecisionServed', 'FinePaid'), served)).toBe('2026-08-06')
    expect(due(simple('CLK-REMEDY-RECON', 60, 'CD', 'DecisionServed', 'Challenged', 'lost'), served)).toBe('2026-09-20')
    expect(
      due(simple('CLK-CLOSE', 15, 'WD', 'DecisionPerformed', 'CaseClosed'), ['2026-08-04', 'DecisionPerformed']),
    ).toBe('2026-08-25')
  })

  it('pays off only with nothing left', () => {
    const pay = row({
      ...{ id: 'CLK-PAY', length: { n: 15, unit: 'CD' as const }, starts: ['DecisionServed'] },
      stops: [{ event: 'FinePaid', when: { remaining: 0 } }],
      extensions: [{ by: 'PaymentDeferred', add: { until: 'until' }, times: 9 }],
      lapse: { kind: 'breach' },
    })
    expect(one(pay, ['2026-07-22', 'DecisionServed'], ['2026-08-04', 'FinePaid', { remaining: 500 }]).state).toBe(
      'running',
    )
    expect(one(pay, ['2026-07-22', 'DecisionServed'], ['2026-08-04', 'FinePaid', { remaining: 0 }]).state).toBe(
      'satisfied',
    )
    expect(due(pay, ['2026-07-22', 'DecisionServed'], ['2026-08-04', 'PaymentDeferred', { until: '2026-09-30' }])).toBe(
      '2026-09-30',
    )
  })
})

describe('scenario 2: a transfer over a weekend', () => {
  const SEND = simple('CLK-TF-SEND', 24, 'H', 'TransferApproved', 'SentToPolice')
  const approved: [string, string] = ['2026-03-06T16:00', 'TransferApproved']

  it('counts the case and the seizure', () => {
    expect(both(CASE, ['2026-03-02', 'CaseFiled'])).toEqual(['2026-05-31', '2026-06-01'])
    expect(due(SEAL, ['2026-03-02', 'MeasureTaken'])).toBe('2026-04-01')
  })

  it('counts three calendar days and 24 hours', () => {
    expect(
      due(simple('CLK-TF-APPROVE', 3, 'CD', 'TransferReportSubmitted', ''), ['2026-03-06', 'TransferReportSubmitted']),
    ).toBe('2026-03-09')
    const clock = one(SEND, approved)
    expect([clock.due, clock.lapseAt]).toEqual([at('2026-03-07T16:00'), at('2026-03-07T16:00:00.001')])
    expect(due(simple('CLK-PSB-DECIDE', 3, 'CD', 'TransferReceived', ''), ['2026-03-07', 'TransferReceived'])).toBe(
      '2026-03-10',
    )
    const handover = row({
      ...{ id: 'CLK-HANDOVER', length: { n: 3, unit: 'CD' as const } },
      ...{
        starts: [{ event: 'PoliceFiled', at: 'servedOn' }],
        stops: ['HandedOver'],
        lapse: { kind: 'breach' as const },
      },
    })
    expect(due(handover, ['2026-03-09', 'PoliceFiled', { servedOn: '2026-03-09' }])).toBe('2026-03-12')
  })

  it('is in time at the last instant and 41 hours late on Monday', () => {
    expect(one(SEND, approved, ['2026-03-07T16:00', 'SentToPolice']).state).toBe('satisfied')
    const { state, lateBy, stoppedBy, lapseAt } = one(SEND, approved, ['2026-03-09T09:00', 'SentToPolice'])
    expect({ state, lateBy, stoppedBy, lapseAt }).toEqual({
      state: 'breached',
      lateBy: { n: 41, unit: 'H' },
      stoppedBy: 'f1',
      lapseAt: at('2026-03-07T16:00:00.001'),
    })
    expect(refused(SEND, 'SentToPolice', '2026-03-09T09:00', approved)).toBeUndefined()
  })

  it('pauses the case from the sending, and closes it after a conviction without resuming', () => {
    const sent: Written[] = [
      ['2026-03-02', 'CaseFiled'],
      ['2026-03-07T11:00', 'CriminalTransferEntered'],
    ]
    const { state, pausedSince, remaining, due } = one(CASE, ...sent)
    expect({ state, pausedSince, remaining, due }).toEqual({
      state: 'paused',
      pausedSince: '2026-03-07',
      remaining: { n: 85, unit: 'CD' },
      due: undefined,
    })
    const closed = one(CASE, ...sent, ['2026-07-06', 'AdminClosedAfterConviction'])
    expect([closed.state, closed.due, closed.pausedSince]).toEqual(['cancelled', undefined, undefined])
  })
})

describe('scenario 3: an adjudication with a suspension', () => {
  const ADJ = row({
    ...{ id: 'CLK-ADJ', on: 'mediation/adjudication', length: { n: 3, unit: 'M' as const } },
    starts: ['AdjFiled'],
    stops: ['AdjDecided', 'AdjSettled', 'AdjWithdrawn'],
    pauses: [
      { from: 'Suspended', to: 'Resumed' },
      { from: 'JurisdictionObjected', to: 'ObjectionDecided' },
    ],
    extensions: [{ by: 'AdjExtended', add: { field: 'months', unit: 'M' }, times: 2 }],
    lapse: { kind: 'breach' },
  })

  it('leaves the 159 days of the suspension out', () => {
    expect(due(ADJ, ['2026-03-05', 'AdjFiled'])).toBe('2026-06-05')
    const clock = one(ADJ, ['2026-03-05', 'AdjFiled'], ['2026-03-26', 'Suspended'], ['2026-09-01', 'Resumed'])
    expect([clock.due, clock.excluded]).toEqual(['2026-11-11', [['2026-03-26', '2026-09-01']]])
    expect(
      one(
        ADJ,
        ['2026-03-05', 'AdjFiled'],
        ['2026-03-26', 'Suspended'],
        ['2026-09-01', 'Resumed'],
        ['2026-09-20', 'AdjSettled'],
      ).state,
    ).toBe('satisfied')
  })

  it('counts the other periods', () => {
    expect(
      due(simple('CLK-ADJ-FILE', 5, 'WD', 'AdjudicationRequested', ''), ['2026-03-02', 'AdjudicationRequested']),
    ).toBe('2026-03-09')
    expect(due(simple('CLK-ADJ-SERVE', 5, 'WD', 'AdjFiled', ''), ['2026-03-05', 'AdjFiled'])).toBe('2026-03-12')
    expect(due(simple('CLK-ADJ-DEFENCE', 15, 'CD', 'RequestServed', '', 'lost'), ['2026-03-10', 'RequestServed'])).toBe(
      '2026-03-25',
    )
    expect(due(simple('CLK-ADJ-DEFCOPY', 5, 'WD', 'DefenceReceived', ''), ['2026-03-23', 'DefenceReceived'])).toBe(
      '2026-03-30',
    )
    expect(due(simple('CLK-JC-APPLY', 30, 'CD', 'AdjSettled', '', 'lost'), ['2026-09-20', 'AdjSettled'])).toBe(
      '2026-10-20',
    )
  })

  it('wants the oral hearing notified three working days before', () => {
    const oral = row({
      ...{
        id: 'CLK-ADJ-ORAL',
        kind: 'before' as const,
        length: { n: 3, unit: 'WD' as const },
        again: 'restart' as const,
      },
      ...{ starts: [{ event: 'OralScheduled', at: 'day' }], stops: ['OralNotified'], lapse: { kind: 'lost' as const } },
    })
    const scheduled: [string, string, Record<string, unknown>] = ['2026-09-01', 'OralScheduled', { day: '2026-09-08' }]
    expect(due(oral, scheduled)).toBe('2026-09-03')
    expect(refused(oral, 'OralNotified', '2026-09-03', scheduled)).toBeUndefined()
    expect(refused(oral, 'OralNotified', '2026-09-04', scheduled)).toBe('ERR_LATE')
  })
})
