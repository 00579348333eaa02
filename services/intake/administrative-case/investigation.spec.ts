import { describe, expect, it } from '@jest/globals'
import { z } from 'zod'
import * as c from './case.sample.js'
import { closeInvestigation } from './steps/close-investigation.js'
import { collectEvidence } from './steps/collect-evidence.js'
import { commissionTest } from './steps/commission-test.js'
import { evaluateThreshold } from './steps/evaluate-threshold.js'
import { extendCase } from './steps/extend-case.js'
import { orderRefund } from './steps/order-refund.js'
import { receiveTestResult } from './steps/receive-test-result.js'
import { requestAssistance } from './steps/request-assistance.js'
import { returnReview } from './steps/return-review.js'
import { resume } from './steps/resume.js'
import { suspend } from './steps/suspend.js'
import { terminate } from './steps/terminate.js'
import { transferJurisdiction } from './steps/transfer-jurisdiction.js'

const day = '2026-06-16T09:00'
const act = (step: c.Act['step'], by: c.Act['by'], input: Record<string, unknown> = {}, at = day): c.Act => ({
  step,
  by,
  at,
  input,
})

describe('CollectEvidence', () => {
  const collect = (input: Record<string, unknown>, by = c.officer) =>
    act(collectEvidence, by, { items: ['账册一'], rightsTold: true, ...input }, '2026-06-15T09:00')

  it('begins the investigation and makes whoever is there an investigator', () => {
    const told = c.told(c.filed, collect({ items: ['账册一'], present: ['p-third'], papers: ['询问笔录'] }))
    expect(told.events).toEqual([
      { type: 'EvidenceCollected', data: { items: ['账册一'], present: ['p-third', 'p-officer'] } },
    ])
    expect([told.after.state, told.after.facts.investigators, told.papers]).toEqual([
      'INVESTIGATING',
      ['p-officer', 'p-second', 'p-third'],
      ['询问笔录'],
    ])
  })

  it('says what was collected, and that the rights were told', () => {
    const issues = (input: object) =>
      z
        .strictObject(collectEvidence.input!)
        .safeParse(input)
        .error?.issues.map(({ path }) => path.join('.'))
    expect(issues({})).toEqual(['rightsTold', 'items'])
    expect(issues({ items: [], papers: [], rightsTold: true })).toEqual(['items', 'papers'])
  })

  it('needs two officers and the rights told', () => {
    expect(c.refused(c.filed, collect({ present: ['p-officer'] }))).toBe('ERR_GUARD')
    expect(c.refused(c.filed, collect({ rightsTold: false }))).toBe('ERR_GUARD')
    expect(c.refused(c.filed, collect({}, c.leader))).toBe('ERR_WRONG_APPROVER')
    expect(c.refused(c.closed, { ...collect({}), at: '2026-07-04T09:00' })).toBe('ERR_STATE')
  })
})

describe('whoever approved the filing, reviewed or hosted', () => {
  const returned = c.on(c.underReview, act(returnReview, c.reviewer, {}, '2026-07-07T09:00'))
  const again = (by: c.Act['by'], input: Record<string, unknown> = {}) =>
    act(collectEvidence, by, { items: ['账册一'], rightsTold: true, ...input }, '2026-07-08T09:00')

  it('does not investigate in another office, nor is present when others do', () => {
    expect(c.refused(returned, again(c.asOffice('officer', c.reviewer)))).toBe('ERR_SOD')
    expect(c.refused(returned, again(c.asOffice('officer', c.leader)))).toBe('ERR_SOD')
    expect(c.refused(returned, again(c.officer, { present: ['p-second', 'p-leader'] }))).toBe('ERR_SOD')
    expect(c.refused(returned, act(closeInvestigation, c.asOffice('officer', c.reviewer), {}, day))).toBe('ERR_SOD')
    expect(c.told(returned, again(c.officer)).after.state).toBe('INVESTIGATING')
  })
})

describe('tests', () => {
  const commission = (input: Record<string, unknown> = {}) =>
    act(commissionTest, c.officer, { test: '检验一', kind: 'appraisal', measure: c.ID('m'), ...input })
  const out = c.on(c.investigating, commission())

  it('stop the case until the result', () => {
    expect(c.clock('CLK-CASE', out, day)?.state).toBe('paused')
    const told = c.told(
      out,
      act(receiveTestResult, c.officer, { test: '检验一', outcome: 'infringing' }, '2026-06-26T09:00'),
    )
    expect(told.events).toEqual([
      { type: 'TestReceived', data: { test: '检验一', measure: c.ID('m'), outcome: 'infringing' } },
    ])
    expect(told.after.clocks.find(({ id }) => id === 'CLK-CASE')?.strict).toBe('2026-09-20')
  })

  it('identification has a paper of its own', () => {
    expect(c.told(c.investigating, commission({ kind: 'identification' })).papers).toEqual([
      '协助辨认/鉴别通知书',
      '期间告知书',
    ])
    expect(c.told(c.investigating, commission()).papers).toEqual(['鉴定委托书', '期间告知书'])
  })

  it('have names and measures of this case', () => {
    expect(c.refused(out, commission())).toBe('ERR_GUARD')
    expect(c.refused(c.investigating, commission({ measure: c.ID('x') }))).toBe('ERR_GUARD')
    expect(c.refused(out, act(receiveTestResult, c.officer, { test: '检验二' }))).toBe('ERR_GUARD')
  })

  it('the report waits for them', () => {
    expect(c.refusal(out, act(closeInvestigation, c.officer))).toEqual({
      refused: 'ERR_GUARD',
      facts: { guard: 'tests-out', tests: ['检验一'] },
    })
  })
})

describe('Suspend, Resume, OrderRefund', () => {
  const suspended = c.on(c.investigating, act(suspend, c.leader, { ground: 'pending-decision' }))

  it('the days between do not count', () => {
    expect(c.clock('CLK-CASE', suspended, day)?.state).toBe('paused')
    const resumed = c.on(suspended, act(resume, c.leader, {}, '2026-06-26T09:00'))
    expect(c.clock('CLK-CASE', resumed, '2026-06-26T10:00')).toMatchObject({ state: 'running', strict: '2026-09-20' })
  })

  it('are the responsible person’s, and never an investigator’s', () => {
    expect(c.refused(c.investigating, act(suspend, c.officer, { ground: 'other' }))).toBe('ERR_WRONG_APPROVER')
    expect(c.refused(c.investigating, act(suspend, c.asOffice('leader', c.officer), { ground: 'other' }))).toBe(
      'ERR_SOD',
    )
    expect(c.refused(c.filed, act(suspend, c.leader, { ground: 'other' }))).toBe('ERR_STATE')
    expect(c.refused(c.investigating, act(resume, c.leader))).toBe('ERR_STATE')
  })

  it('a refund period is excluded to its last day', () => {
    const ordered = c.on(c.investigating, act(orderRefund, c.leader, { until: '2026-06-26' }))
    expect(c.clock('CLK-CASE', ordered, '2026-06-27')).toMatchObject({ state: 'running', strict: '2026-09-20' })
    expect(c.refused(c.investigating, act(orderRefund, c.leader, { until: '2026-06-01' }))).toBe('ERR_GUARD')
  })
})

describe('ExtendCase', () => {
  const extend = (by: c.Act['by'], input: Record<string, unknown> = {}, at = '2026-09-01T09:00') =>
    act(extendCase, by, input, at)
  const once = c.on(c.investigating, extend(c.leader))

  it('thirty days, once, by the responsible person', () => {
    expect(c.clock('CLK-CASE', once, '2026-09-02')?.strict).toBe('2026-10-10')
    expect(c.refused(once, extend(c.leader))).toBe('ERR_CLOCK_RULE')
  })

  it('then a fixed period, by collective discussion', () => {
    const told = c.told(once, extend(c.collective, { days: 20 }, '2026-10-09T09:00'))
    expect(told.events).toEqual([{ type: 'CaseExtendedCollectively', data: { days: 20 } }])
    expect(told.papers).toEqual(['行政处罚案件有关事项审批表', '集体讨论记录'])
    expect(told.after.clocks.find(({ id }) => id === 'CLK-CASE')?.strict).toBe('2026-10-30')
  })

  it('refuses what the rule does not know', () => {
    expect(c.refused(c.investigating, extend(c.collective, { days: 20 }))).toBe('ERR_CLOCK_RULE')
    expect(c.refused(once, extend(c.collective))).toBe('ERR_CLOCK_RULE')
    expect(c.refused(c.investigating, extend(c.leader, { days: 20 }))).toBe('ERR_WRONG_APPROVER')
    expect(c.refused(c.investigating, extend(c.leader, {}, '2026-09-11T09:00'))).toBe('ERR_CLOCK_RULE')
    expect(c.refused(c.investigating, extend(c.officer))).toBe('ERR_WRONG_APPROVER')
  })
})

describe('TransferJurisdiction', () => {
  const transfer = (input: Record<string, unknown> = {}) =>
    act(transferJurisdiction, c.leader, { to: c.OTHER, ...input })

  it('ends the case; the other counts from its receipt', () => {
    const told = c.told(c.investigating, transfer({ receivedOn: null }))
    expect(told.events).toEqual([
      {
        type: 'CaseTransferred',
        data: {
          agency: c.BUREAU,
          to: c.OTHER,
          receivedOn: null,
          act: '销售假冒发制品',
          subject: c.SHOP,
          ip: 'trademark',
        },
      },
    ])
    expect([told.after.state, told.papers]).toEqual(['JURISDICTION_TRANSFERRED', ['案件移送函']])
    expect(told.after.clocks.find(({ id }) => id === 'CLK-CASE')?.state).toBe('cancelled')
  })

  it('who got it this way may not send it on, in any state', () => {
    const lead = {
      id: c.ID('a'),
      version: 1,
      dossier: c.ID('d'),
      state: 'VERIFYING',
      facts: {
        holder: c.BUREAU,
        subject: c.SHOP,
        ip: 'trademark',
        officers: [],
        measures: [],
        source: { kind: 'case-transferred', matter: 'same', from: c.OTHER },
      },
    }
    const got = c.walk(c.filing({ leads: [c.ID('a')] }, { leads: [lead] }))
    expect(c.refused(got, transfer())).toBe('ERR_NO_RETRANSFER')
  })

  it('goes to another agency, and not into the future', () => {
    expect(c.refused(c.investigating, transfer({ to: c.BUREAU }))).toBe('ERR_GUARD')
    expect(c.refused(c.investigating, transfer({ to: 'SAMR-999999' }))).toBe('ERR_GUARD')
    expect(c.refused(c.investigating, transfer({ receivedOn: '2026-06-17' }))).toBe('ERR_DATE')
    expect(c.refused(c.closed, { ...transfer(), at: '2026-07-04T09:00' })).toBe('ERR_STATE')
  })
})

describe('EvaluateThreshold', () => {
  const evaluate = (input: Record<string, unknown> = {}): c.Act => ({
    ...act(evaluateThreshold, c.officer, {
      metrics: { sales_amount: 840_000, illegal_gain: 300_000, unsold_value: 1_120_000 },
      evidence: ['账册一'],
      suspicion: false,
      acts: ['sale'],
      ...input,
    }),
    needs: { searched: [] },
  })

  it('scenario 1: the thresholds of 214 are not met', () => {
    const told = c.told(c.investigating, evaluate())
    expect(told.events[0]).toMatchObject({
      type: 'ThresholdEvaluated',
      data: { round: 1, ruleSet: 'FS5', result: 'not-met', suspicion: false, basis: 'own', searched: [] },
    })
    expect([told.after.state, told.papers]).toEqual(['INVESTIGATING', ['涉嫌犯罪线索分析表']])
  })

  it('every figure names its evidence', () => {
    expect(c.refused(c.investigating, evaluate({ evidence: { sales_amount: ['账册一'] } }))).toBe('ERR_GUARD')
    expect(c.refused(c.decided, { ...evaluate(), at: '2026-07-23T09:00' })).toBe('ERR_STATE')
    expect(c.refused(c.investigating, { ...evaluate(), by: c.leader })).toBe('ERR_WRONG_APPROVER')
  })
})

describe('RequestAssistance, Terminate', () => {
  it('asks another bureau', () => {
    const told = c.told(c.investigating, act(requestAssistance, c.officer, { to: c.OTHER, matter: '调取仓储记录' }))
    expect([told.events[0]!.type, told.papers]).toEqual(['AssistanceRequested', ['协助调查函']])
    expect(c.refused(c.investigating, act(requestAssistance, c.officer, { to: c.BUREAU, matter: '调取' }))).toBe(
      'ERR_GUARD',
    )
    expect(c.refused(c.filed, act(requestAssistance, c.officer, { to: c.OTHER, matter: '调取' }))).toBe('ERR_STATE')
  })

  it('a party that is gone ends the case', () => {
    const told = c.told(c.investigating, act(terminate, c.leader, { ground: 'dissolved' }))
    expect(told.events).toEqual([
      { type: 'CaseTerminated', data: { agency: c.BUREAU, subject: c.SHOP, ground: 'dissolved' } },
    ])
    expect([told.after.state, told.after.clocks[0]?.state]).toEqual(['TERMINATED', 'cancelled'])
    expect(c.refused(c.filed, act(terminate, c.leader, { ground: 'dissolved' }))).toBe('ERR_STATE')
  })
})
