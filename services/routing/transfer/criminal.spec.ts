import { describe, expect, it } from '@jest/globals'
import { handOver } from './steps/hand-over.js'
import { outcome } from './steps/outcome.js'
import { prosecute } from './steps/prosecute.js'
import { receiveOpinion } from './steps/receive-opinion.js'
import { startCriminalInvestigation } from './steps/start-criminal-investigation.js'
import { withdrawCase } from './steps/withdraw-case.js'
import * as m from './matter.sample.js'

type Given = readonly (typeof m.sent)[]
const seal = { id: m.SEAL, agency: 'SAMR-411003', case: m.CASE, open: true }
const investigating = [...m.handedOver, m.at('2026-03-20', m.happened.CriminalInvestigationStarted({}))]
const prosecuted = [...investigating, m.at('2026-05-20', m.happened.Prosecuted({ court: 'COURT-411003' }))]

describe('goods are handed over', () => {
  const hand = (
    input: Record<string, unknown> = {},
    needs: object = { held: [seal], named: [] },
    given: Given = m.filed(),
  ) => m.spec.given(...given).when(handOver, { by: m.OFFICER, at: '2026-03-11T10:00', input, needs: { ...needs } })

  it('all that are sealed in the case, within three days', () => {
    const told = hand().told()
    expect(told.events).toEqual([{ type: 'HandedOver', data: { case: m.CASE, to: 'PSB-411003', measures: [m.SEAL] } }])
    expect([told.after.state, told.papers]).toEqual([
      'HANDED_OVER',
      ['移交清单', '交接手续', '查封/扣押物品移送告知书'],
    ])
    expect(told.after.clocks.find((clock) => clock.id === 'CLK-HANDOVER')?.state).toBe('satisfied')
  })

  it('or nothing but the file', () => {
    const told = hand({}, { held: [], named: [] }).told()
    expect([told.events[0]?.data, told.papers]).toMatchObject([{ measures: [] }, ['移交清单', '交接手续']])
  })

  it.each([
    [
      'sealed goods stay behind',
      { measures: [] },
      { held: [seal], named: [] },
      { guard: 'lists-differ', missing: [m.SEAL] },
    ],
    [
      'goods of another case go along',
      { measures: [m.SEAL] },
      { held: [], named: [{ ...seal, case: 'd'.repeat(26) }] },
      { guard: 'goods-of-another-matter', measure: m.SEAL },
    ],
    [
      'the lists differ',
      { items: [{ name: '接线端子', listed: 1200, delivered: 1199 }] },
      { held: [seal], named: [] },
      { guard: 'lists-differ', name: '接线端子', listed: 1200, delivered: 1199 },
    ],
  ])('not when %s', (_, input, needs, facts) => {
    expect(hand(input, needs).refusal()).toEqual({ refused: 'ERR_GUARD', facts })
  })

  it('not before the police filed', () => {
    expect(hand({}, { held: [], named: [] }, m.untilReceived).refused()).toBe('ERR_STATE')
  })
})

describe('the criminal case', () => {
  it('is investigated once everything was handed over', () => {
    const start = (given: Given) =>
      m.spec.given(...given).when(startCriminalInvestigation, { by: m.POLICE, at: '2026-03-20' })
    expect(start(m.handedOver).told().after.state).toBe('IN_INVESTIGATION')
    expect(start(m.filed()).refused()).toBe('ERR_STATE')
  })

  it('comes before the court of the same level, or another', () => {
    const bring = (given: Given, input: Record<string, unknown> = {}) =>
      m.spec.given(...given).when(prosecute, { by: m.PROSECUTOR, at: '2026-05-20', input })
    const told = bring(investigating).told()
    expect(told.events).toEqual([{ type: 'Prosecuted', data: { court: 'COURT-411003' } }])
    expect([told.after.state, told.papers]).toEqual(['PROSECUTED', ['起诉书']])
    expect(bring(investigating, { court: 'COURT-411000' }).told().events[0]?.data).toEqual({ court: 'COURT-411000' })
    expect(bring(investigating, { court: 'PSB-411003' }).refused()).toBe('ERR_WRONG_COURT')
    expect(bring(m.handedOver).refused()).toBe('ERR_STATE')
  })
})

describe('the police withdraw', () => {
  const withdraw = (given: Given, input: Record<string, unknown> = {}) =>
    m.spec.given(...given).when(withdrawCase, { by: m.POLICE, at: '2026-04-20', input })

  it.each([
    ['filed', m.filed()],
    ['handed over', m.handedOver],
    ['investigated', investigating],
  ])('a case that was %s', (_, given) => {
    const told = withdraw(given).told()
    expect(told.events).toEqual([
      { type: 'CaseWithdrawn', data: { case: m.CASE, ...m.ABOUT, ground: 'no-crime', servedOn: '2026-04-20' } },
    ])
    expect([told.after.state, told.after.overlays]).toEqual(['RETURNED_WITHDRAWN', ['BACK_TO_ADMIN']])
    expect(told.papers).toEqual(['撤销案件决定书', '移送案件通知书'])
  })

  it('and the case comes back with the paper', () => {
    expect(withdraw(investigating, { servedOn: null }).told().after.overlays).toEqual([])
  })

  it('no case that is before the court', () => {
    expect(withdraw(prosecuted).refused()).toBe('ERR_STATE')
  })
})

describe('the outcome', () => {
  const end = (input: Record<string, unknown>, by = m.JUDGE, given: Given = m.handedOver) =>
    m.spec.given(...given).when(outcome, { by, at: '2026-06-30', input })

  it.each([
    ['convicted', m.JUDGE, 6_000_000, 'CONVICTED', [], ['判决书']],
    ['exempted', m.JUDGE, 0, 'CONVICTED', ['BACK_TO_ADMIN'], ['判决书']],
    ['acquitted', m.JUDGE, 0, 'ACQUITTED', ['BACK_TO_ADMIN'], ['判决书']],
    ['non-prosecution', m.PROSECUTOR, 0, 'NON_PROSECUTION', [], ['不起诉决定书']],
  ])('%s', (kind, by, fine, state, overlays, papers) => {
    const told = end({ outcome: kind, fine }, by).told()
    expect(told.events).toEqual([
      { type: 'CriminalOutcome', data: { case: m.CASE, ...m.ABOUT, outcome: kind, fine, servedOn: '2026-06-30' } },
    ])
    expect([told.after.state, told.after.overlays, told.papers]).toEqual([state, overlays, papers])
  })

  it('is the court’s, except the decision not to prosecute', () => {
    expect(end({ outcome: 'convicted' }, m.PROSECUTOR).refused()).toBe('ERR_WRONG_APPROVER')
    expect(end({ outcome: 'non-prosecution' }).refused()).toBe('ERR_WRONG_APPROVER')
  })

  it('fines only who is convicted', () => {
    expect(end({ outcome: 'acquitted', fine: 1 }).refusal()).toEqual({
      refused: 'ERR_GUARD',
      facts: { guard: 'fine-without-conviction', fine: 1 },
    })
  })

  it('comes once, after the goods', () => {
    expect(end({ outcome: 'convicted' }, m.JUDGE, m.filed()).refused()).toBe('ERR_STATE')
    expect(end({ outcome: 'convicted' }, m.JUDGE, prosecuted).told().after.state).toBe('CONVICTED')
  })

  it('of a non-prosecution brings the case back with the opinion', () => {
    const left = [
      ...m.handedOver,
      m.at(
        '2026-06-30',
        m.happened.CriminalOutcome({
          ...m.MATTER,
          ...m.ABOUT,
          outcome: 'non-prosecution',
          fine: 0,
          servedOn: '2026-06-30',
        }),
      ),
    ]
    const receive = (given: Given, enclosures: object) =>
      m.spec.given(...given).when(receiveOpinion, { by: m.OFFICER, at: '2026-07-10', input: { enclosures } })
    const told = receive(left, { 检察意见书: ['j1'] }).told()
    expect(told.events).toEqual([
      { type: 'OpinionReceived', data: { case: m.CASE, ...m.ABOUT, receivedOn: '2026-07-10' } },
    ])
    expect(told.after.overlays).toEqual(['BACK_TO_ADMIN'])
    expect(receive(left, {}).refused()).toBe('ERR_DOC_MISSING')
    expect(receive(m.handedOver, { 检察意见书: ['j1'] }).refused()).toBe('ERR_STATE')
  })
})
