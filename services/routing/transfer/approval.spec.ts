import { describe, expect, it } from '@jest/globals'
import { approveTransfer } from './steps/approve-transfer.js'
import { endSuspicion } from './steps/end-suspicion.js'
import { flagSuspicion } from './steps/flag-suspicion.js'
import { formTaskForce } from './steps/form-task-force.js'
import { linkCase } from './steps/link-case.js'
import { raiseSuspicion } from './steps/raise-suspicion.js'
import { refuseTransfer } from './steps/refuse-transfer.js'
import { submitTransferReport } from './steps/submit-transfer-report.js'
import * as m from './matter.sample.js'

const found = { case: m.CASE, ...m.ABOUT, round: 1, basis: 'threshold', amounts: m.AMOUNTS }
const row = { id: m.CASE, dossier: m.CASE, kind: 'intake/administrative-case', ...m.ABOUT, round: 0, ended: [] }

describe('a suspicion is raised by the system', () => {
  const when = { by: m.SYSTEM, at: '2026-03-04T09:00', input: found }

  it('opens a transfer for the case', () => {
    const told = m.spec.given().when(raiseSuspicion, when).told()
    expect(told.events).toEqual([
      { type: 'CrimeSuspected', data: { case: m.CASE, ...m.ABOUT, round: 1, basis: 'threshold' } },
      { type: 'FindingsNoted', data: { amounts: m.AMOUNTS } },
    ])
    expect(told.papers).toEqual(['涉嫌犯罪线索分析表'])
    expect(told.claims).toEqual([`suspicion:${m.CASE}:1`])
    expect(told.after.state).toBe('SUSPECTED')
  })

  it.each([
    ['SUSPECTED', [m.suspected]],
    ['NOT_APPROVED', [...m.untilReport, m.at('2026-03-06T16:00', m.happened.TransferNotApproved({ reasons: '不足' }))]],
  ] as const)('a second finding in %s changes nothing', (state, given) => {
    const told = m.spec
      .given(...given)
      .when(raiseSuspicion, { ...when, at: '2026-03-06T17:00' })
      .told()
    expect([told.events, told.papers, told.claims, told.after.state]).toEqual([[], [], [], state])
  })
})

describe('a case officer flags a suspicion', () => {
  const flag = (input: Record<string, unknown>, needs: object[] = [row], by = m.OFFICER) =>
    m.spec.given().when(flagSuspicion, {
      by,
      at: '2026-03-04T09:00',
      input: { case: m.CASE, reason: '现场有假冒标识', ...input },
      needs: { found: needs },
    })

  it('with a written reason, about the case as its record shows it', () => {
    const told = flag({}).told()
    expect(told.events).toEqual([
      {
        type: 'CrimeSuspected',
        data: { case: m.CASE, ...m.ABOUT, round: 1, basis: 'officer', reason: '现场有假冒标识' },
      },
    ])
    expect(told.claims).toEqual([`suspicion:${m.CASE}:1`])
    expect(flagSuspicion.key?.({ case: m.CASE }, { found: [row] })).toBe(`${m.CASE}:1`)
    expect(flagSuspicion.joins?.({ case: m.CASE }, { found: [row] })).toBe(m.CASE)
  })

  it('anew when an earlier transfer of the case has ended', () => {
    expect(flag({}, [{ ...row, round: 1, ended: ['t'.repeat(26)] }]).told().claims).toEqual([`suspicion:${m.CASE}:2`])
  })

  it.each([
    ['an unknown matter', []],
    ['a matter of another bureau, which is told no more than that', [{ ...row, agency: 'SAMR-411081' }]],
  ])('not %s', (_, needs) => {
    const facts = { guard: 'unknown-matter', case: m.CASE, lead: undefined }
    expect(flag({}, needs, m.OFFICER).refusal()).toEqual({ refused: 'ERR_GUARD', facts })
  })

  it('never with who reported it', () => {
    expect(flag({ reason: '举报人INF-2026-0001反映' }).refused()).toBe('ERR_IDENTITY')
  })

  it('not from an office that works on no cases', () => {
    expect(flag({}, [row], { ...m.OFFICER, office: 'intake' }).refused()).toBe('ERR_WRONG_APPROVER')
  })
})

describe('the task force', () => {
  const form = (officers: string[], given = [m.suspected], by = m.LEADER) =>
    m.spec.given(...given).when(formTaskForce, { by, at: '2026-03-04T15:00', input: { officers } })

  it('is formed of two officers', () => {
    const told = form(['wang', 'zhao']).told()
    expect(told.events).toEqual([{ type: 'TaskForceFormed', data: { officers: ['wang', 'zhao'] } }])
    expect([told.after.state, told.papers]).toEqual(['TASK_FORCE', ['专案组任命']])
  })

  it.each([[['wang']], [[]]])('is not formed of %j', (officers) => {
    expect(form(officers).refusal()).toEqual({
      refused: 'ERR_GUARD',
      facts: { guard: 'officers', agency: m.ABOUT.agency, officers: officers.length, needed: 2 },
    })
  })

  it('is not formed twice, nor by a reviewer', () => {
    expect(form(['wang', 'zhao'], [m.suspected, m.formed]).refused()).toBe('ERR_STATE')
    expect(form(['wang', 'zhao'], [m.suspected], { ...m.LEADER, office: 'reviewer' }).refused()).toBe(
      'ERR_WRONG_APPROVER',
    )
  })
})

describe('the transfer report', () => {
  const report = (input: Record<string, unknown> = {}, by = m.OFFICER, given = [m.suspected, m.formed], now?: string) =>
    m.spec.given(...given).when(submitTransferReport, { by, at: '2026-03-06T09:00', now, input })

  it('reaches the head the same day, with the amounts of the evaluation, and the three days begin', () => {
    const told = report().told()
    expect(told.events).toEqual([
      { type: 'TransferReportSubmitted', data: { receivedByHead: '2026-03-06', amounts: m.AMOUNTS } },
    ])
    expect([told.after.state, told.papers]).toEqual(['REPORT_SUBMITTED', ['关于移送涉嫌犯罪案件的报告']])
    expect(told.after.clocks.find((clock) => clock.id === 'CLK-TF-APPROVE')).toMatchObject({
      state: 'running',
      due: '2026-03-09',
    })
  })

  it('not yet received starts no clock', () => {
    expect(report({ receivedByHead: null }).told().after.clocks).toEqual([])
  })

  it('names the evidence of every amount', () => {
    expect(report({ amounts: [{ metric: 'illegal_gain', value: 2_100_000, evidence: [] }] }).refusal()).toEqual({
      refused: 'ERR_GUARD',
      facts: { guard: 'amount-without-evidence', metric: 'illegal_gain', value: 2_100_000 },
    })
  })

  it('knows its figures from the rules', () => {
    expect(report({ amounts: [{ metric: 'illegal_busines', value: 1, evidence: ['账册一'] }] }).refusal()).toEqual({
      refused: 'ERR_GUARD',
      facts: {
        ...{ guard: 'unknown-metric', metric: 'illegal_busines', nearest: 'illegal_business' },
        known: expect.arrayContaining(['illegal_business', 'sales_amount', 'copies']),
      },
    })
  })

  it('comes from the task force alone', () => {
    expect(report({}, m.OUTSIDER).refused()).toBe('ERR_WRONG_APPROVER')
    expect(report({}, m.OUTSIDER, [m.suspected]).refused()).toBe('ERR_STATE')
  })

  it('is not received before the task force was formed, nor in the future', () => {
    expect(report({ receivedByHead: '2026-03-03' }).refused()).toBe('ERR_DATE')
    expect(report({ receivedByHead: '2026-03-07' }).refused()).toBe('ERR_DATE')
    expect(
      report({ receivedByHead: '2026-03-07' }, m.OFFICER, [m.suspected, m.formed], '2026-03-08T09:00').refused(),
    ).toBeUndefined()
  })
})

describe('the head', () => {
  const approve = (by = m.HEAD, given = m.untilReport, at = '2026-03-06T16:00') =>
    m.spec.given(...given).when(approveTransfer, { by, at, input: { reason: '涉嫌犯罪' } })
  const refuse = (by = m.HEAD, reasons = '证据尚不足') =>
    m.spec.given(...m.untilReport).when(refuseTransfer, { by, at: '2026-03-06T16:00', input: { reasons } })

  it.each([
    ['head', m.HEAD],
    ['acting head', m.ACTING],
  ])('approves as %s, and the 24 hours begin', (_, by) => {
    const told = approve(by).told()
    expect(told.events).toEqual([{ type: 'TransferApproved', data: { reason: '涉嫌犯罪' } }])
    expect([told.after.state, told.papers]).toEqual(['APPROVED', ['审批表']])
    const clock = (id: string) => told.after.clocks.find((one) => one.id === id)
    expect(clock('CLK-TF-APPROVE')?.state).toBe('satisfied')
    expect(clock('CLK-TF-SEND')).toMatchObject({ state: 'running', due: '2026-03-07T16:00:00.000+08:00' })
  })

  it('approves late all the same', () => {
    const told = approve(m.HEAD, m.untilReport, '2026-03-10T09:00').told()
    expect(told.after.state).toBe('APPROVED')
  })

  it('refuses with reasons, and the bureau goes on with its own case', () => {
    const told = refuse().told()
    expect(told.events).toEqual([{ type: 'TransferNotApproved', data: { case: m.CASE, reasons: '证据尚不足' } }])
    expect([told.after.state, told.papers, told.after.overlays]).toEqual([
      'NOT_APPROVED',
      ['不予移送理由记录'],
      ['BACK_TO_ADMIN'],
    ])
  })

  it('keeps the reporter out of the reasons', () => {
    expect(refuse(m.HEAD, '举报人姓名：张某').refused()).toBe('ERR_IDENTITY')
  })

  it('is nobody else', () => {
    expect([approve(m.LEADER).refused(), refuse(m.LEADER).refused()]).toEqual([
      'ERR_WRONG_APPROVER',
      'ERR_WRONG_APPROVER',
    ])
    expect(approve(m.OFFICER).refused()).toBe('ERR_WRONG_APPROVER')
  })

  it('is not a member of the task force', () => {
    const inForce = { ...m.HEAD, person: 'wang' }
    expect([approve(inForce).refused(), refuse(inForce).refused()]).toEqual(['ERR_SOD', 'ERR_SOD'])
  })

  it('decides once', () => {
    expect(approve(m.HEAD, m.untilApproval, '2026-03-06T17:00').refused()).toBe('ERR_STATE')
  })
})

describe('the case moves on', () => {
  const end = (given: readonly (typeof m.suspected)[]) =>
    m.spec
      .given(...given)
      .when(endSuspicion, { by: m.SYSTEM, at: '2026-03-05T09:00', input: { why: 'case-terminated' } })

  it('to its end, before the task force reported', () => {
    expect(end([m.suspected]).told().events).toEqual([
      { type: 'SuspicionEnded', data: { case: m.CASE, why: 'case-terminated' } },
    ])
    expect(end([m.suspected, m.formed]).told().after.state).toBe('ENDED')
  })

  it('and leaves a transfer alone that was reported', () => {
    const late = m.spec
      .given(...m.untilReport)
      .when(endSuspicion, { by: m.SYSTEM, at: '2026-03-06T10:00', input: { why: 'case-terminated' } })
    expect(late.refused()).toBe('ERR_STATE')
  })

  it('from a lead to a case that was filed on it', () => {
    const ofLead = m.at(
      '2026-03-04',
      m.happened.CrimeSuspected({ lead: m.LEAD, ...m.ABOUT, round: 1, basis: 'suspicion' }),
    )
    const told = m.spec
      .given(ofLead)
      .when(linkCase, { by: m.SYSTEM, at: '2026-03-05', input: { case: m.CASE, lead: m.LEAD } })
      .told()
    expect(told.events).toEqual([{ type: 'CaseLinked', data: { case: m.CASE, lead: m.LEAD, held: false } }])
    expect([told.claims, told.after.facts]).toMatchObject([[`suspicion:${m.CASE}:1`], { case: m.CASE, lead: m.LEAD }])
  })

  it('and is linked once', () => {
    expect(
      m.spec
        .given(m.suspected)
        .when(linkCase, { by: m.SYSTEM, at: '2026-03-05', input: { case: m.CASE, lead: m.LEAD } })
        .told().events,
    ).toEqual([])
  })
})
