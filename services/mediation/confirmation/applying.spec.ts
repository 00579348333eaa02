import { describe, expect, it } from '@jest/globals'
import { at, type Past } from '#kernel/spec'
import { both, COURT, holder, judge, mediator, president, respondent, stranger, no } from '../cast.sample.js'
import { MoreAsked, ReviewExtended } from './events.js'
import { about, accepted, applied, clocksOf, found, MEDIATION, spec } from './history.sample.js'
import { accept } from './steps/accept.js'
import { applyJointly } from './steps/apply-jointly.js'
import { askMore } from './steps/ask-more.js'
import { extendReview } from './steps/extend-review.js'
import { refuseAcceptance } from './steps/refuse-acceptance.js'
import { withdrawApplication } from './steps/withdraw-application.js'

const apply = (input: object = {}, needs: object = {}, on = '2026-05-18', by = holder) =>
  spec.given().when(applyJointly, {
    by,
    at: on,
    input: { mediation: MEDIATION, court: COURT, signedBy: both, ...input },
    needs: { mediation: found(), open: [], ...needs },
  })

describe('a joint application', () => {
  it('reaches the court within 30 days of effect', () => {
    const { events, papers, claims, warnings, after } = apply().told()
    expect(events).toEqual([{ type: 'ConfirmationApplied', data: about }])
    expect([papers, claims, warnings]).toEqual([['司法确认申请书', '承诺书'], [`confirmation:${MEDIATION}:0`], []])
    expect(after.state).toBe('APPLIED')
    expect(clocksOf(after.clocks)).toEqual({ 'CLK-JC-ACCEPT': ['running', '2026-05-21', '2026-05-21'] })
  })

  it('joins the dossier of its mediation', () => {
    expect(applyJointly.joins?.({}, { mediation: found() })).toBe(MEDIATION)
  })

  it('by one party alone is not accepted', () => {
    expect(apply({ signedBy: ['requester'] }).refusal()).toEqual({
      refused: 'ERR_JOINT',
      facts: { missing: ['respondent'] },
    })
    expect(no(apply({ signedBy: [] }).refusal())).toEqual({ code: 'ERR_JOINT', missing: ['requester', 'respondent'] })
  })

  it('is in time on 05-28 and late on 05-29, by the court’s receipt', () => {
    expect(apply({}, {}, '2026-05-28').refused()).toBeUndefined()
    expect(apply({}, {}, '2026-05-29').refusal()).toEqual({
      refused: 'ERR_LATE',
      facts: { clock: 'CLK-JC-APPLY', effectiveOn: '2026-04-28', due: '2026-05-28', receivedOn: '2026-05-29' },
    })
    expect(apply({ receivedOn: '2026-05-28' }, {}, '2026-05-29').refused()).toBeUndefined()
    expect(apply({ receivedOn: '2026-05-19' }).refused()).toBe('ERR_DATE')
  })

  it('goes to the court to which the dispute belongs', () => {
    expect(apply({ court: 'COURT-411024' }).refusal()).toEqual({
      refused: 'ERR_WRONG_COURT',
      facts: { court: 'COURT-411024', competent: 'COURT-411002', ip: 'trademark' },
    })
    for (const [ip, court] of [
      ['invention', 'COURT-ZZ-IP'],
      ['design', 'COURT-411000'],
      ['software', 'COURT-ZZ-IP'],
      ['copyright', 'COURT-411002'],
    ]) {
      expect(apply({ court }, { mediation: found({ ip }) }).refused()).toBeUndefined()
      expect(apply({ court: 'COURT-411025' }, { mediation: found({ ip }) }).refused()).toBe('ERR_WRONG_COURT')
    }
  })

  it('goes to the court that invited the mediation', () => {
    const needs = { mediation: found({ invitedBy: 'COURT-411024' }) }
    expect(apply({ court: 'COURT-411024' }, needs).refused()).toBeUndefined()
    expect(apply({}, needs).refused()).toBe('ERR_WRONG_COURT')
  })

  it('is not before another court', () => {
    expect(no(apply({ pendingElsewhere: true }).refusal())).toMatchObject({ code: 'ERR_GUARD', guard: 'another-court' })
    expect(
      apply({}, { open: [{ id: 'x', mediation: MEDIATION, court: 'COURT-411024', open: true, seq: 1 }] }).refusal(),
    ).toEqual({
      refused: 'ERR_GUARD',
      facts: { guard: 'another-court', courts: ['COURT-411024'] },
    })
  })

  it('is about an agreement that stands', () => {
    for (const state of ['AGREED', 'PERFORMING', 'BREACHED'])
      expect(apply({}, { mediation: found({}, state) }).refused()).toBeUndefined()
    expect(no(apply({}, { mediation: found({}, 'PERFORMED') }).refusal())).toMatchObject({
      code: 'ERR_GUARD',
      guard: 'agreement-stands',
      state: 'PERFORMED',
    })
    expect(no(apply({}, { mediation: found({ agreement: undefined }, 'IN_PROGRESS') }).refusal())).toMatchObject({
      code: 'ERR_GUARD',
      guard: 'agreement-stands',
    })
    expect(no(apply({}, { mediation: undefined }).refusal())).toEqual({ code: 'ERR_GUARD', guard: 'mediation' })
  })

  it('is handed in by a party or the mediation body', () => {
    expect(apply({}, {}, '2026-05-18', respondent).refused()).toBeUndefined()
    expect(apply({}, {}, '2026-05-18', mediator).refused()).toBeUndefined()
    expect(no(apply({}, {}, '2026-05-18', stranger).refusal())).toEqual({
      code: 'ERR_GUARD',
      guard: 'mediation',
    })
    expect(apply({}, {}, '2026-05-18', { ...mediator, agency: 'PROTECT-411000' }).refused()).toBe('ERR_GUARD')
  })

  it('warns of 确权 words', () => {
    const mediation = found({ agreement: { ...found().facts.agreement!, titleWords: ['归属'] } })
    const told = apply({}, { mediation }).told()
    expect(told.warnings).toEqual(['TITLE_CLAUSE'])
    expect(told.events[0]?.data).toMatchObject({ titleWords: ['归属'] })
  })
})

describe('the court', () => {
  it('accepts: two periods begin', () => {
    const { events, papers, after } = spec.given(applied).when(accept, { by: judge, at: '2026-05-19' }).told()
    expect([events, papers, after.state]).toEqual([[{ type: 'Accepted', data: {} }], ['受理通知书'], 'ACCEPTED'])
    expect(clocksOf(after.clocks)).toEqual({
      'CLK-JC-ACCEPT': ['satisfied', '2026-05-21', '2026-05-21'],
      'CLK-JC-DECIDE': ['running', '2026-06-03', '2026-06-03'],
      'CLK-JC-OUTER': ['running', '2026-06-18', '2026-06-18'],
    })
  })

  it('refuses acceptance on the grounds of the law', () => {
    const refuse = (input: Record<string, unknown>) =>
      spec.given(applied).when(refuseAcceptance, { by: judge, at: '2026-05-19', input })
    const { events, papers, after } = refuse({ grounds: ['title', 'scope'] }).told()
    expect(events).toEqual([
      { type: 'Refused', data: { mediation: MEDIATION, grounds: ['title', 'scope'], servedOn: '2026-05-19' } },
    ])
    expect([papers, after.state]).toEqual([['不予受理裁定书'], 'REFUSED'])
    expect(refuse({ grounds: ['scope'], servedOn: null }).told().events[0]?.data).toMatchObject({ servedOn: null })
    expect(refuse({ grounds: ['scope'], servedOn: '2026-05-20' }).refused()).toBe('ERR_DATE')
    expect(() => refuse({ grounds: ['weather'] }).refused()).toThrow()
  })

  it('alone does so', () => {
    for (const step of [accept, refuseAcceptance])
      expect(
        spec
          .given(applied)
          .when(step, { by: holder, at: '2026-05-19', input: step === accept ? {} : { grounds: ['scope'] } })
          .refused(),
      ).toBe('ERR_WRONG_APPROVER')
    expect(spec.given(applied, accepted).when(accept, { by: judge, at: '2026-05-19' }).refused()).toBe('ERR_STATE')
  })

  it('asks for more', () => {
    const ask = (...past: Past[]) =>
      spec.given(...past).when(askMore, { by: judge, at: '2026-05-20', input: { what: '付款凭证' } })
    const { events, papers, after } = ask(applied, accepted).told()
    expect(events).toEqual([{ type: 'MoreAsked', data: { what: '付款凭证', until: null } }])
    expect([papers, after.state]).toEqual([['补充通知'], 'REVIEWING'])
    expect(ask(applied).refused()).toBe('ERR_STATE')
  })

  const extend = (on: string, by = president, ...more: Past[]) =>
    spec.given(applied, accepted, ...more).when(extendReview, { by, at: on, input: { outerDays: 20 } })

  it('has ten days more when the president says so', () => {
    const { events, after } = extend('2026-06-03').told()
    expect(events).toEqual([{ type: 'ReviewExtended', data: { outerDays: 20 } }])
    expect(after.state).toBe('ACCEPTED')
    expect(clocksOf(after.clocks)).toMatchObject({
      'CLK-JC-DECIDE': ['running', '2026-06-13', '2026-06-15'],
      'CLK-JC-OUTER': ['running', '2026-07-08', '2026-07-08'],
    })
  })

  it('is extended by nobody else, once, before it is due', () => {
    expect(extend('2026-06-03', judge).refused()).toBe('ERR_WRONG_APPROVER')
    expect(extend('2026-06-04').refused()).toBe('ERR_CLOCK_RULE')
    expect(extend('2026-06-03', president, at('2026-06-01', ReviewExtended({ outerDays: 5 }))).refused()).toBe(
      'ERR_CLOCK_RULE',
    )
  })
})

describe('withdrawal', () => {
  const withdraw = (input: Record<string, unknown>, by = holder, ...more: Past[]) =>
    spec.given(applied, ...more).when(withdrawApplication, { by, at: '2026-05-20', input })
  const asked = at('2026-05-19T15:00', MoreAsked({ what: '付款凭证', until: null }))

  it('is for both sides together', () => {
    const { events, papers, after } = withdraw({ signedBy: both }).told()
    expect(events).toEqual([{ type: 'ConfirmationWithdrawn', data: { ground: 'parties' } }])
    expect([papers, after.state]).toEqual([['准许撤回裁定书'], 'WITHDRAWN'])
    expect(withdraw({ signedBy: ['respondent'] }).refusal()).toEqual({
      refused: 'ERR_JOINT',
      facts: { missing: ['requester'] },
    })
  })

  it('is noted by the court where its demand was refused', () => {
    const told = withdraw({ supplementRefused: true }, judge, accepted, asked).told()
    expect(told.events).toEqual([{ type: 'ConfirmationWithdrawn', data: { ground: 'supplement-refused' } }])
    expect(clocksOf(told.after.clocks)).toMatchObject({ 'CLK-JC-DECIDE': ['cancelled', '2026-06-03', '2026-06-03'] })
    expect(no(withdraw({ supplementRefused: true }, judge, accepted).refusal())).toEqual({
      code: 'ERR_GUARD',
      guard: 'nothing-asked',
    })
    expect(withdraw({ supplementRefused: true }, holder, accepted, asked).refused()).toBe('ERR_WRONG_APPROVER')
  })
})
