import { beforeAll, describe, expect, it } from '@jest/globals'
import { loadRules, type Rules } from '#rules'
import { heldOf, type HeldClock, type HeldOf, type Peer, type Standing } from '#shell'
import { services } from './services.js'

/** Who holds a clock, until when, and what would move it: rulebook 11.0 to 11.3 on the manifests and the rules as they are. */

const BUREAU = 'SAMR-411003'
const POLICE = 'PSB-411003'
const PROSECUTOR = 'PROC-411003'
const COURT = 'COURT-411003'
const PARTY = 'party:91411003MA9FK20288'
const START = '2026-06-01T09:00:00.000+08:00'

const record = (kind: string, state: string, roles: Peer['roles'], peers: readonly Peer[] = []): Standing => ({
  ...{ id: kind, kind, state, roles, at: START },
  peers,
})
const lead = record('intake/lead', 'VERIFYING', { holder: [BUREAU], registrar: ['HUB-411000'] })
const aCase = (state: string, peers: readonly Peer[] = []) =>
  record('intake/administrative-case', state, { holder: [BUREAU], respondent: [PARTY] }, peers)
const transfer = (state: string, hand = POLICE) =>
  record('routing/transfer', state, {
    ...{ holder: [hand], agency: [BUREAU], police: [POLICE], prosecutor: [PROSECUTOR], court: [COURT] },
  })
const listing = record('credit/listing', 'LISTED', { holder: [BUREAU], respondent: [PARTY] })

const running = (id: string, due = '2026-06-22'): HeldClock => ({ id, start: START, state: 'running', due })
const paused = (id: string, by: string, more: Partial<HeldClock> = {}): HeldClock => ({
  ...{ id, start: START, state: 'paused', pausedSince: '2026-06-03', pausedBy: [by] },
  ...more,
})

describe('who holds a clock', () => {
  let held: HeldOf['held']
  let concerns: HeldOf['concerns']
  beforeAll(() => {
    const rules: Rules = loadRules()
    ;({ held, concerns } = heldOf(services, rules))
  })
  const told = (clock: HeldClock, standing: Standing) => {
    const { waitsFor, heldBy, since, until } = held(clock, standing)
    return {
      waitsFor: waitsFor.map(({ step }) => step).sort(),
      heldBy: heldBy.map(({ agency }) => agency),
      since,
      until,
    }
  }

  it('a running one: those whose steps satisfy it, those that come through another record included', () => {
    expect(told(running('CLK-VERIFY'), lead)).toEqual({
      waitsFor: ['DeclineFiling', 'FileCase', 'SendToPolice', 'TransferToOtherDept'],
      ...{ heldBy: [BUREAU], since: START, until: '2026-06-22' },
    })
    expect(told(running('CLK-CASE'), aCase('INVESTIGATING'))).toEqual({
      ...{ waitsFor: ['Decide'], heldBy: [BUREAU], since: START, until: '2026-06-22' },
    })
    expect(told(running('CLK-PSB-DECIDE'), transfer('RECEIVED_BY_POLICE'))).toEqual({
      ...{ waitsFor: ['FilePolice', 'RefusePolice'], heldBy: [POLICE], since: START, until: '2026-06-22' },
    })
    expect(told(running('CLK-TF-RECON'), transfer('REFUSED', BUREAU)).waitsFor).toEqual([
      'RequestRecon',
      'RequestSupervision',
    ])
  })

  it('says in words who, until when and what', () => {
    expect(held(running('CLK-CASE'), aCase('INVESTIGATING')).says).toEqual({
      zh: '由建安区市场监督管理局办理，至 2026-06-22：作出处理决定',
      en: "with Jian'an market regulator until 2026-06-22: Decide",
    })
  })

  it('of a period that ends by itself only that, while nothing can be done about it (R-CRD-09)', () => {
    const { says } = held(running('CLK-LIST-END', '2029-06-10'), listing)
    expect(says).toEqual({ zh: '期间进行中，至 2029-06-10', en: 'runs by itself until 2029-06-10' })
    const applied = held(running('CLK-LIST-END', '2029-06-10'), { ...listing, state: 'EARLY_APPLIED' })
    expect(applied.says.zh).toBe('由建安区市场监督管理局办理，至 2029-06-10：决定提前移出')
  })

  it('a party’s own period: the party, though the agency may enter what the party does', () => {
    expect(held(running('CLK-DEFENCE'), aCase('NOTICE_SERVED')).says.zh).toBe(
      '由当事人办理，至 2026-06-22：要求听证、放弃陈述申辩听证权利',
    )
    expect(told(running('CLK-PAY'), aCase('DECISION_SERVED')).heldBy).toEqual([PARTY])
    const sides = [PARTY, 'party:91411002MA9FK1017E']
    const confirmed = record('mediation/confirmation', 'CONFIRMED', { holder: [COURT], parties: sides })
    expect(held(running('CLK-JC-OBJ-PARTY'), confirmed).says.zh).toBe('由当事人办理，至 2026-06-22：提出异议')
  })

  it.each<[string, HeldClock, Standing, string[], string | undefined]>([
    [
      'a test is out',
      paused('CLK-VERIFY', 'TestCommissioned'),
      { ...lead, state: 'VERIFY_PAUSED' },
      ['ReceiveTestResult'],
      undefined,
    ],
    ['a suspension', paused('CLK-CASE', 'CaseSuspended'), aCase('SUSPENDED'), ['Resume'], undefined],
    [
      'a hearing',
      paused('CLK-CASE', 'HearingRequested'),
      aCase('HEARING_PENDING'),
      ['EndHearing', 'SubmitHearingReport'],
      undefined,
    ],
    [
      'a refund period, which ends by itself',
      paused('CLK-CASE', 'RefundOrdered', { pausedUntil: '2026-06-21T00:00:00.000+08:00' }),
      aCase('INVESTIGATING'),
      [],
      '2026-06-21T00:00:00.000+08:00',
    ],
  ])('a paused one, %s: what ends the pause, not what ends the clock', (_why, clock, standing, steps, until) => {
    const heldBy = steps.length ? [BUREAU] : []
    expect(told(clock, standing)).toEqual({ waitsFor: steps, heldBy, since: '2026-06-03', until })
  })

  it('a case that waits for a public notice goes on with that period', () => {
    const { waitsFor, says } = held(paused('CLK-CASE', 'PublicNoticeStarted'), aCase('REVIEWED'))
    expect([waitsFor, says.zh]).toEqual([[], '自 2026-06-03 起中止（公告送达），可使其恢复：公告送达期间'])
  })

  /**
   * From SendToPolice to refusal, return or outcome the police side holds the case (2.4, 11.2 LeaveCriminalTransfer); what would bring it
   * back is what may still come of the transfer (11.3).
   */
  const REFUSAL = 'RefusePolice'
  const REASONS = 'InformAgency'
  const WITHDRAWAL = 'WithdrawCase'
  const JUDGMENT = ['Outcome', 'ReceiveOpinion']
  it.each<[string, string, string[], string[]]>([
    ['SENT', POLICE, [POLICE], [REFUSAL, REASONS, WITHDRAWAL, ...JUDGMENT]],
    ['RECEIVED_BY_POLICE', POLICE, [POLICE], [REFUSAL, REASONS, WITHDRAWAL, ...JUDGMENT]],
    ['SUPPLEMENTING', BUREAU, [POLICE], [REFUSAL, REASONS, WITHDRAWAL, ...JUDGMENT]],
    ['FORWARDED', POLICE, [POLICE], [REFUSAL, REASONS, WITHDRAWAL, ...JUDGMENT]],
    ['POLICE_FILED', BUREAU, [POLICE], [WITHDRAWAL, ...JUDGMENT]],
    ['HANDED_OVER', POLICE, [POLICE], [WITHDRAWAL, ...JUDGMENT]],
    ['IN_INVESTIGATION', POLICE, [POLICE], [WITHDRAWAL, ...JUDGMENT]],
    ['PROSECUTED', COURT, [COURT], JUDGMENT],
    ['NON_PROSECUTION', PROSECUTOR, [PROSECUTOR], ['ReceiveOpinion']],
    // The refusal or the judgment is there; what is missing is the bureau's own receipt or decision.
    ['REFUSED', BUREAU, [BUREAU], [REASONS, WITHDRAWAL, ...JUDGMENT]],
    ['RETURNED_WITHDRAWN', BUREAU, [BUREAU], []],
    ['CONVICTED', BUREAU, [BUREAU], []],
  ])('a case in criminal transfer, the transfer %s', (state, hand, heldBy, steps) => {
    const clock = paused('CLK-CASE', 'CriminalTransferEntered')
    const answer = told(clock, aCase('CRIMINAL_TRANSFERRED', [transfer(state, hand)]))
    const waitsFor = ['AcknowledgeNotice', 'LeaveCriminalTransfer', ...steps].sort()
    expect(answer).toEqual({ waitsFor, heldBy, since: '2026-06-03', until: undefined })
  })

  it('a case that the bureau has filed before is not the one that a lead waits for', () => {
    const { waitsFor } = held(running('CLK-VERIFY'), { ...lead, peers: [aCase('CLOSED')] })
    expect(waitsFor.find(({ step }) => step === 'FileCase')).toMatchObject({
      on: { kind: 'intake/administrative-case', title: { zh: '行政处罚案件', en: 'Administrative penalty case' } },
      ...{ agencies: [BUREAU], now: true },
    })
  })

  it('the newest transfer of the bureau counts, and one of another bureau does not', () => {
    const clock = paused('CLK-CASE', 'CriminalTransferEntered')
    const other = { ...transfer('SENT'), id: 'x', roles: { holder: ['PSB-411002'], agency: ['SAMR-411002'] } }
    const peers = [transfer('REFUSED', BUREAU), { ...transfer('SENT'), id: 'later' }, other]
    expect(told(clock, aCase('CRIMINAL_TRANSFERRED', peers)).heldBy).toEqual([POLICE])
  })

  it('of steps elsewhere says where, and whether they may be taken now', () => {
    const clock = paused('CLK-CASE', 'CriminalTransferEntered')
    const { waitsFor } = held(clock, aCase('CRIMINAL_TRANSFERRED', [transfer('RECEIVED_BY_POLICE')]))
    expect(waitsFor.find(({ step }) => step === 'RefusePolice')).toMatchObject({
      on: { kind: 'routing/transfer', title: { zh: '涉嫌犯罪案件移送' }, record: 'routing/transfer' },
      ...{ agencies: [POLICE], now: true },
    })
    expect(waitsFor.find(({ step }) => step === 'WithdrawCase')!.now).toBe(false)
  })

  it('without the right to know the transfer nobody else is named', () => {
    const { waitsFor } = held(paused('CLK-CASE', 'CriminalTransferEntered'), aCase('CRIMINAL_TRANSFERRED'))
    expect(waitsFor.filter(({ on }) => on).flatMap(({ agencies }) => agencies)).toEqual([])
  })

  it('an overdue duty is still to be done; a lost right is not waited for', () => {
    const due = { due: '2026-06-04', lapseAt: '2026-06-05T00:00:00.000+08:00' }
    const late = { ...running('CLK-PSB-DECIDE'), ...due, state: 'breached' }
    expect(told(late, transfer('RECEIVED_BY_POLICE'))).toEqual({
      ...{ waitsFor: ['FilePolice', 'RefusePolice'], heldBy: [POLICE], since: due.lapseAt, until: undefined },
    })
    const lost = { ...running('CLK-TF-RECON'), ...due, state: 'lapsed' }
    expect(told(lost, transfer('REFUSED', BUREAU))).toEqual({
      ...{ waitsFor: [], heldBy: [], since: due.lapseAt, until: undefined },
    })
  })

  it('a gate waits for its day, and then for nobody in particular but those it lets in', () => {
    const shut = running('CLK-LIST-EARLY', '2027-06-01')
    expect(told(shut, listing)).toEqual({ waitsFor: [], heldBy: [], since: START, until: '2027-06-01' })
    expect(held(shut, listing).says.en).toMatch(/^not before 2027-06-01: /)
    const opened = { ...shut, state: 'open', lapseAt: '2027-06-01T00:00:00.000+08:00' }
    expect(told(opened, listing)).toMatchObject({ waitsFor: ['ApplyEarly'], since: opened.lapseAt, until: undefined })
  })

  it.each(['satisfied', 'cancelled', 'breached'])('one that was stopped (%s) waits for nothing', (state) => {
    const stoppedAt = '2026-06-10T09:00:00.000+08:00'
    expect(told({ ...running('CLK-CASE'), state, stoppedAt }, aCase('DECIDED'))).toEqual({
      ...{ waitsFor: [], heldBy: [], since: stoppedAt, until: undefined },
    })
  })

  it('a period is a party’s own when its steps end it, also afterwards', () => {
    const done = { ...running('CLK-DEFENCE'), state: 'satisfied', stoppedAt: START }
    expect(concerns(done, aCase('NOTICE_SERVED'), PARTY)).toBe(true)
    expect(concerns(running('CLK-CASE'), aCase('NOTICE_SERVED'), PARTY)).toBe(false)
    expect(concerns(running('CLK-DEFENCE'), aCase('NOTICE_SERVED'), 'party:another')).toBe(false)
  })
})
