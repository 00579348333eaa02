import { describe, expect, it } from '@jest/globals'
import * as events from './events.js'
import * as m from './lead.sample.js'
import { acknowledgeNotice } from './steps/acknowledge-notice.js'
import { classifyLead } from './steps/classify-lead.js'
import { dispatchLead } from './steps/dispatch-lead.js'
import { redirectReporter } from './steps/redirect-reporter.js'
import { registerLead } from './steps/register-lead.js'
import { returnLead } from './steps/return-lead.js'
import { splitMixed } from './steps/split-mixed.js'

const clock = (told: { after: { clocks: readonly { id: string; state: string; due?: string }[] } }, id: string) => {
  const found = told.after.clocks.find((one) => one.id === id)
  return found && { state: found.state, due: found.due }
}

describe('RegisterLead', () => {
  const input = { channel: 'SRC-12315-JB', subject: m.SHOP, handler: true, clue: '销售假冒“发韵”商标的发制品' }
  const register = (more: Record<string, unknown> = {}, by = m.intake()) =>
    m.spec.given().when(registerLead, { by, at: '2026-06-01T09:00', input: { ...input, ...more } })

  it('enters a report whose handler is the receiving bureau; the verification runs from receipt (scenario 1)', () => {
    const told = register().told()
    expect(told.events).toEqual([
      {
        type: 'LeadReceived',
        data: {
          agency: m.BUREAU,
          subject: m.SHOP,
          channel: 'SRC-12315-JB',
          handler: true,
          complaint: false,
          receivedOn: '2026-06-01',
          named: false,
        },
      },
      { type: 'ClueDescribed', data: { clue: '销售假冒“发韵”商标的发制品' } },
    ])
    expect([told.papers, told.claims, told.after.state]).toEqual([['举报登记表', '案件来源登记表'], [], 'RECEIVED'])
    expect(clock(told, 'CLK-VERIFY')).toEqual({ state: 'running', due: '2026-06-23' })
  })

  it('is not handled where nobody may verify: a hub, the police (8.2)', () => {
    for (const agency of [m.HUB, 'PSB-411002'])
      expect(register({}, m.intake(agency)).refusal()).toEqual({
        refused: 'ERR_GUARD',
        facts: { guard: 'may-not-verify', agency },
      })
    expect(register({ handler: false }, m.intake('PSB-411002')).told().after.state).toBe('RECEIVED')
  })

  it('starts no clock at a hub', () => {
    expect(clock(register({ handler: false }, m.intake(m.HUB)).told(), 'CLK-VERIFY')).toBeUndefined()
  })

  it('takes a complaint on its own track', () => {
    const told = register({ channel: 'SRC-12315-TS', clue: undefined }).told()
    expect([told.papers, told.after.facts]).toEqual([['投诉登记表'], expect.objectContaining({ complaint: true })])
    expect(clock(told, 'CLK-TS-ACCEPT')).toEqual({ state: 'running', due: '2026-06-10' })
    expect(clock(told, 'CLK-VERIFY')).toBeUndefined()
  })

  it('ends no later than whoever assigned it says', () => {
    const told = register({ channel: 'SRC-SUPERIOR', clue: undefined, dueBy: '2026-06-12' }).told()
    expect([told.papers, clock(told, 'CLK-VERIFY')?.due]).toEqual([['案件来源登记表'], '2026-06-12'])
  })

  it.each([
    ['an unknown channel', { channel: 'SRC-NOWHERE' }, 'ERR_GUARD'],
    ['an unknown kind of right', { ip: 'trade-dress' }, 'ERR_GUARD'],
    ['a report without a clue', { clue: undefined }, 'ERR_GUARD'],
    ['an anonymous report with a name', { anonymous: true, reporter: { name: '某甲', contact: '0' } }, 'ERR_GUARD'],
    ['a clue that tells who reported', { clue: '举报人周某反映该店售假' }, 'ERR_IDENTITY'],
    ['a receipt in the future', { receivedOn: '2026-06-02' }, 'ERR_DATE'],
  ])('refuses %s', (_what, more, code) => {
    expect(register(more).refused()).toBe(code)
  })

  it('is no office of a leader', () => {
    expect(register({}, m.leader()).refused()).toBe('ERR_WRONG_APPROVER')
  })
})

describe('ClassifyLead', () => {
  it('names the right and, where it is known by now, the party', () => {
    const told = m.spec
      .given(m.received())
      .when(classifyLead, { by: m.officer(), at: '2026-06-01T10:00', input: { ip: 'trademark' } })
      .told()
    expect(told.events).toEqual([
      { type: 'LeadClassified', data: { agency: m.BUREAU, subject: m.SHOP, ip: 'trademark', identified: false } },
    ])
    expect(told.after.state).toBe('CLASSIFIED')
  })

  it('refuses a right that the rules do not know, and a second classification', () => {
    const when = { by: m.officer(), at: '2026-06-01T11:00', input: { ip: 'nothing' } }
    expect(m.spec.given(m.received()).when(classifyLead, when).refused()).toBe('ERR_GUARD')
    expect(
      m.spec
        .given(...m.atBureau)
        .when(classifyLead, when)
        .refused(),
    ).toBe('ERR_STATE')
  })
})

describe('SplitMixed', () => {
  it('keeps one half and tells of the other', () => {
    const told = m.spec.given(m.received()).when(splitMixed, { by: m.intake(), at: '2026-06-01T10:00' }).told()
    expect(told.events).toEqual([
      {
        type: 'MixedMaterialSplit',
        data: {
          agency: m.BUREAU,
          subject: m.SHOP,
          complaint: false,
          other: 'complaint',
          channel: 'SRC-12315-TS',
          handler: true,
          receivedOn: '2026-06-01',
          named: true,
          reporter: 'INF-2026-0001',
        },
      },
    ])
    expect([told.papers, told.after.state]).toEqual([['投诉登记表'], 'RECEIVED'])
  })

  it('happens once', () => {
    const split = events.MixedMaterialSplit({ ...m.RECEIVED, other: 'complaint', channel: 'SRC-12315-TS' })
    expect(
      m.spec
        .given(m.received(), m.happened('2026-06-01T09:30', split))
        .when(splitMixed, { by: m.intake(), at: '2026-06-01T10:00' })
        .refused(),
    ).toBe('ERR_GUARD')
  })
})

describe('DispatchLead', () => {
  const dispatch = (
    given: readonly ReturnType<typeof m.received>[],
    by = m.intake(m.HUB),
    more: Record<string, unknown> = {},
  ) => m.spec.given(...given).when(dispatchLead, { by, at: '2026-06-02T09:00', input: { to: m.BUREAU, ...more } })

  it('gives it to the competent bureau, whose verification runs from its receipt', () => {
    const told = dispatch(m.atHub).told()
    expect(told.events).toEqual([
      {
        type: 'LeadDispatched',
        data: {
          agency: m.HUB,
          subject: m.SHOP,
          ip: 'trademark',
          to: m.BUREAU,
          complaint: false,
          receivedOn: '2026-06-02',
        },
      },
    ])
    expect([told.papers, told.after.state]).toEqual([['投诉/举报分送通知书'], 'DISPATCHED'])
    expect(clock(told, 'CLK-VERIFY')).toEqual({ state: 'running', due: '2026-06-24' })
  })

  it('waits for the receipt that is not acknowledged yet', () => {
    expect(clock(dispatch(m.atHub, m.intake(m.HUB), { receivedOn: null }).told(), 'CLK-VERIFY')?.due).toBeUndefined()
  })

  it('a bureau that got it by dispatch does not send it on (TSJB 41)', () => {
    expect(dispatch(m.dispatchedHere, m.intake(), { to: m.OTHER }).refused()).toBe('ERR_NO_SELF_TRANSFER')
  })

  it('a bureau that received a report itself redirects the reporter (TSJB 34)', () => {
    expect(dispatch(m.atBureau, m.intake(), { to: m.OTHER }).refused()).toBe('ERR_USE_REDIRECT')
  })

  it('a bureau that handles it itself does not dispatch it', () => {
    const inspected = [m.received({ channel: 'SRC-INSPECT' }), m.classified()]
    expect(dispatch(inspected, m.intake(), { to: m.OTHER }).refused()).toBe('ERR_GUARD')
  })

  it('the intake unit waits until it comes back', () => {
    expect(dispatch(m.dispatchedHere).refused()).toBe('ERR_STATE')
  })

  it('a city bureau that keeps the register does not dispatch to itself', () => {
    const city = [m.received({ handler: false, agency: 'SAMR-411000' }), m.classified()]
    const refusal = m.spec
      .given(...city)
      .when(dispatchLead, { by: m.intake('SAMR-411000'), at: '2026-06-02T09:00', input: { to: 'SAMR-411000' } })
      .refusal()
    expect(refusal).toEqual({ refused: 'ERR_GUARD', facts: { guard: 'same-agency', agency: 'SAMR-411000' } })
  })

  it('a transferred case is not sent on (PROC 14)', () => {
    expect(dispatch(m.transferred, m.intake(), { to: m.OTHER }).refused()).toBe('ERR_NO_RETRANSFER')
  })

  it.each([
    ['to itself', { to: m.HUB }, 'ERR_GUARD'],
    ['to nobody', { to: 'SAMR-999999' }, 'ERR_GUARD'],
    ['to who does not enforce this right', { to: 'CULT-411000' }, 'ERR_GUARD'],
    ['with a receipt in the future', { receivedOn: '2026-06-03' }, 'ERR_DATE'],
  ])('refuses %s', (_what, more, code) => {
    expect(dispatch(m.atHub, m.intake(m.HUB), more).refused()).toBe(code)
  })

  it('sends a complaint to a county bureau only (TSJB 13)', () => {
    const complaint = [m.received({ ...m.hub, complaint: true, channel: 'SRC-12315-TS' }), m.classified()]
    expect(dispatch(complaint, m.intake(m.HUB), { to: 'SAMR-411000' }).refused()).toBe('ERR_GUARD')
    expect(clock(dispatch(complaint).told(), 'CLK-TS-ACCEPT')).toEqual({ state: 'running', due: '2026-06-11' })
  })

  it('is not possible before classification', () => {
    expect(dispatch([m.received(m.hub)]).refused()).toBe('ERR_STATE')
  })
})

describe('ReturnLead', () => {
  const back = (given: readonly ReturnType<typeof m.received>[], by = m.intake()) =>
    m.spec.given(...given).when(returnLead, { by, at: '2026-06-03T09:00', input: { reason: '行为地不在本辖区' } })

  it('goes back to the intake unit, which dispatches again; the clock is cancelled', () => {
    const told = back(m.dispatchedHere).told()
    expect(told.events).toEqual([{ type: 'LeadReturned', data: { reason: '行为地不在本辖区' } }])
    expect([told.papers, told.after.state, told.after.facts]).toEqual([
      ['退回单'],
      'RETURNED',
      expect.objectContaining({ holder: m.HUB }),
    ])
    expect(clock(told, 'CLK-VERIFY')?.state).toBe('cancelled')
  })

  it('needs a dispatch', () => {
    expect(back(m.atBureau).refused()).toBe('ERR_GUARD')
  })

  it('a second dispatch starts a new clock from the new receipt', () => {
    const returned = m.happened('2026-06-03T09:00', events.LeadReturned({ reason: '不在本辖区' }))
    const told = m.spec
      .given(...m.dispatchedHere, returned)
      .when(dispatchLead, { by: m.intake(m.HUB), at: '2026-06-04T09:00', input: { to: m.OTHER } })
      .told()
    expect(clock(told, 'CLK-VERIFY')).toEqual({ state: 'running', due: '2026-06-26' })
  })
})

describe('RedirectReporter', () => {
  const redirect = (
    given: readonly ReturnType<typeof m.received>[],
    more: Record<string, unknown> = {},
    by = m.intake(),
  ) => m.spec.given(...given).when(redirectReporter, { by, at: '2026-06-03T12:00', input: { to: m.OTHER, ...more } })

  it('tells the reporter where to go', () => {
    const told = redirect(m.verifying).told()
    expect(told.events).toEqual([{ type: 'ReporterRedirected', data: { to: m.OTHER } }])
    expect([told.papers, told.after.state, told.claims]).toEqual([
      ['告知书'],
      'REDIRECTED',
      [`lead-outcome:${told.after.id}`],
    ])
    expect(clock(told, 'CLK-VERIFY')?.state).toBe('cancelled')
  })

  it.each([
    ['what is no report', [m.received({ channel: 'SRC-INSPECT' })], {}],
    ['what came by dispatch', m.dispatchedHere, {}],
    ['to itself', m.atBureau, { to: m.BUREAU }],
    ['while goods are sealed', [...m.verifying, m.held], {}],
  ] as const)('refuses %s', (_what, given, more) => {
    expect(redirect(given, more).refused()).toBe('ERR_GUARD')
  })
})

describe('AcknowledgeNotice', () => {
  const waiting = [...m.atHub, m.dispatchedTo(m.BUREAU, { receivedOn: null })]
  const acknowledge = (given: readonly ReturnType<typeof m.received>[], more: Record<string, unknown> = {}) =>
    m.spec.given(...given).when(acknowledgeNotice, { by: m.intake(), at: '2026-06-05T09:00', input: more })

  it('starts the clock of the recipient', () => {
    const told = acknowledge(waiting, { on: '2026-06-04' }).told()
    expect(told.events).toEqual([{ type: 'NoticeReceived', data: { of: 'LeadDispatched', on: '2026-06-04' } }])
    expect(clock(told, 'CLK-VERIFY')).toEqual({ state: 'running', due: '2026-06-26' })
  })

  it('refuses a future day, a day before the dispatch, and a second receipt', () => {
    expect(acknowledge(waiting, { on: '2026-06-06' }).refused()).toBe('ERR_DATE')
    expect(acknowledge(waiting, { on: '2026-06-01' }).refused()).toBe('ERR_DATE')
    expect(acknowledge(m.dispatchedHere).refused()).toBe('ERR_GUARD')
  })
})
