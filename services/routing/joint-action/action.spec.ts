import { describe, expect, it } from '@jest/globals'
import { allocateTargets } from './steps/allocate-targets.js'
import { cancelAction } from './steps/cancel-action.js'
import { closeAction } from './steps/close-action.js'
import { flagCrime } from './steps/flag-crime.js'
import { recordItems } from './steps/record-items.js'
import { startExecution } from './steps/start-execution.js'
import { submitReport } from './steps/submit-report.js'
import * as m from './action.sample.js'

type Given = readonly (typeof m.proposed)[]
const clockOf = (clocks: readonly { id: string }[], id: string) => clocks.find((clock) => clock.id === id)
/** The same matter under another plan. */
const under = (plan: object): Given =>
  m.announced.map((one) =>
    one === m.drafted[1] ? { ...one, events: [m.happened.PlanDrafted({ ...m.PLAN, ...plan })] } : one,
  )

describe('the execution', () => {
  const start = (given: Given = m.announced, input: Record<string, unknown> = {}, by = m.PROPOSER) =>
    m.spec.given(...given).when(startExecution, { by, at: '2026-05-22T09:00', input })

  it('starts with every agency there; five and ten working days run', () => {
    const told = start().told()
    expect(told.events).toEqual([
      {
        type: 'ExecutionStarted',
        data: { present: m.PLAN.parts.map(({ agency, officers }) => ({ agency, officers })) },
      },
    ])
    expect(told.after.state).toBe('EXECUTING')
    expect(clockOf(told.after.clocks, 'CLK-JA-ALLOCATE')).toMatchObject({ due: '2026-05-29' })
    expect(clockOf(told.after.clocks, 'CLK-JA-REPORT')).toMatchObject({ due: '2026-06-05' })
  })

  it('does not start in another county without its bureau', () => {
    const alone = under({ places: [{ region: '411003' }] })
    expect(start(alone).refusal()).toEqual({
      refused: 'ERR_OUT_OF_REGION',
      facts: { agency: 'SAMR-411082', region: '411003' },
    })
  })

  it('starts in another county together with its bureau, or with the city’s', () => {
    const local = (agency: string, police: string) =>
      under({
        places: [{ region: '411003' }],
        parts: [...m.PLAN.parts, { ...m.PLAN.parts[0]!, agency }, { ...m.PLAN.parts[1]!, agency: police }],
      })
    expect(start(local('SAMR-411003', 'PSB-411003')).refused()).toBeUndefined()
    expect(start(local('SAMR-411000', 'PSB-411000')).refused()).toBeUndefined()
    expect(start(local('SAMR-411003', 'PSB-411081')).refusal()?.facts).toEqual({
      agency: 'PSB-411082',
      region: '411003',
    })
  })

  it('does not start when an agency is away, short of officers, or was not asked', () => {
    const [first, second, third] = m.PLAN.parts.map(({ agency, officers }) => ({ agency, officers }))
    const present = (...all: unknown[]) => start(m.announced, { present: all }).refusal()?.facts
    expect(present(first, second)).toEqual({ guard: 'absent', agency: 'CUSTOMS-411000' })
    expect(present(first, second, { ...third, officers: [] })).toEqual({
      guard: 'officers',
      agency: 'CUSTOMS-411000',
      officers: 0,
      needed: 2,
    })
    expect(
      present(first, second, third, { ...first, agency: 'SAMR-411081', officers: m.officers('SAMR-411081') }),
    ).toEqual({
      guard: 'not-in-the-plan',
      agency: 'SAMR-411081',
    })
  })

  it('does not start unannounced', () => {
    expect(start(m.approved).refused()).toBe('ERR_STATE')
  })
})

describe('what is found', () => {
  const note = (input: Record<string, unknown>, given: Given = m.executing) =>
    m.spec.given(...given).when(recordItems, { by: m.POLICE, at: '2026-05-29T10:00', input })
  const listed = [
    ...m.executing,
    m.at('2026-05-22T10:00', m.happened.ItemsRecorded({ agency: 'SAMR-411082', items: [m.ITEM] })),
  ]

  it('is recorded by each agency for itself, with its hash', () => {
    const told = note({ items: [m.ITEM] }).told()
    expect(told.events).toEqual([{ type: 'ItemsRecorded', data: { agency: 'PSB-411082', items: [m.ITEM] } }])
    expect([told.after.state, told.papers]).toEqual(['EXECUTING', ['现场笔录', '清单']])
    expect(note({}, m.allocated).told().papers).toEqual(['现场笔录'])
  })

  it('is listed once', () => {
    const facts = { guard: 'listed-already', hash: m.ITEM.hash }
    expect(note({ items: [m.ITEM] }, listed).refusal()).toEqual({ refused: 'ERR_GUARD', facts })
    expect(note({ items: [m.ITEM, m.ITEM] }).refusal()).toEqual({ refused: 'ERR_GUARD', facts })
  })

  it('is not recorded before the action', () => {
    expect(
      m.spec
        .given(...m.announced)
        .when(recordItems, { by: m.POLICE, at: '2026-05-21' })
        .refused(),
    ).toBe('ERR_STATE')
  })
})

describe('the targets', () => {
  const allocate = (allocations: object[] = m.ALLOCATIONS, given: Given = m.executing) =>
    m.spec.given(...given).when(allocateTargets, { by: m.OFFICE, at: '2026-05-28T09:00', input: { allocations } })
  const [first, second] = m.ALLOCATIONS as [(typeof m.ALLOCATIONS)[0], (typeof m.ALLOCATIONS)[0]]

  it('go at once to one deciding agency per act', () => {
    const told = allocate().told()
    expect(told.events).toEqual([{ type: 'TargetsAllocated', data: { allocations: m.ALLOCATIONS } }])
    expect([told.after.state, told.papers]).toEqual(['RESULTS_ALLOCATED', ['会商纪要']])
    expect(clockOf(told.after.clocks, 'CLK-JA-ALLOCATE')).toMatchObject({ state: 'satisfied' })
  })

  it('do not go to two agencies for one act, but may for two', () => {
    expect(allocate([...m.ALLOCATIONS, { ...second, agency: 'SAMR-411003' }]).refusal()).toEqual({
      refused: 'ERR_DOUBLE_FINE',
      facts: { target: 'shop-1', act: '销售侵权商品', agencies: ['SAMR-411082', 'SAMR-411003'] },
    })
    expect(
      allocate([...m.ALLOCATIONS, { ...second, act: '虚假宣传', agency: 'SAMR-411000' }]).refused(),
    ).toBeUndefined()
  })

  it('go to nobody from elsewhere (R-COOP-07)', () => {
    expect(allocate([first, { ...second, agency: 'SAMR-411003' }]).refusal()).toEqual({
      refused: 'ERR_OUT_OF_REGION',
      facts: { agency: 'SAMR-411003', region: '411082' },
    })
  })

  it('are one with their code and without it', () => {
    const bare = { name: m.FIRST.name }
    expect(allocate([first, second, { ...first, target: bare, agency: 'SAMR-411003' }]).refused()).toBe(
      'ERR_DOUBLE_FINE',
    )
    expect(allocate([{ ...first, target: bare }, second]).refused()).toBeUndefined()
  })

  it('are known by their keys, not by the spelling of their names', () => {
    expect(
      allocate([
        first,
        second,
        { ...first, target: { ...m.FIRST, name: '锦绣发制品' }, agency: 'SAMR-411082' },
      ]).refused(),
    ).toBe('ERR_DOUBLE_FINE')
  })

  it('go all together', () => {
    expect(allocate([first]).refusal()).toEqual({
      refused: 'ERR_GUARD',
      facts: { guard: 'targets', missing: ['shop-1'] },
    })
  })

  it('go to who is competent', () => {
    const wrong = (agency: string, ip: string) => allocate([first, { ...second, agency, ip }]).refusal()?.facts
    expect(wrong('COURT-411082', 'trademark')).toEqual({
      guard: 'not-competent',
      agency: 'COURT-411082',
      ip: 'trademark',
    })
    expect(wrong('SAMR-411082', 'copyright')).toEqual({
      guard: 'not-competent',
      agency: 'SAMR-411082',
      ip: 'copyright',
    })
    expect(wrong('CUSTOMS-411000', 'trademark')).toBeUndefined()
    expect(wrong('NOBODY', 'trademark')).toEqual({ guard: 'not-competent', agency: 'NOBODY', ip: 'trademark' })
  })

  it('go once, and not before the action', () => {
    expect(allocate(m.ALLOCATIONS, m.allocated).refused()).toBe('ERR_STATE')
    expect(allocate(m.ALLOCATIONS, m.announced).refused()).toBe('ERR_STATE')
  })
})

describe('a crime is flagged', () => {
  const flag = (
    input: Record<string, unknown> = {},
    given: Given = m.executing,
    by = m.PROPOSER,
    found: readonly object[] = [],
  ) =>
    m.spec.given(...given).when(flagCrime, {
      by,
      at: '2026-05-29T10:00',
      input: { target: m.SECOND, reason: '现场标识三万件', ...input },
      needs: { found },
    })
  const flagged = [
    ...m.executing,
    m.at(
      '2026-05-22T11:00',
      m.happened.CrimeFlagged({ target: m.SECOND, agency: 'SAMR-411082', ip: 'trademark', reason: '标识' }),
    ),
  ]

  it('by the agency that decides', () => {
    const told = flag().told()
    expect(told.events).toEqual([
      {
        type: 'CrimeFlagged',
        data: { target: m.SECOND, agency: 'SAMR-411082', ip: 'trademark', reason: '现场标识三万件' },
      },
    ])
    expect(told.after.state).toBe('EXECUTING')
    expect(flag({}, m.allocated).told().after.state).toBe('RESULTS_ALLOCATED')
  })

  it('by no other', () => {
    expect(flag({}, m.executing, m.POLICE).refusal()).toEqual({
      refused: 'ERR_GUARD',
      facts: { guard: 'not-deciding', agency: 'PSB-411082' },
    })
    expect(flag({ target: m.FIRST }, m.allocated).refusal()).toEqual({
      refused: 'ERR_GUARD',
      facts: { guard: 'not-deciding', agency: 'SAMR-411082' },
    })
  })

  it('once per target', () => {
    expect(flag({}, flagged).told().events).toEqual([])
  })

  const lead = 'l'.repeat(26)
  const matter = (round: number, ended: string[] = [], agency = 'SAMR-411082') => ({ id: lead, agency, round, ended })

  it('again when the transfer of its lead has ended: the next suspicion', () => {
    const on = (one: object) =>
      flag({ lead }, flagged, m.PROPOSER, [one])
        .told()
        .events.map(({ data }) => data)
    expect(on(matter(1))).toEqual([])
    const again = { target: m.SECOND, agency: 'SAMR-411082', ip: 'trademark', reason: '现场标识三万件', lead }
    expect(on(matter(2))).toEqual([{ ...again, round: 2 }])
    expect(on(matter(1, ['t1', 't2']))).toEqual([{ ...again, round: 3 }])
  })

  it('on a lead that the agency has, and no other', () => {
    const facts = { guard: 'unknown-matter', lead }
    expect(flag({ lead }).refusal()?.facts).toEqual(facts)
    expect(flag({ lead }, m.executing, m.PROPOSER, [matter(1, [], 'SAMR-411081')]).refusal()?.facts).toEqual(facts)
  })

  it('with a reason that keeps the reporter out, about a right that is known', () => {
    expect(flag({ reason: '举报人13800000000称' }).refused()).toBe('ERR_IDENTITY')
    expect(flag({ target: { name: '第三人（虚构）' } }).refusal()?.facts).toEqual({
      guard: 'unknown-target',
      target: '第三人（虚构）',
    })
  })

  it('not before the action', () => {
    expect(
      m.spec
        .given(...m.announced)
        .when(flagCrime, {
          by: m.PROPOSER,
          at: '2026-05-21',
          input: { target: m.SECOND, reason: 'x' },
          needs: { found: [] },
        })
        .refused(),
    ).toBe('ERR_STATE')
  })
})

describe('the end', () => {
  const report = (given: Given, summary = '查获假发套三百件') =>
    m.spec.given(...given).when(submitReport, { by: m.OFFICE, at: '2026-06-04T09:00', input: { summary } })
  const close = (given: Given) => m.spec.given(...given).when(closeAction, { by: m.OFFICE, at: '2026-06-10' })
  const cancel = (given: Given, at: string, reason = '对象已搬离') =>
    m.spec.given(...given).when(cancelAction, { by: m.OFFICE, at, input: { reason } })

  it('is reported, then closed', () => {
    const told = report(m.allocated).told()
    expect(told.events).toEqual([{ type: 'JointActionReported', data: { summary: '查获假发套三百件' } }])
    expect([told.after.state, told.papers]).toEqual(['REPORTED', ['联合执法情况报告']])
    expect(close(m.reported).told().after.state).toBe('CLOSED')
  })

  it('is not reported before the targets are allocated, nor with the reporter in it, nor closed before the report', () => {
    expect([
      report(m.executing).refused(),
      report(m.allocated, '感谢举报人张三').refused(),
      close(m.allocated).refused(),
    ]).toEqual(['ERR_STATE', 'ERR_IDENTITY', 'ERR_STATE'])
  })

  it.each([
    ['PROPOSED', [m.proposed]],
    ['PLAN_DRAFT', m.drafted],
    ['APPROVED', m.approved],
    ['ANNOUNCED', m.announced],
  ])('comes early from %s', (_, given) => {
    expect(cancel(given, '2026-05-21').told().after.state).toBe('CANCELLED')
  })

  it('does not come early once it has begun, nor with the reporter in the reason', () => {
    expect(cancel(m.executing, '2026-05-23').refused()).toBe('ERR_STATE')
    expect(cancel(m.announced, '2026-05-21', '线人王五失联').refused()).toBe('ERR_IDENTITY')
  })
})
