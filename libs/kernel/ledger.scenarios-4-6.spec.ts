import { describe, expect, it } from '@jest/globals'
import { check, stateAt } from './ledger.js'
import { at, basis, both, CASE, DEFENCE, due, facts, one, refused, row, simple, type Written } from './ledger.sample.js'

/* The worked scenarios of rulebook 12, clock by clock. */

describe('scenario 4: assistance, jurisdiction, joint action', () => {
  const COOP = row({
    ...{
      id: 'CLK-COOP',
      on: 'routing/assistance',
      length: { n: 15, unit: 'WD' as const },
      starts: ['AssistanceReceived'],
    },
    stops: ['AssistanceCompleted', 'AssistanceRefused'],
    extensions: [{ by: 'DelayNotified', add: { until: 'newDate' }, times: 9 }],
    lapse: { kind: 'breach' },
  })
  const received: [string, string] = ['2026-04-22', 'AssistanceReceived']

  it('moves to the new date when the delay is notified before due', () => {
    expect(due(COOP, received)).toBe('2026-05-15')
    expect(due(COOP, received, ['2026-05-13', 'DelayNotified', { newDate: '2026-05-29' }])).toBe('2026-05-29')
    expect(
      one(
        COOP,
        received,
        ['2026-05-13', 'DelayNotified', { newDate: '2026-05-29' }],
        ['2026-05-27', 'AssistanceCompleted'],
      ).state,
    ).toBe('satisfied')
  })

  it('is breached when the delay is notified on 05-18', () => {
    const late: [string, string, Record<string, unknown>] = ['2026-05-18', 'DelayNotified', { newDate: '2026-05-29' }]
    const clock = stateAt(one(COOP, received, late), at('2026-05-18T09:00'))
    expect([clock.state, clock.due, clock.extensions]).toEqual(['breached', '2026-05-15', []])
    expect(
      check([COOP], facts(received), { type: 'DelayNotified', at: at('2026-05-18T09:00'), data: late[2] }, basis),
    ).toEqual({
      refused: 'ERR_CLOCK_RULE',
      facts: { clock: 'CLK-COOP', at: at('2026-05-18T09:00'), due: '2026-05-15', reason: 'after-due', times: 9 },
    })
  })

  it('counts the other periods', () => {
    expect(due(simple('CLK-JUR-CONSULT', 7, 'WD', 'DisputeRaised', ''), ['2026-04-24', 'DisputeRaised'])).toBe(
      '2026-05-08',
    )
    const designate = row({
      ...{
        id: 'CLK-JUR-DESIGNATE',
        length: { n: 7, unit: 'WD' as const },
        stops: [],
        lapse: { kind: 'breach' as const },
      },
      starts: [{ event: 'DisputeEscalated', at: 'receivedBySuperiorOn' }],
    })
    expect(due(designate, ['2026-05-08', 'DisputeEscalated', { receivedBySuperiorOn: '2026-05-09' }])).toBe(
      '2026-05-19',
    )
    expect(due(simple('CLK-JA-ALLOCATE', 5, 'WD', 'ExecutionStarted', ''), ['2026-05-22', 'ExecutionStarted'])).toBe(
      '2026-05-29',
    )
    expect(due(simple('CLK-JA-REPORT', 10, 'WD', 'ExecutionStarted', ''), ['2026-05-22', 'ExecutionStarted'])).toBe(
      '2026-06-05',
    )
    const notice = row({
      ...{ id: 'CLK-JA-NOTICE', kind: 'before' as const, length: { n: 2, unit: 'WD' as const } },
      ...{
        starts: [{ event: 'PlanApproved', at: 'day' }],
        stops: ['JointActionAnnounced'],
        lapse: { kind: 'reminder' as const },
      },
    })
    expect(due(notice, ['2026-05-20T09:00', 'PlanApproved', { day: '2026-05-22' }])).toBe('2026-05-20')
  })
})

describe('scenario 5: mediation and confirmation', () => {
  const JC_APPLY = row({
    ...{ id: 'CLK-JC-APPLY', on: 'mediation/mediation', length: { n: 30, unit: 'CD' as const } },
    starts: [{ event: 'AgreementSigned', at: 'effectiveOn' }],
    stops: ['ConfirmationApplied'],
    lapse: { kind: 'lost' },
  })
  const signed: [string, string, Record<string, unknown>] = [
    '2026-04-28',
    'AgreementSigned',
    { effectiveOn: '2026-04-28' },
  ]

  it('may be applied for within 30 days', () => {
    expect(due(JC_APPLY, signed)).toBe('2026-05-28')
    expect(refused(JC_APPLY, 'ConfirmationApplied', '2026-05-28', signed)).toBeUndefined()
    expect(
      check([JC_APPLY], facts(signed), { type: 'ConfirmationApplied', at: at('2026-05-29T09:00') }, basis),
    ).toEqual({
      refused: 'ERR_LATE',
      facts: { clock: 'CLK-JC-APPLY', due: '2026-05-28', at: at('2026-05-29T09:00'), lateBy: { n: 1, unit: 'CD' } },
    })
  })

  it('counts the mediation and the court', () => {
    const med = row({
      ...{
        id: 'CLK-MED',
        length: { n: 30, unit: 'CD' as const },
        starts: ['MediationAccepted'],
        stops: ['AgreementSigned'],
      },
      extensions: [{ by: 'MediationExtended', add: { n: 30, unit: 'CD' }, times: 1 }],
      lapse: { kind: 'auto', event: 'MediationFailed' },
    })
    expect(due(med, ['2026-04-08', 'MediationAccepted'])).toBe('2026-05-08')
    expect(
      due(simple('CLK-JC-ACCEPT', 3, 'CD', 'ConfirmationApplied', ''), ['2026-05-18', 'ConfirmationApplied']),
    ).toBe('2026-05-21')
    const decide = row({
      ...{ id: 'CLK-JC-DECIDE', length: { n: 15, unit: 'CD' as const }, starts: ['Accepted'] },
      stops: [{ event: 'Confirmed', at: 'ruledOn' }],
      extensions: [{ by: 'ReviewExtended', add: { n: 10, unit: 'CD' }, times: 1 }],
      lapse: { kind: 'breach' },
    })
    expect(due(decide, ['2026-05-19', 'Accepted'])).toBe('2026-06-03')
    expect(both(decide, ['2026-05-19', 'Accepted'], ['2026-05-29', 'ReviewExtended'])).toEqual([
      '2026-06-13',
      '2026-06-15',
    ])
    expect(one(decide, ['2026-05-19', 'Accepted'], ['2026-05-29', 'Confirmed', { ruledOn: '2026-05-29' }]).state).toBe(
      'satisfied',
    )
    expect(due(simple('CLK-JC-OUTER', 30, 'CD', 'Accepted', ''), ['2026-05-19', 'Accepted'])).toBe('2026-06-18')
  })

  it('may be enforced for two years from the last day for performance', () => {
    const enforce = row({
      ...{ id: 'CLK-JC-ENF', length: { n: 2, unit: 'Y' as const }, starts: [{ event: 'Confirmed', at: 'countFrom' }] },
      stops: ['EnforcementApplied', { event: 'PerformanceRecorded', when: { remaining: 0 } }],
      lapse: { kind: 'lost' },
    })
    const confirmed: [string, string, Record<string, unknown>] = [
      '2026-05-29',
      'Confirmed',
      { countFrom: '2026-06-30' },
    ]
    const clock = one(enforce, confirmed)
    expect([clock.due, clock.provisional, clock.base]).toEqual(['2028-06-30', true, '2026-06-30'])
    expect(one(enforce, confirmed, ['2026-06-30', 'PerformanceRecorded', { remaining: 0 }]).state).toBe('satisfied')
    expect(one(enforce, confirmed, ['2026-06-10', 'PerformanceRecorded', { remaining: 0 }]).state).toBe('satisfied')
  })
})

describe('scenario 6: penalty and listing', () => {
  const heard: Written[] = [
    ['2026-03-02', 'CaseFiled'],
    ['2026-04-20', 'PenaltyNoticeServed', { servedOn: '2026-04-20' }],
    ['2026-04-22', 'HearingRequested'],
  ]

  it('leaves the 19 days of the hearing out', () => {
    expect(due(DEFENCE, ...heard.slice(0, 2))).toBe('2026-04-27')
    expect(one(DEFENCE, ...heard).state).toBe('satisfied')
    expect(one(CASE, ...heard).state).toBe('paused')
    const reported = one(CASE, ...heard, ['2026-05-11', 'HearingReported'])
    expect([reported.strict, reported.due, reported.excluded]).toEqual([
      '2026-06-19',
      '2026-06-22',
      [['2026-04-22', '2026-05-11']],
    ])
  })

  it('wants the hearing notified seven working days before', () => {
    const notice = row({
      ...{
        id: 'CLK-HEAR-NOTICE',
        kind: 'before' as const,
        length: { n: 7, unit: 'WD' as const },
        again: 'restart' as const,
      },
      ...{
        starts: [{ event: 'HearingScheduled', at: 'day' }],
        stops: ['HearingNoticeServed'],
        lapse: { kind: 'lost' as const },
      },
    })
    expect(due(notice, ['2026-04-22', 'HearingScheduled', { day: '2026-05-08' }])).toBe('2026-04-24')
    const again = one(
      notice,
      ['2026-04-22', 'HearingScheduled', { day: '2026-05-08' }],
      ['2026-04-28', 'HearingScheduled', { day: '2026-05-15' }],
    )
    expect([again.due, again.earlier]).toEqual(['2026-05-07', [{ due: '2026-04-24', at: at('2026-04-25') }]])
  })

  it('counts the listing, its gate and its end', () => {
    const listed: [string, string, Record<string, unknown>] = ['2026-05-14', 'Listed', { date: '2026-05-14' }]
    const starts = [
      { event: 'Listed', at: 'date' },
      { event: 'ListingRestored', at: 'date' },
    ]
    const early = row({
      ...{
        id: 'CLK-LIST-EARLY',
        kind: 'gate' as const,
        length: { n: 1, unit: 'Y' as const },
        again: 'restart' as const,
      },
      ...{ starts, stops: [], moot: ['ListingRevoked'], opens: ['EarlyApplied'], lapse: { kind: 'gate' as const } },
    })
    const end = row({
      ...{
        id: 'CLK-LIST-END',
        length: { n: 3, unit: 'Y' as const },
        again: 'restart' as const,
        rolls: false as const,
        starts,
      },
      stops: [{ event: 'EarlyDecided', when: { approved: true } }],
      lapse: { kind: 'auto', event: 'ListingExpired' },
    })
    const gate = one(early, listed)
    expect([gate.due, gate.provisional, gate.lapseAt]).toEqual(['2027-05-14', true, at('2027-05-14')])
    expect(stateAt(gate, at('2027-05-13T23:59:59.999')).state).toBe('running')
    expect(stateAt(gate, at('2027-05-14')).state).toBe('open')
    expect(refused(early, 'EarlyApplied', '2027-05-13', listed)).toBe('ERR_TOO_EARLY')
    expect(refused(early, 'EarlyApplied', '2027-05-14', listed)).toBeUndefined()
    const last = one(end, listed)
    expect([last.due, last.provisional]).toEqual(['2029-05-14', true])
    expect(due(simple('CLK-LIST-PUB', 20, 'WD', 'Listed', ''), listed)).toBe('2026-06-11')
    expect(due(simple('CLK-PUB-20', 20, 'WD', 'DecisionMade', ''), ['2026-05-14', 'DecisionMade'])).toBe('2026-06-11')
    expect(due(simple('CLK-PUB-7', 7, 'WD', 'DecisionMade', ''), ['2026-05-14', 'DecisionMade'])).toBe('2026-05-25')
    expect(due(simple('CLK-PAY', 15, 'CD', 'DecisionServed', ''), ['2026-05-14', 'DecisionServed'])).toBe('2026-05-29')
  })
})
