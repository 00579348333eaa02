import { CALENDAR_2025_2026 } from './calendar.sample.js'
import { type ClockRowInput, normalizeRow, type NormalRow, type Unit } from './clock-row.js'
import { calendarOf } from './days.js'
import { type Instant, readInstant } from './instant.js'
import { check, type Clock, type Fact, reckon } from './ledger.js'

/* Rows as in kernel.md 5 and short ways to write facts, for specs. */
export const basis = { calendar: calendarOf(CALENDAR_2025_2026), switches: {} }
/** A row without what only people read. */
type Bare = Pick<ClockRowInput, 'id' | 'length' | 'starts' | 'stops' | 'lapse'> & Partial<ClockRowInput>

export const row = (bare: Bare): NormalRow =>
  normalizeRow({
    on: 'intake/administrative-case',
    title: { zh: '期限', en: 'Term' },
    law: 'PROC',
    validFrom: '2021-07-15',
    confidence: 'verified',
    ...bare,
  })

export type Written = [string, string, Record<string, unknown>?]

/** Facts as `[at, type, data]`; a bare date is 09:00, as in stories. */
export const facts = (...all: Written[]): Fact[] =>
  all.map(([at, type, data], i) => ({
    id: `f${i}`,
    type,
    at: readInstant(at.length === 10 ? `${at}T09:00` : at)!,
    data: data ?? {},
  }))

export const one = (from: NormalRow, ...all: Written[]): Clock => {
  const clocks = reckon(from, facts(...all), basis)
  if (clocks.length !== 1) throw new Error(`${clocks.length} clocks`)
  return clocks[0]!
}
export const due = (from: NormalRow, ...all: Written[]) => one(from, ...all).due
export const both = (from: NormalRow, ...all: Written[]) => {
  const { strict, due } = one(from, ...all)
  return [strict, due]
}
export const at = (text: string): Instant => readInstant(text)!
export const refused = (from: NormalRow, type: string, when: string, ...all: Written[]) =>
  check([from], facts(...all), { type, at: readInstant(when.length === 10 ? `${when}T09:00` : when)!, data: {} }, basis)
    ?.refused

export const VERIFY = row({
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
export const CASE = row({
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
export const SEAL = row({
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
export const DEFENCE = row({
  id: 'CLK-DEFENCE',
  length: { n: 5, unit: 'WD' },
  again: 'restart',
  starts: [{ event: 'PenaltyNoticeServed', at: 'servedOn' }],
  stops: ['HearingRequested', 'RightsWaived'],
  moot: ['InvestigationReopened'],
  opens: [{ event: 'DecisionMade', when: { outcome: 'penalise' } }],
  lapse: { kind: 'auto', event: 'RightsWaived' },
})
export const simple = (
  id: string,
  n: number,
  unit: Unit,
  start: string,
  stop: string,
  kind: 'breach' | 'lost' | 'reminder' = 'breach',
) => row({ id, length: { n, unit }, starts: [{ event: start }], stops: stop ? [stop] : [], lapse: { kind } })

/** A row to vary: three calendar days from the receipt of a refusal, then the right is lost. */
export const RECON_BARE = {
  id: 'CLK-TF-RECON',
  on: 'routing/transfer',
  length: { n: 3, unit: 'CD' as const },
  starts: [{ event: 'PoliceRefused', at: 'servedOn' }],
  stops: ['ReconRequested'],
  lapse: { kind: 'lost' as const },
}
export const RECON = row(RECON_BARE)

/** A case filed on Monday 2026-03-02: CLK-CASE is due on 06-01 (strict Sunday 05-31). */
export const filed: Written = ['2026-03-02', 'CaseFiled']
