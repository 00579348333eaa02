import { describe, expect, it } from '@jest/globals'
import { loadRules } from './load.js'
import type { ClockQuestion } from './answers.js'

/** Dates of the worked scenarios (rulebook 12) and of what the switches and versions change. */

const rules = loadRules()
const end = (clock: string, start: string, more: Partial<ClockQuestion> = {}, by = rules) => {
  const { due, strict } = by.countClock({ clock, start, ...more })
  return strict === due ? due : `${due} (${strict})`
}

describe('the worked scenarios', () => {
  it.each([
    ['CLK-VERIFY', '2026-06-01', '2026-06-23'],
    ['CLK-REGKEEP', '2026-06-03', '2026-06-12'],
    ['CLK-CASE', '2026-06-12', '2026-09-10'],
    ['CLK-SEAL', '2026-06-12', '2026-07-12'],
    ['CLK-REVIEW', '2026-07-06', '2026-07-20'],
    ['CLK-DEFENCE', '2026-07-13', '2026-07-20'],
    ['CLK-PUB-20', '2026-07-22', '2026-08-19'],
    ['CLK-PUB-7', '2026-07-22', '2026-07-31'],
    ['CLK-PAY', '2026-07-22', '2026-08-06'],
    ['CLK-REMEDY-RECON', '2026-07-22', '2026-09-20'],
    ['CLK-CLOSE', '2026-08-04', '2026-08-25'],
    ['CLK-CASE', '2026-03-02', '2026-06-01 (2026-05-31)'],
    ['CLK-SEAL', '2026-03-02', '2026-04-01'],
    ['CLK-TF-APPROVE', '2026-03-06', '2026-03-09'],
    ['CLK-PSB-DECIDE', '2026-03-07', '2026-03-10'],
    ['CLK-HANDOVER', '2026-03-09', '2026-03-12'],
    ['CLK-ADJ-FILE', '2026-03-02', '2026-03-09'],
    ['CLK-ADJ', '2026-03-05', '2026-06-05'],
    ['CLK-ADJ-SERVE', '2026-03-05', '2026-03-12'],
    ['CLK-ADJ-DEFENCE', '2026-03-10', '2026-03-25'],
    ['CLK-ADJ-DEFCOPY', '2026-03-23', '2026-03-30'],
    ['CLK-ADJ-ORAL', '2026-09-08', '2026-09-03'],
    ['CLK-COOP', '2026-04-22', '2026-05-15'],
    ['CLK-JUR-CONSULT', '2026-04-24', '2026-05-08'],
    ['CLK-JUR-DESIGNATE', '2026-05-09', '2026-05-19'],
    ['CLK-JA-ALLOCATE', '2026-05-22', '2026-05-29'],
    ['CLK-JA-REPORT', '2026-05-22', '2026-06-05'],
    ['CLK-MED', '2026-04-08', '2026-05-08'],
    ['CLK-JC-APPLY', '2026-04-28', '2026-05-28'],
    ['CLK-JC-ACCEPT', '2026-05-18', '2026-05-21'],
    ['CLK-JC-DECIDE', '2026-05-19', '2026-06-03'],
    ['CLK-JC-OUTER', '2026-05-19', '2026-06-18'],
    ['CLK-JC-ENF', '2026-06-30', '2028-06-30'],
    ['CLK-DEFENCE', '2026-04-20', '2026-04-27'],
    ['CLK-HEAR-NOTICE', '2026-05-08', '2026-04-24'],
    ['CLK-PUB-20', '2026-05-14', '2026-06-11'],
    ['CLK-LIST-PUB', '2026-05-14', '2026-06-11'],
    ['CLK-LIST-EARLY', '2026-05-14', '2027-05-14'],
    ['CLK-LIST-END', '2026-05-14', '2029-05-14'],
    ['CLK-PUB-7', '2026-05-14', '2026-05-25'],
    ['CLK-PAY', '2026-05-14', '2026-05-29'],
  ])('%s from %s ends on %s', (clock, start, expected) => {
    expect(end(clock, start)).toBe(expected)
  })

  it('counts what was excluded and added', () => {
    expect(end('CLK-VERIFY', '2026-06-01', { excluded: [['2026-06-03', '2026-06-12']] })).toBe('2026-07-02')
    expect(end('CLK-SEAL', '2026-06-12', { extensions: [{ n: 30, unit: 'CD' }] })).toBe('2026-08-11')
    expect(end('CLK-ADJ', '2026-03-05', { excluded: [['2026-03-26', '2026-09-01']] })).toBe('2026-11-11')
    expect(end('CLK-CASE', '2026-03-02', { excluded: [['2026-04-22', '2026-05-11']] })).toBe('2026-06-22 (2026-06-19)')
    expect(end('CLK-JC-DECIDE', '2026-05-19', { extensions: [{ n: 10, unit: 'CD' }] })).toBe('2026-06-15 (2026-06-13)')
    expect(end('CLK-COOP', '2026-04-22', { extensions: [{ until: '2026-05-29' }] })).toBe('2026-05-29')
  })

  it('counts 24 hours through a weekend', () => {
    expect(end('CLK-TF-SEND', '2026-03-06T16:00')).toBe('2026-03-07T16:00:00.000+08:00')
  })

  it('says which dates are provisional', () => {
    expect(rules.countClock({ clock: 'CLK-JC-ENF', start: '2026-06-30' }).provisional).toBe(true)
    expect(rules.countClock({ clock: 'CLK-COOP', start: '2026-04-22' }).provisional).toBe(false)
  })
})

describe('the version in force', () => {
  it('is chosen by the day a complaint was received (R-INT-16)', () => {
    expect(rules.explainClock({ clock: 'CLK-TS-MEDIATE', start: '2026-04-20' }).length).toBe('60 CD')
    expect(rules.explainClock({ clock: 'CLK-TS-MEDIATE', start: '2026-04-20', versionOn: '2026-04-14' }).length).toBe(
      '45 WD',
    )
    expect(rules.clock('CLK-TS-MEDIATE', '2026-04-14')!.law).toBe('TSJB19')
    expect(rules.clock('CLK-TS-MEDIATE', '2026-04-15')!.law).toBe('TSJB')
    expect(rules.clock('CLK-TS-MEDIATE', '2026-04-15')!.versionBy).toEqual({
      event: 'LeadReceived',
      when: [],
      at: 'receivedOn',
    })
  })

  it('ends the notice to named reporters on 2026-04-15', () => {
    expect(rules.clock('CLK-REPORTER-TOLD', '2026-04-14')!.length).toEqual([{ n: 5, unit: 'WD', when: [] }])
    expect(rules.clock('CLK-REPORTER-TOLD', '2026-04-15')).toBeUndefined()
  })

  it('leaves adjudications requested before 2025-02-01 under the old measures', () => {
    expect(rules.clock('CLK-ADJ', '2025-01-31')!.extensions).toEqual([
      { by: { event: 'AdjExtended', when: [] }, add: { n: 1, unit: 'M' }, times: 1 },
    ])
    expect(rules.clock('CLK-ADJ', '2025-02-01')!.law).toBe('GZ81')
  })

  it('cites the new rule for suits since 2026-05-01', () => {
    expect(rules.clock('CLK-REMEDY-SUIT', '2026-04-30')!.law).toBe('XSF')
    expect(rules.clock('CLK-REMEDY-SUIT', '2026-05-01')!.law).toBe('XS3')
  })

  it('lists the rows of a record as in force on a day', () => {
    const on = (day: string) => rules.clocksOn('intake/lead', day).map((row) => row.id)
    expect(on('2026-04-14').sort()).toEqual(
      'CLK-COOP-FEEDBACK CLK-REPORTER-TOLD CLK-TS-ACCEPT CLK-TS-MEDIATE CLK-TS-TERM-NOTE CLK-VERIFY'.split(' '),
    )
    expect(on('2026-04-15').sort()).toEqual(
      'CLK-COOP-FEEDBACK CLK-TS-ACCEPT CLK-TS-MEDIATE CLK-TS-TERM-NOTE CLK-VERIFY'.split(' '),
    )
    expect(rules.clocksOn('intake/no-such-record', '2026-04-15')).toEqual([])
  })
})

describe('the length that the starting event decides', () => {
  const length = (clock: string, data: Record<string, unknown>) =>
    rules.explainClock({ clock, start: '2026-06-01', data }).length

  it.each([
    ['CLK-ADJ-DEFENCE', { mainlandResidence: true }, '15 CD'],
    ['CLK-ADJ-DEFENCE', { mainlandResidence: false }, '30 CD'],
    ['CLK-CUS-RELEASE', { trigger: 'application' }, '20 WD'],
    ['CLK-CUS-RELEASE', { trigger: 'ex-officio' }, '50 WD'],
    ['CLK-REV-REPLY', {}, '2 M'],
    ['CLK-REV-REPLY', { periodSet: true, replyBy: '2026-06-30' }, 'until 2026-06-30'],
  ])('%s %j: %s', (clock, data, expected) => {
    expect(length(clock, data)).toBe(expected)
  })

  it('is asked for when it is missing', () => {
    expect(() => length('CLK-CUS-RELEASE', {})).toThrow(
      'the length of CLK-CUS-RELEASE depends on trigger: give it in data',
    )
  })
})

describe('policy switches', () => {
  it('turn the three days of Order 310 into working days', () => {
    const working = rules.withSwitches({ 'unit.310days': 'WD' })
    expect(end('CLK-TF-APPROVE', '2026-03-06', {}, working)).toBe('2026-03-11')
    expect(end('CLK-HANDOVER', '2026-03-09', {}, working)).toBe('2026-03-12')
    expect(end('CLK-PSB-EXPLAIN', '2026-03-09', {}, working)).toBe('2026-03-16')
    expect(end('CLK-TF-APPROVE', '2026-03-06')).toBe('2026-03-09')
  })

  it('shorten the repair of a published penalty in Henan to one working day (R-REP-09)', () => {
    const repair = (clock: string, start: string, processing: string) =>
      end(clock, start, { record: 'credit/publicity' }, rules.withSwitches({ 'credit.repair.processing': processing }))
    expect(repair('CLK-REP-ACCEPT', '2026-08-14', 'samr')).toBe('2026-08-18')
    expect(repair('CLK-REP-DECIDE', '2026-08-17', 'samr')).toBe('2026-08-31')
    expect(repair('CLK-REP-DECIDE', '2026-08-17', 'creditChina')).toBe('2026-08-31')
    expect(repair('CLK-REP-ACCEPT', '2026-08-14', 'henan')).toBe('2026-08-17')
    expect(repair('CLK-REP-DECIDE', '2026-08-17', 'henan')).toBe('2026-08-18')
  })

  it('turn the upload to Credit China off', () => {
    expect(rules.withSwitches({ 'publicity.creditChina7': false }).clock('CLK-PUB-7', '2026-06-01')).toBeUndefined()
    expect(rules.clock('CLK-PUB-7', '2026-06-01')!.confidence).toBe('uncertain')
  })

  it.each([
    ['samr', '2 WD', '15 WD'],
    ['creditChina', '2 WD', '10 WD'],
    ['henan', '1 WD', '1 WD'],
  ])('choose the track of credit repair: %s', (track, accept, decide) => {
    const by = rules.withSwitches({ 'credit.repair.processing': track })
    const length = (clock: string) => by.explainClock({ clock, record: 'credit/listing', start: '2026-06-01' }).length
    expect([length('CLK-REP-ACCEPT'), length('CLK-REP-DECIDE')]).toEqual([accept, decide])
  })

  it('let seals roll, and nothing else that does not', () => {
    const rolling = rules.withSwitches({ 'roll.restrictive': true })
    expect(end('CLK-SEAL', '2026-09-05', {}, rolling)).toBe('2026-10-08 (2026-10-05)')
    expect(end('CLK-SEAL', '2026-09-05')).toBe('2026-10-05')
    expect(end('CLK-LIST-END', '2023-10-05', {}, rolling)).toBe('2026-10-05')
  })

  it('keep every period strict', () => {
    expect(end('CLK-CASE', '2026-03-02', {}, rules.withSwitches({ 'roll.restDay': 'none' }))).toBe('2026-05-31')
  })

  it('stop the clock of the police while a supplement is out', () => {
    expect(rules.clock('CLK-PSB-DECIDE', '2026-06-01')!.pauses[0]!.if).toBe('police.supplementStopsClock')
    expect(rules.on('police.supplementStopsClock')).toBe(false)
    expect(rules.withSwitches({ 'police.supplementStopsClock': true }).on('police.supplementStopsClock')).toBe(true)
  })

  it('bring the old periods for counterfeit patents', () => {
    expect(rules.clock('CLK-PATENT-FILE', '2026-06-01')).toBeUndefined()
    const strict = rules.withSwitches({ 'patent.counterfeitPreset': 'zlzf15' })
    expect(
      strict.explainClock({ clock: 'CLK-PATENT-FILE', start: '2026-06-01', data: { channel: 'SRC-INSPECT' } }).length,
    ).toBe('5 WD')
    expect(strict.explainClock({ clock: 'CLK-PATENT-FILE', start: '2026-06-01', data: {} }).length).toBe('10 WD')
    expect(strict.explainClock({ clock: 'CLK-PATENT-CASE', start: '2026-06-01' }).length).toBe('1 M')
  })

  it('have the defaults of rulebook 0.3', () => {
    expect(rules.switches).toMatchObject({
      'calendar.source': 'embedded',
      'roll.restDay': 'nextWorkingDay',
      'roll.restrictive': false,
      'roll.hours': false,
      'deadline.strictAndLenient': true,
      'unit.310days': 'CD',
      'exclusion.interval': 'afterStartToEnd',
      'extension.base': 'originalEnd',
      'hearing.threshold': 'lower',
      'adjudication.cityCompetent': true,
      'court.ipBasic': 'COURT-411002',
      'court.techIp': 'COURT-ZZ-IP',
      'police.ipUnit': '食药环侦',
      'police.supplementStopsClock': false,
      'listing.superiorConsent': true,
      'credit.repair.processing': 'samr',
      lawset: 'byDate',
    })
  })

  it.each([
    [{ 'unit.310day': 'WD' }, 'there is no switch unit.310day; did you mean unit.310days?'],
    [{ 'unit.310days': 'days' }, 'switch unit.310days cannot be days; write: CD, WD'],
    [{ 'listing.superiorConsent': 3 }, 'switch listing.superiorConsent cannot be 3; write: boolean'],
  ])('refuse %j', (values, sentence) => {
    expect(() => rules.withSwitches(values as Record<string, string | number>)).toThrow(sentence)
  })

  it('are part of the version of the rules', () => {
    expect(rules.withSwitches({}).version).toBe(rules.version)
    expect(rules.withSwitches({ 'unit.310days': 'WD' }).version).not.toBe(rules.version)
  })
})

describe('the explanation of a clock', () => {
  it('has every day from the start to the end', () => {
    const { days, due } = rules.explainClock({ clock: 'CLK-COOP', start: '2026-04-22' })
    expect(days.length).toBe(24)
    expect([days[0]!.day, days.at(-1)!.day]).toEqual(['2026-04-22', due])
    expect(days.filter((one) => one.counted).length).toBe(15)
  })

  it.each([
    ['CLK-COP', '2026-04-22', 'there is no clock CLK-COP; did you mean CLK-COOP?'],
    ['CLK-COOP', '2021-07-14', 'CLK-COOP has no version in force on 2021-07-14 (2021-07-15 …)'],
  ])('refuses %s on %s', (clock, start, sentence) => {
    expect(() => rules.explainClock({ clock, start })).toThrow(sentence)
  })
})
