import { describe, expect, it } from '@jest/globals'
import * as events from './events.js'
import * as m from './lead.sample.js'
import { collectEvidence } from './steps/collect-evidence.js'
import { commissionTest } from './steps/commission-test.js'
import { evaluateThreshold } from './steps/evaluate-threshold.js'
import { extendVerification } from './steps/extend-verification.js'
import { receiveTestResult } from './steps/receive-test-result.js'
import { startVerification } from './steps/start-verification.js'

type Given = readonly ReturnType<typeof m.received>[]

const verify = (after: { clocks: readonly { id: string; state: string; due?: string; pausedSince?: string }[] }) => {
  const { state, due, pausedSince } = after.clocks.find(({ id }) => id === 'CLK-VERIFY')!
  return { state, due, pausedSince }
}

describe('StartVerification', () => {
  const start = (given: Given, input: Record<string, unknown> = {}) =>
    m.spec.given(...given).when(startVerification, { by: m.officer(), at: '2026-06-03T09:00', input })

  it('the clock has run since receipt', () => {
    const told = start(m.atBureau, { officers: ['p-officer', 'p-second'] }).told()
    expect(told.events).toEqual([{ type: 'VerificationStarted', data: { officers: ['p-officer', 'p-second'] } }])
    expect([told.after.state, verify(told.after).due]).toEqual(['VERIFYING', '2026-06-23'])
  })

  it('begins at the bureau that got it by dispatch', () => {
    expect(start(m.dispatchedHere).told().events).toEqual([
      { type: 'VerificationStarted', data: { officers: ['p-officer'] } },
    ])
  })

  it.each([
    ['at a hub', [m.received({ handler: false }), m.classified()]],
    ['a complaint', [m.received({ complaint: true, channel: 'SRC-12315-TS' }), m.classified()]],
    ['before its receipt is acknowledged', [...m.atHub, m.dispatchedTo(m.BUREAU, { receivedOn: null })]],
  ])('refuses %s', (_what, given) => {
    expect(start(given).refused()).toBe('ERR_GUARD')
  })

  it('needs classification', () => {
    expect(start([m.received()]).refused()).toBe('ERR_STATE')
  })
})

describe('CollectEvidence', () => {
  const collect = (input: Record<string, unknown>, given: Given = m.verifying) =>
    m.spec.given(...given).when(collectEvidence, {
      by: m.officer(),
      at: '2026-06-03T10:00',
      input: { items: ['假发四十件'], rightsTold: true, ...input },
    })

  it('takes two officers and the rights told', () => {
    const told = collect({ items: ['假发四十件'], papers: ['现场笔录', '询问笔录'] }).told()
    expect(told.events).toEqual([
      { type: 'EvidenceCollected', data: { items: ['假发四十件'], present: ['p-officer', 'p-second'] } },
    ])
    expect([told.papers, told.after.state]).toEqual([['现场笔录', '询问笔录'], 'VERIFYING'])
    expect(collect({ rightsTold: false }).refused()).toBe('ERR_GUARD')
    expect(collect({ present: ['p-officer'] }).refused()).toBe('ERR_GUARD')
  })
})

const commissioned = (test: string, kind: 'identification' | 'test' = 'identification') =>
  m.happened('2026-06-03T10:00', events.TestCommissioned({ test, kind }))

describe('tests', () => {
  const commission = (input: Record<string, unknown>, given: Given = m.verifying) =>
    m.spec.given(...given).when(commissionTest, {
      by: m.officer(),
      at: '2026-06-03T10:00',
      input: { test: '辨认一', kind: 'identification', ...input },
    })
  const receive = (test: string, given: Given, at = '2026-06-12T09:00') =>
    m.spec.given(...given).when(receiveTestResult, { by: m.officer(), at, input: { test, outcome: 'infringing' } })

  it('pause the verification (scenario 1: paused from 06-03)', () => {
    const told = commission({}).told()
    expect(told.events).toEqual([{ type: 'TestCommissioned', data: { test: '辨认一', kind: 'identification' } }])
    expect([told.papers, told.after.state]).toEqual([['协助辨认/鉴别通知书', '期间告知书'], 'VERIFY_PAUSED'])
    expect(verify(told.after)).toEqual({ state: 'paused', due: undefined, pausedSince: '2026-06-03' })
  })

  it('give the time back (scenario 1: (06-03,06-12] excluded, due 07-02)', () => {
    const told = receive('辨认一', [...m.verifying, commissioned('辨认一')]).told()
    expect(told.events).toEqual([{ type: 'TestReceived', data: { test: '辨认一', outcome: 'infringing' } }])
    expect([told.papers, told.after.state, verify(told.after)]).toEqual([
      ['结果告知书'],
      'VERIFYING',
      { state: 'running', due: '2026-07-02', pausedSince: undefined },
    ])
  })

  it('two at once resume with the last', () => {
    const both = [...m.verifying, commissioned('辨认一'), commissioned('鉴定一', 'test')]
    expect(receive('辨认一', both).told().after.state).toBe('VERIFY_PAUSED')
    const one = m.happened('2026-06-05T09:00', events.TestReceived({ test: '辨认一', outcome: 'no-answer' }))
    expect(receive('鉴定一', [...both, one]).told().after.state).toBe('VERIFYING')
  })

  it('name goods of a measure of this lead', () => {
    expect(commission({ measure: m.MEASURE }).refused()).toBe('ERR_GUARD')
    const held = m.happened('2026-06-03T09:30', events.MeasureNoted({ measure: m.MEASURE, open: true }))
    expect(commission({ measure: m.MEASURE }, [...m.verifying, held]).told().events).toEqual([
      { type: 'TestCommissioned', data: { test: '辨认一', kind: 'identification', measure: m.MEASURE } },
    ])
  })

  it('refuse a name used before and a result nobody waits for', () => {
    const out = [...m.verifying, commissioned('辨认一')]
    expect(commission({}, out).refused()).toBe('ERR_GUARD')
    expect(receive('辨认二', out).refused()).toBe('ERR_GUARD')
    expect(receive('辨认一', m.verifying).refused()).toBe('ERR_STATE')
  })
})

describe('ExtendVerification', () => {
  const extend = (at: string, given: Given = m.verifying, by = m.leader()) =>
    m.spec.given(...given).when(extendVerification, { by, at, input: { reason: '案情复杂' } })

  it('adds fifteen working days, dated no later than the last day', () => {
    const told = extend('2026-06-23T17:00').told()
    expect(told.events).toEqual([{ type: 'VerificationExtended', data: {} }])
    expect([told.papers, verify(told.after).due]).toEqual([['行政处罚案件有关事项审批表'], '2026-07-14'])
  })

  it('is possible once, and never after the due day', () => {
    const extended = m.happened('2026-06-10T09:00', events.VerificationExtended({}))
    expect(extend('2026-06-24T09:00').refused()).toBe('ERR_CLOCK_RULE')
    expect(extend('2026-06-15T09:00', [...m.verifying, extended]).refused()).toBe('ERR_CLOCK_RULE')
  })

  it('is the responsible person’s, who has not investigated', () => {
    expect(extend('2026-06-10T09:00', m.verifying, m.officer()).refused()).toBe('ERR_WRONG_APPROVER')
    expect(extend('2026-06-10T09:00', m.verifying, { ...m.leader(), person: 'p-second' }).refused()).toBe('ERR_SOD')
  })
})

describe('EvaluateThreshold', () => {
  const figures = { metrics: { sales_amount: 840_000, illegal_gain: 300_000 }, evidence: ['账册一'], suspicion: false }
  const evaluate = (input: Record<string, unknown>, needs: object = { searched: [] }, given: Given = m.verifying) =>
    m.spec
      .given(...given)
      .when(evaluateThreshold, { by: m.officer(), at: '2026-06-04T09:00', input, needs: { ...needs } })

  it('records everything of invariant 13 (figures of scenario 1: not met)', () => {
    const other = {
      id: m.ID('d'),
      kind: 'intake/lead',
      agency: m.OTHER,
      stage: 'VERIFYING',
      keys: [],
      metrics: {},
      penalties: [],
    }
    const told = evaluate(figures, { searched: [other] }).told()
    expect(told.events).toEqual([
      {
        type: 'ThresholdEvaluated',
        data: {
          agency: m.BUREAU,
          subject: m.SHOP,
          ip: 'trademark',
          round: 1,
          ruleSet: 'FS5',
          offences: ['counterfeit_mark_goods', 'counterfeit_mark_services', 'sale_counterfeit_goods'],
          actDate: '2026-06-04',
          metrics: { sales_amount: 840_000, illegal_gain: 300_000 },
          flags: [],
          evidence: { sales_amount: ['账册一'], illegal_gain: ['账册一'] },
          searched: [{ id: m.ID('d'), kind: 'intake/lead', agency: m.OTHER }],
          result: 'not-met',
          suspicion: false,
          basis: 'own',
          officers: ['p-officer', 'p-second'],
        },
      },
    ])
    expect([told.papers, told.after.state]).toEqual([['涉嫌犯罪线索分析表'], 'VERIFYING'])
  })

  it('meets 213 at 50,000 yuan of illegal business, the number included (R-THR-04)', () => {
    const told = evaluate({
      metrics: { illegal_business: 5_000_000 },
      evidence: { illegal_business: ['账册一'] },
      suspicion: true,
    }).told()
    expect(told.events[0]!.data).toEqual(
      expect.objectContaining({ result: 'met', rule: 'T213G-1b', tier: 'serious', offence: 'counterfeit_mark_goods' }),
    )
    expect(
      evaluate({ metrics: { illegal_business: 4_999_999 }, evidence: ['账册一'], suspicion: true }).told().events[0]!
        .data,
    ).toEqual(expect.objectContaining({ result: 'not-met', suspicion: true }))
  })

  it('opens the repeat tier by a penalty of another agency within two years (R-XFR-08)', () => {
    const penalised = {
      id: m.ID('d'),
      kind: 'intake/administrative-case',
      agency: m.OTHER,
      stage: 'CLOSED',
      keys: [],
      metrics: {},
      penalties: [{ event: 'e', on: '2025-06-10', ip: 'trademark' }],
    }
    const gain = { metrics: { illegal_business: 3_000_000 }, evidence: ['账册一'], suspicion: false }
    expect(evaluate(gain, { searched: [penalised] }).told().events[0]!.data).toEqual(
      expect.objectContaining({ result: 'met', rule: 'T213G-3b', flags: ['repeat_2y'] }),
    )
  })

  it('names the gravest row, and whoever evaluated among those who investigated', () => {
    const third = { ...m.officer(), person: 'p-third' }
    const input = { metrics: { illegal_business: 60_000_000 }, evidence: ['账册一'], suspicion: false }
    const told = m.spec
      .given(...m.verifying)
      .when(evaluateThreshold, { by: third, at: '2026-06-04T09:00', input, needs: { searched: [] } })
      .told()
    expect(told.events[0]!.data).toEqual(
      expect.objectContaining({
        rule: 'T213G-X2',
        tier: 'specially_serious',
        officers: ['p-officer', 'p-second', 'p-third'],
      }),
    )
    expect(told.after.facts).toEqual(
      expect.objectContaining({
        met: { counterfeit_mark_goods: 'specially_serious' },
        officers: ['p-officer', 'p-second', 'p-third'],
      }),
    )
  })

  it('does not look at itself', () => {
    const { id } = m.spec.given(...m.verifying).record('2026-06-04T09:00')
    const self = {
      ...{ id, kind: 'intake/lead', agency: m.BUREAU, stage: 'VERIFYING', keys: [], metrics: {} },
      penalties: [{ event: 'e', on: '2025-06-10', ip: 'trademark' }],
    }
    const gain = { metrics: { illegal_business: 3_000_000 }, evidence: ['账册一'], suspicion: false }
    expect(evaluate(gain, { searched: [self] }).told().events[0]!.data).toEqual(
      expect.objectContaining({ result: 'not-met', searched: [], flags: [] }),
    )
  })

  it('refuses figures without evidence or unknown to the rules, and an act in the future', () => {
    expect(evaluate({ ...figures, evidence: { sales_amount: ['账册一'] } }).refused()).toBe('ERR_GUARD')
    expect(evaluate({ metrics: { turnover: 1 }, evidence: ['账册一'], suspicion: false }).refused()).toBe('ERR_GUARD')
    expect(evaluate({ ...figures, actDate: '2026-06-05' }).refused()).toBe('ERR_DATE')
  })

  it('belongs to the verification', () => {
    expect(evaluate(figures, { searched: [] }, m.atBureau).refused()).toBe('ERR_STATE')
  })
})
