import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { EventOf } from '#kernel'
import { checkAgainst } from '#rules'
import { noFacts } from './facts.js'
import { isFinal } from './guards.js'
import * as m from './lead.sample.js'
import { lead } from './state.js'
import { leadSteps } from './steps.js'

const enclosures = { 指定管辖通知书: ['z1'] }
const other = { id: m.ID('d'), kind: 'intake/lead', agency: m.OTHER }

/** Inputs that a step may get; a step that is not named takes none. */
const INPUTS: Record<string, readonly Record<string, unknown>[]> = {
  AskIdentity: [{ purpose: 'reward', reason: '发放奖励' }],
  ClassifyLead: [{ ip: 'trademark' }, { ip: 'technical-secret' }, { ip: 'nothing' }],
  DispatchLead: [{ to: m.OTHER }, { to: 'CULT-411000' }],
  ReturnLead: [{ reason: '不在本辖区' }],
  RedirectReporter: [{ to: m.OTHER }],
  CollectEvidence: [{ items: ['一'], rightsTold: true }],
  CommissionTest: [
    { test: '一', kind: 'test' },
    { test: '二', kind: 'identification', measure: m.MEASURE },
  ],
  ReceiveTestResult: [{ test: '一' }, { test: '二' }],
  EvaluateThreshold: [
    { metrics: { illegal_business: 9_000_000 }, evidence: ['一'], suspicion: false },
    { metrics: { nothing: 1 }, evidence: ['一'], suspicion: true },
  ],
  MergeRepeat: [{ into: m.ID('e'), newFacts: '新' }],
  CloseRepeat: [{ of: m.ID('e') }],
  DeclineFiling: [{ ground: 'other' }],
  TransferToOtherDept: [{ to: 'CULT-411000' }, { to: m.OTHER, ground: 'designation', enclosures }],
  AskDesignation: [{ reason: '不在本辖区' }],
  RejectComplaint: [{ ground: 'other' }],
  RecordSettlement: [{ terms: '退款' }],
  TerminateMediation: [{ ground: 'impasse' }],
  AbsorbRepeat: [{ from: m.ID('r'), receivedOn: '2026-06-02' }],
  FileLead: [{ case: m.CASE, agency: m.BUREAU }],
  LinkReport: [{ matters: [other] }],
  NoteMeasure: [
    { measure: m.MEASURE, open: true },
    { measure: m.MEASURE, open: false },
  ],
  TakeBackFromPolice: [{ transfer: m.ID('t'), receivedOn: null }],
  TransferToPolice: [{ to: 'PSB-411002' }],
}
const earlier = {
  id: m.ID('e'),
  version: 1,
  dossier: '',
  state: 'VERIFYING',
  facts: { ...noFacts, holder: m.BUREAU, subject: m.SHOP, reporter: 'INF-2026-0001' },
}
const needs = { earlier, sameReporter: true, searched: [] }

const matters = [{ id: m.ID('a'), kind: 'intake/lead', agency: m.BUREAU }, other]
const amounts = matters.map((matter) => ({
  ...{ matter, at: '2026-06-04', ip: 'trademark', offences: ['counterfeit_mark_goods'], actDate: '2026-06-01' },
  ...{ metrics: { illegal_business: 3_000_000 }, flags: [] },
}))
INPUTS.NoteAccumulation = ['serious', 'specially_serious'].map((tier) => ({
  ...{ rule: 'T213G-1b', ruleSet: 'FS5', offence: 'counterfeit_mark_goods', tier, ip: 'trademark' },
  ...{ metrics: { illegal_business: 6_000_000 }, flags: [], amounts, matters },
}))

/** Steps that may follow when the lead is closed, by what they leave behind. */
const AFTERWARDS = [
  ...['ReporterInformed', 'FeedbackSent', 'TerminationNotified', 'MeasureNoted', 'PoliceReturned'],
  ...['IdentityAsked', 'IdentityAgreed', 'IdentityOpened'],
]

const steps = leadSteps.filter(({ from }) => !from.includes('new') || from.length > 1)
const act = fc
  .constantFrom(...steps)
  .chain((step) => fc.constantFrom(...(INPUTS[step.name] ?? [{}])).map((input) => ({ step, input })))
const start = fc.constantFrom([m.received()], m.atBureau, m.verifying, m.atHub, m.dispatchedHere, m.transferred, [
  m.received({ complaint: true, channel: 'SRC-12315-TS' }),
  m.classified(),
])
const people = [m.SYSTEM, m.leader(), m.officer(), m.intake(), m.intake(m.HUB)]

describe('a lead', () => {
  it('never throws, stays closed when it is closed, and has one outcome', () => {
    fc.assert(
      fc.property(start, fc.array(act, { maxLength: 10 }), (given, acts) => {
        const past = [...given]
        let outcomes = 0
        acts.forEach(({ step, input }, index) => {
          const at = `2026-06-04T09:${String(index).padStart(2, '0')}`
          const asked = people.map((by) => m.spec.given(...past).when(step, { by, at, input, needs }))
          const done = asked.find((one) => one.refusal() === undefined)
          if (!done) return
          const before = m.spec.given(...past).record(at)
          const { events, after, claims } = done.told()
          if (isFinal(before.state)) {
            expect(after.state).toBe(before.state)
            expect(AFTERWARDS).toEqual(expect.arrayContaining(events.map(({ type }) => type)))
          }
          outcomes += claims.length
          if (events.length) past.push(m.happened(at, ...(events as EventOf[])))
        })
        expect(outcomes).toBeLessThanOrEqual(1)
      }),
      { numRuns: 40 },
    )
  })

  it('has every event that its clocks name, every paper it makes, every law it cites', () => {
    const names = lead.events.map(({ type }) => type)
    expect(checkAgainst(m.rules, { [lead.kind]: names }).faults).toEqual([])
    const laws = leadSteps.flatMap(({ law }) => law.map((one) => one.split(':')[0]!))
    expect(laws.filter((key) => !m.rules.instrument(key))).toEqual([])
    const papers = leadSteps.flatMap(({ makes }) => (typeof makes === 'function' ? [] : [makes ?? []].flat()))
    expect(papers.filter((title) => m.rules.document(title)?.title.zh !== title)).toEqual([])
  })

  it('can be left in every state that is not closed', () => {
    const open = Object.keys(lead.states).filter((state) => !isFinal(state))
    const leaving = leadSteps.filter(({ who }) => who !== 'system').flatMap(({ from }) => from as string[])
    expect(open.filter((state) => !leaving.includes(state))).toEqual([])
  })
})
