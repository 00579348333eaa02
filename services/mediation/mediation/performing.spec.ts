import { describe, expect, it } from '@jest/globals'
import { at, type Past } from '#kernel/spec'
import { holder, mediator, respondent, system, no } from '../cast.sample.js'
import { AgreementSigned, Breached, ConfirmationApplied, Performed } from './events.js'
import { accepted, agreed, requested, spec } from './history.sample.js'
import { noteApplication } from './steps/note-application.js'
import { reportBreach } from './steps/report-breach.js'
import { reportPerformance } from './steps/report-performance.js'

const confirmation = 'aaaaaaaaaaaaaaaaaaaaaaaaac'
const applied = at('2026-05-18', ConfirmationApplied({ confirmation, receivedOn: '2026-05-18' }))
const proof = { enclosures: { 履行证明: ['e1'] } }

const perform = (input: object, past: readonly Past[] = [...agreed], by = respondent) =>
  spec.given(...past).when(reportPerformance, { by, at: '2026-06-30', input: { what: '付款', ...input } })

describe('performance', () => {
  it('closes the matter when nothing is left', () => {
    const { events, after } = perform({ amount: 5_000_000, done: ['销毁侵权包装'], ...proof }, [
      ...agreed,
      applied,
    ]).told()
    expect(events).toEqual([
      { type: 'Performed', data: { what: '付款', amount: 5_000_000, remaining: 0, left: [], all: true, confirmation } },
    ])
    expect(after.state).toBe('PERFORMED')
  })

  it('leaves what is not done', () => {
    const part = perform({ amount: 2_000_000, ...proof }).told()
    expect(part.events[0]?.data).toEqual({
      what: '付款',
      amount: 2_000_000,
      remaining: 3_000_000,
      left: ['销毁侵权包装'],
      all: false,
    })
    expect(part.after.state).toBe('PERFORMING')
    expect(perform({ amount: 5_000_000, ...proof }).told().after.state).toBe('PERFORMING')
  })

  it('adds up', () => {
    const half = at(
      '2026-06-01',
      Performed({ what: '首付', amount: 2_000_000, remaining: 3_000_000, left: [], all: false }),
    )
    expect(perform({ amount: 3_000_000, ...proof }, [...agreed, half]).told().after.state).toBe('PERFORMED')
    expect(no(perform({ amount: 3_000_001, ...proof }, [...agreed, half]).refusal())).toEqual({
      code: 'ERR_GUARD',
      guard: 'more-than-owed',
      owed: 3_000_000,
      amount: 3_000_001,
    })
  })

  it('needs its proof, a duty that is owed, and a party', () => {
    expect(perform({ amount: 1 }).refusal()).toEqual({ refused: 'ERR_DOC_MISSING', facts: { missing: ['履行证明'] } })
    expect(perform({ done: ['stop', 'stock'], ...proof }).refused()).toBeUndefined()
    expect(no(perform({ done: ['道歉'], ...proof }).refusal())).toMatchObject({ code: 'ERR_GUARD', guard: 'duty' })
    expect(perform({ ...proof }, [...agreed], mediator).refused()).toBe('ERR_WRONG_APPROVER')
    expect(perform({ ...proof }, [requested, accepted, at('2026-04-09')]).refused()).toBe('ERR_STATE')
  })
})

describe('a breach', () => {
  const breach = (on: string, input: object, past: readonly Past[] = [...agreed]) =>
    spec.given(...past).when(reportBreach, { by: holder, at: on, input: { ...input } })

  it('is an instalment whose day passed unpaid', () => {
    const { events, after } = breach('2026-07-01', { instalment: 1 }, [...agreed, applied]).told()
    expect(events).toEqual([{ type: 'Breached', data: { instalment: 1, confirmation } }])
    expect([after.state, (after.facts as { breaches: number[] }).breaches]).toEqual(['BREACHED', [1]])
  })

  it('is not the day itself, nor an instalment that is paid or does not exist', () => {
    expect(no(breach('2026-06-30', { instalment: 1 }).refusal())).toEqual({
      code: 'ERR_GUARD',
      guard: 'nothing-overdue',
      instalment: 1,
      due: '2026-06-30',
    })
    const paid = at(
      '2026-06-30',
      Performed({ what: '付款', amount: 5_000_000, remaining: 0, left: ['销毁侵权包装'], all: false }),
    )
    expect(breach('2026-07-01', { instalment: 1 }, [...agreed, paid]).refused()).toBe('ERR_GUARD')
    expect(no(breach('2026-07-01', { instalment: 2 }).refusal())).toEqual({
      code: 'ERR_GUARD',
      guard: 'nothing-overdue',
      instalment: 2,
      due: null,
    })
  })

  it('is a one-off duty after the last day, a standing one from effectiveness', () => {
    expect(breach('2026-06-30', { instalment: 0, duty: '销毁侵权包装' }).refused()).toBe('ERR_GUARD')
    expect(breach('2026-07-01', { instalment: 0, duty: '销毁侵权包装' }).refused()).toBeUndefined()
    expect(breach('2026-04-29', { instalment: 0, duty: '停止侵权' }).refused()).toBeUndefined()
    expect(breach('2026-07-01', { instalment: 0 }).refused()).toBe('ERR_GUARD')
  })

  it('is of one instalment at a time, and ends with performance', () => {
    const instalments = [1, 2].map((no) => ({ no, amount: 2_500_000, due: no === 1 ? '2026-05-31' : '2026-08-31' }))
    const signed = at(
      '2026-04-28',
      AgreementSigned({
        signedOn: '2026-04-28',
        effectiveOn: '2026-04-28',
        lastPerformanceDay: '2026-08-31',
        amount: 5_000_000,
        instalments,
        payee: 'requester',
        duties: [],
        titleWords: [],
      }),
    )
    const past = [requested, accepted, signed]
    expect(breach('2026-06-01', { instalment: 1 }, past).refused()).toBeUndefined()
    expect(breach('2026-06-01', { instalment: 2 }, past).refused()).toBe('ERR_GUARD')
    const broken = at('2026-06-01', Breached({ instalment: 1 }))
    expect(perform({ amount: 2_500_000, ...proof }, [...past, broken]).told().after.state).toBe('PERFORMING')
    expect(breach('2026-09-01', { instalment: 2 }, [...past, broken]).told().after.facts).toMatchObject({
      breaches: [1, 2],
    })
  })
})

describe('an application for confirmation', () => {
  const note = (on: string) =>
    spec.given(...agreed).when(noteApplication, { by: system, at: on, input: { confirmation, receivedOn: on } })

  it('is noted and stops the 30 days', () => {
    const { after } = note('2026-05-28').told()
    expect(after.state).toBe('AGREED')
    expect(after.facts).toMatchObject({ confirmation, applications: 1 })
    expect(after.clocks.find((one) => one.id === 'CLK-JC-APPLY')?.state).toBe('satisfied')
  })

  it('is late on the 31st day', () => {
    expect(note('2026-05-29').refused()).toBe('ERR_LATE')
  })
})
