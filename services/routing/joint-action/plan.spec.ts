import { describe, expect, it } from '@jest/globals'
import { announce } from './steps/announce.js'
import { approveByAgency } from './steps/approve-by-agency.js'
import { approveByOffice } from './steps/approve-by-office.js'
import { draftPlan } from './steps/draft-plan.js'
import { proposeJointAction } from './steps/propose-joint-action.js'
import { specOf } from '#kernel/spec'
import { rules } from '../city.sample.js'
import { routing } from '../service.js'
import * as m from './action.sample.js'

type Given = readonly (typeof m.proposed)[]

describe('a joint action is proposed', () => {
  const propose = (input: Record<string, unknown> = {}) =>
    m.spec.given().when(proposeJointAction, {
      by: m.PROPOSER,
      at: '2026-05-15T09:00',
      input: { targets: m.TARGETS, basis: '商标法', ...input },
    })

  it('by a member, to the office', () => {
    const told = propose().told()
    expect(told.events).toEqual([
      {
        type: 'JointActionProposed',
        data: { proposer: 'SAMR-411082', office: 'JC-OFFICE-411000', targets: m.TARGETS, basis: '商标法' },
      },
    ])
    expect(told.after.state).toBe('PROPOSED')
  })

  it.each([['a target', { targets: [] }, { guard: 'no-target' }]])('with %s', (_, input, facts) => {
    expect(propose(input).refusal()).toEqual({ refused: 'ERR_GUARD', facts })
  })

  it('with a right that exists', () => {
    expect(propose({ targets: [{ subject: m.FIRST, ip: 'trademrk' }] }).refusal()).toMatchObject({
      refused: 'ERR_GUARD',
      facts: { guard: 'unknown-ip', ip: 'trademrk', nearest: 'trademark' },
    })
  })

  it('without a word on the reporter', () => {
    expect(propose({ basis: '依据INF-2026-0001' }).refused()).toBe('ERR_IDENTITY')
  })

  it('where there is an office', () => {
    const nowhere = specOf(routing.records[1]!, { ...rules, agencies: [] })
    const asked = { by: m.PROPOSER, at: '2026-05-15', input: { targets: m.TARGETS, basis: '商标法' } }
    expect(nowhere.given().when(proposeJointAction, asked).refusal()?.facts).toEqual({ guard: 'no-office' })
  })
})

describe('the plan', () => {
  const draft = (input: Record<string, unknown> = m.PLAN, given: Given = [m.proposed], by = m.PROPOSER) =>
    m.spec.given(...given).when(draftPlan, { by, at: '2026-05-18T09:00', input: { ...input } })
  const without = (name: keyof typeof m.PLAN) => ({ ...m.PLAN, [name]: undefined })
  const withPart = (change: object) => ({
    ...m.PLAN,
    parts: [{ ...m.PLAN.parts[0]!, ...change }, ...m.PLAN.parts.slice(1)],
  })

  it('is drafted with all that it must hold', () => {
    const told = draft().told()
    expect(told.events).toEqual([{ type: 'PlanDrafted', data: m.PLAN }])
    expect([told.after.state, told.papers]).toEqual(['PLAN_DRAFT', ['联合执法方案']])
  })

  it('names the proposer as lead when it names none', () => {
    expect(draft(without('lead')).told().events[0]?.data).toMatchObject({ lead: 'SAMR-411082' })
  })

  it.each(['day', 'evidence', 'secrecy', 'informantSafety', 'contingency', 'storage', 'press'] as const)(
    'lacks %s',
    (name) => {
      expect(draft(without(name)).refusal()).toEqual({
        refused: 'ERR_GUARD',
        facts: { guard: 'plan-content', missing: [name] },
      })
    },
  )

  it.each([
    ['parts', { parts: [] }, ['parts']],
    ['places', { places: [] }, ['places']],
    ['the legal basis of an agency', withPart({ basis: undefined }), ['SAMR-411082.basis']],
    ['what an agency inspects', withPart({ inspects: undefined }), ['SAMR-411082.inspects']],
  ])('lacks %s', (_, input, missing) => {
    expect(draft({ ...m.PLAN, ...input }).refusal()?.facts).toEqual({ guard: 'plan-content', missing })
  })

  it.each([
    ['one officer', [{ person: 'p1', licence: 'l1' }]],
    [
      'two persons on one licence',
      [
        { person: 'p1', licence: 'l1' },
        { person: 'p2', licence: 'l1' },
      ],
    ],
  ])('sends %s', (_, officers) => {
    expect(draft(withPart({ officers })).refusal()).toEqual({
      refused: 'ERR_GUARD',
      facts: { guard: 'officers', agency: 'SAMR-411082', officers: 1, needed: 2 },
    })
  })

  it.each([
    [
      'who may not join',
      withPart({ agency: 'COURT-411082', officers: m.officers('COURT-411082') }),
      { guard: 'not-a-member', agency: 'COURT-411082' },
    ],
    [
      'an agency twice',
      { ...m.PLAN, parts: [...m.PLAN.parts, m.PLAN.parts[0]!] },
      { guard: 'agency-twice', agency: 'SAMR-411082' },
    ],
    [
      'a lead agency that stays away',
      { ...m.PLAN, lead: 'SAMR-411003' },
      { guard: 'lead-stays-away', lead: 'SAMR-411003' },
    ],
    ['nobody who decides', withPart({ decides: false }), { guard: 'nobody-decides' }],
  ])('names %s', (_, input, facts) => {
    expect(draft(input).refusal()).toEqual({ refused: 'ERR_GUARD', facts })
  })

  it.each([
    ['informantSafety', { ...m.PLAN, informantSafety: '由专人联系INF-2026-0001' }, 'informantSafety'],
    ['the press line', { ...m.PLAN, press: '感谢举报人张三' }, 'press'],
    ['an address', { ...m.PLAN, places: [{ region: '411082', address: '由举报人13800000000带路' }] }, 'places.0'],
    ['the powers', withPart({ inspects: '举报人为仓管员' }), 'SAMR-411082.inspects'],
  ])('tells the reporter in %s', (_, input, field) => {
    expect(draft(input).refusal()).toMatchObject({ refused: 'ERR_IDENTITY', facts: { field } })
  })

  it('anew voids the approvals given', () => {
    const told = draft(
      m.PLAN,
      m.twoHeads.map((one) => ({ ...one, at: one.at.replace(/05-1[589]/, '05-15') })),
    ).told()
    expect(told.after.facts).toMatchObject({ approved: [] })
  })

  it('is the proposer’s, until it is approved', () => {
    expect(draft(m.PLAN, [m.proposed], { ...m.PROPOSER, office: 'intake' }).refused()).toBe('ERR_WRONG_APPROVER')
    expect(
      m.spec
        .given(...m.approved)
        .when(draftPlan, { by: m.PROPOSER, at: '2026-05-21', input: m.PLAN })
        .refused(),
    ).toBe('ERR_STATE')
  })
})

describe('approval', () => {
  const byAgency = (by: { agency: string; office: string; person: string }, given: Given = m.drafted) =>
    m.spec.given(...given).when(approveByAgency, { by, at: '2026-05-19T10:00' })
  const byOffice = (given: Given = m.allHeads, by = m.OFFICE_HEAD) =>
    m.spec.given(...given).when(approveByOffice, { by, at: '2026-05-20T09:00' })

  it('comes from the head of each agency, once', () => {
    const told = byAgency(m.HEADS['SAMR-411082']).told()
    expect(told.events).toEqual([{ type: 'PlanApprovedByAgency', data: { agency: 'SAMR-411082' } }])
    expect([told.after.state, told.papers]).toEqual(['PLAN_DRAFT', ['审批表']])
    expect(byAgency(m.HEADS['SAMR-411082'], m.twoHeads).refusal()).toEqual({
      refused: 'ERR_GUARD',
      facts: { guard: 'already-approved', agency: 'SAMR-411082' },
    })
  })

  it('comes from an acting head, not from a deputy', () => {
    expect(byAgency(m.HEADS['CUSTOMS-411000']).refused()).toBeUndefined()
    expect(byAgency({ ...m.HEADS['SAMR-411082'], office: 'leader' }).refused()).toBe('ERR_WRONG_APPROVER')
  })

  it('comes from the office when every head has approved', () => {
    const told = byOffice().told()
    expect(told.events).toEqual([{ type: 'PlanApproved', data: { day: '2026-05-22' } }])
    expect(told.after.state).toBe('APPROVED')
    expect(told.after.clocks.find((clock) => clock.id === 'CLK-JA-NOTICE')).toMatchObject({ due: '2026-05-20' })
    expect(byOffice(m.twoHeads).refusal()).toEqual({
      refused: 'ERR_GUARD',
      facts: { guard: 'heads', missing: ['CUSTOMS-411000'] },
    })
  })

  it('does not come from whoever drafted the plan, or an officer', () => {
    expect(byOffice(m.allHeads, { ...m.OFFICE_HEAD, person: m.PROPOSER.person }).refused()).toBe('ERR_SOD')
    expect(byOffice(m.allHeads, m.OFFICE).refused()).toBe('ERR_WRONG_APPROVER')
  })

  it('comes once', () => {
    expect(byOffice(m.approved).refused()).toBe('ERR_STATE')
    expect(
      m.spec
        .given(...m.approved)
        .when(approveByAgency, { by: m.HEADS['SAMR-411082'], at: '2026-05-20T10:00' })
        .refused(),
    ).toBe('ERR_STATE')
  })
})

describe('the announcement', () => {
  const tell = (at: string, input: Record<string, unknown> = {}, given: Given = m.approved) =>
    m.spec.given(...given).when(announce, { by: m.OFFICE, at, input })

  it('reaches the participants two working days ahead', () => {
    const told = tell('2026-05-20T17:00').told()
    expect(told.events).toEqual([
      { type: 'JointActionAnnounced', data: { to: ['SAMR-411082', 'PSB-411082', 'CUSTOMS-411000'] } },
    ])
    expect([told.after.state, told.papers]).toEqual(['ANNOUNCED', ['通知']])
  })

  it('is later only when it is urgent', () => {
    expect(tell('2026-05-21T09:00').refusal()).toEqual({
      refused: 'ERR_GUARD',
      facts: { guard: 'notice', due: '2026-05-20', day: '2026-05-22' },
    })
    expect(tell('2026-05-21T09:00', { urgent: '货物即将转移' }).told().after.state).toBe('ANNOUNCED')
    expect(tell('2026-05-21T09:00', { urgent: '举报人李四催促' }).refused()).toBe('ERR_IDENTITY')
  })

  it('follows the approval', () => {
    expect(tell('2026-05-20', {}, m.allHeads).refused()).toBe('ERR_STATE')
  })
})
