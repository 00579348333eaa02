import { describe, expect, it } from '@jest/globals'
import { CALENDAR_2025_2026 } from './calendar.sample.js'
import { type ClockRowInput, normalizeRow, type NormalRow } from './clock-row.js'
import { calendarOf } from './days.js'
import { readInstant } from './instant.js'
import { check, type Clock, type Fact, lapsesOf, reckon, stateAt } from './ledger.js'

/* The worked scenarios of rulebook 12, clock by clock, with rows as in kernel.md 5. */

const basis = { calendar: calendarOf(CALENDAR_2025_2026), switches: {} }
type Bare = Pick<ClockRowInput, 'id' | 'length' | 'starts' | 'stops' | 'lapse'> & Partial<ClockRowInput>

const row = (bare: Bare): NormalRow =>
  normalizeRow({
    on: 'intake/administrative-case',
    title: { zh: '期限', en: 'Term' },
    law: 'PROC',
    validFrom: '2021-07-15',
    confidence: 'verified',
    ...bare,
  })

/** Facts as `[at, type, data]`; a bare date is 09:00, as in stories. */
const facts = (...all: [string, string, Record<string, unknown>?][]): Fact[] =>
  all.map(([at, type, data], i) => ({
    id: `f${i}`,
    type,
    at: readInstant(at.length === 10 ? `${at}T09:00` : at)!,
    data: data ?? {},
  }))

const one = (from: NormalRow, ...all: Parameters<typeof facts>): Clock => {
  const clocks = reckon(from, facts(...all), basis)
  expect(clocks).toHaveLength(1)
  return clocks[0]!
}
const due = (from: NormalRow, ...all: Parameters<typeof facts>) => one(from, ...all).due
const both = (from: NormalRow, ...all: Parameters<typeof facts>) => {
  const { strict, due } = one(from, ...all)
  return [strict, due]
}
const at = (text: string) => readInstant(text)!
const refused = (from: NormalRow, type: string, when: string, ...all: Parameters<typeof facts>) =>
  check([from], facts(...all), { type, at: readInstant(when.length === 10 ? `${when}T09:00` : when)!, data: {} }, basis)
    ?.refused

const VERIFY = row({
  id: 'CLK-VERIFY',
  on: 'intake/lead',
  length: { n: 15, unit: 'WD' },
  again: 'restart',
  starts: [
    { event: 'LeadReceived', when: { handler: true, complaint: false }, at: 'receivedOn' },
    { event: 'LeadDispatched', when: { complaint: false }, at: 'receivedOn' },
    { event: 'RepeatAbsorbed', at: 'receivedOn' },
  ],
  stops: ['LeadFiled', 'FilingDeclined', 'LeadTransferred'],
  moot: ['LeadReturned', 'ReporterRedirected', 'ReportMerged', 'DuplicateClosed'],
  pauses: [{ from: 'TestCommissioned', to: 'TestReceived', pair: 'test' }],
  extensions: [{ by: 'VerificationExtended', add: { n: 15, unit: 'WD' }, times: 1 }],
  lapse: { kind: 'breach' },
})
const CASE = row({
  id: 'CLK-CASE',
  length: { n: 90, unit: 'CD' },
  starts: ['CaseFiled'],
  stops: ['DecisionMade'],
  moot: ['CaseTransferred', 'CaseTerminated', 'AdminClosedAfterConviction'],
  pauses: [
    { from: 'CaseSuspended', to: 'CaseResumed' },
    { from: 'HearingRequested', to: ['HearingReported', 'HearingEnded'] },
    { from: 'PublicNoticeStarted', to: 'PublicNoticeEnded' },
    { from: 'RefundOrdered', until: 'until' },
    { from: 'CriminalTransferEntered', to: 'CriminalTransferLeft' },
    { from: 'TestCommissioned', to: 'TestReceived', pair: 'test' },
  ],
  extensions: [
    { by: 'CaseExtended', add: { n: 30, unit: 'CD' }, times: 1 },
    { by: 'CaseExtendedCollectively', add: { field: 'days', unit: 'CD' }, times: 1, after: 'CaseExtended' },
  ],
  lapse: { kind: 'breach' },
})
const SEAL = row({
  id: 'CLK-SEAL',
  on: 'intake/measure',
  length: { n: 30, unit: 'CD' },
  rolls: false,
  starts: ['MeasureTaken'],
  stops: ['MeasureLifted'],
  pauses: [
    {
      from: { event: 'TestCommissioned', when: { kind: ['test', 'inspection', 'quarantine', 'appraisal'] } },
      to: 'TestReceived',
      pair: 'test',
    },
  ],
  extensions: [{ by: 'MeasureExtended', add: { n: 30, unit: 'CD' }, times: 1 }],
  lapse: { kind: 'auto', event: 'MeasureExpired', late: 'allowed' },
})
const DEFENCE = row({
  id: 'CLK-DEFENCE',
  length: { n: 5, unit: 'WD' },
  again: 'restart',
  starts: [{ event: 'PenaltyNoticeServed', at: 'servedOn' }],
  stops: ['HearingRequested', 'RightsWaived'],
  moot: ['InvestigationReopened'],
  opens: [{ event: 'DecisionMade', when: { outcome: 'penalise' } }],
  lapse: { kind: 'auto', event: 'RightsWaived' },
})
const simple = (
  id: string,
  n: number,
  unit: 'CD' | 'WD' | 'M' | 'Y' | 'H',
  start: string,
  stop: string,
  kind: 'breach' | 'lost' | 'reminder' = 'breach',
) => row({ id, length: { n, unit }, starts: [{ event: start }], stops: stop ? [stop] : [], lapse: { kind } })

describe('scenario 1: an ordinary case', () => {
  const lead: [string, string, Record<string, unknown>?][] = [
    ['2026-06-01', 'LeadReceived', { handler: true, complaint: false, receivedOn: '2026-06-01' }],
  ]
  const paused: typeof lead = [...lead, ['2026-06-03', 'TestCommissioned', { test: 't1', kind: 'identification' }]]
  const back: typeof lead = [...paused, ['2026-06-12', 'TestReceived', { test: 't1' }]]

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
    const taken: typeof lead = [['2026-06-12', 'MeasureTaken']]
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
    const identification: typeof lead = [['2026-06-13', 'TestCommissioned', { test: 't2', kind: 'identification' }]]
    const appraisal: typeof lead = [['2026-06-13', 'TestCommissioned', { test: 't2', kind: 'appraisal' }]]
    expect(one(SEAL, ['2026-06-12', 'MeasureTaken'], ...identification).due).toBe('2026-07-12')
    expect(one(SEAL, ['2026-06-12', 'MeasureTaken'], ...appraisal).state).toBe('paused')
  })

  it('decides within 90 days, reviews within 10 working days', () => {
    expect(due(CASE, ['2026-06-12', 'CaseFiled'])).toBe('2026-09-10')
    const review = simple('CLK-REVIEW', 10, 'WD', 'ReviewSubmitted', 'ReviewFinished')
    expect(due(review, ['2026-07-06', 'ReviewSubmitted'])).toBe('2026-07-20')
  })

  it('waives what was not used at the end of the fifth working day', () => {
    const served: typeof lead = [['2026-07-13', 'PenaltyNoticeServed', { servedOn: '2026-07-13' }]]
    const clock = one(DEFENCE, ...served)
    expect([clock.due, clock.lapseAt]).toEqual(['2026-07-20', at('2026-07-21')])
    expect(lapsesOf([DEFENCE], [clock])).toEqual([
      { clock: 'CLK-DEFENCE', key: '', at: at('2026-07-21'), due: '2026-07-20', kind: 'auto', event: 'RightsWaived' },
    ])
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
    const sent: Parameters<typeof facts> = [
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
  const heard: Parameters<typeof facts> = [
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
    expect([again.due, again.earlier]).toEqual(['2026-05-06', [{ due: '2026-04-24', at: at('2026-04-25') }]])
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
