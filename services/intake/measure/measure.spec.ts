import { describe, expect, it } from '@jest/globals'
import { STATES } from '../administrative-case/states.js'
import { lead } from '../lead/state.js'
import * as m from './measure.sample.js'
import { measure } from './state.js'
import { completeParty } from './steps/complete-party.js'
import { disposePreserved } from './steps/dispose-preserved.js'
import { endMeasure } from './steps/end-measure.js'
import { extendSeal } from './steps/extend-seal.js'
import { liftSeal } from './steps/lift-seal.js'
import { linkCase } from './steps/link-case.js'
import { noteTest, noteTestResult } from './steps/note-test.js'
import { reportUrgentMeasure } from './steps/report-urgent-measure.js'

const kept = m.on([], m.preserving())
const sealed = m.on([], m.sealing())
const urgentSeal = m.on([], { ...m.sealing({ urgent: true }), by: m.officer })

describe('RegisterPreserve', () => {
  it('scenario 1: seven working days to 06-12, in the dossier of the lead', () => {
    const told = m.told([], m.preserving())
    expect(told.events).toEqual([
      {
        type: 'EvidenceRegistered',
        data: { agency: m.BUREAU, lead: m.LEAD, subject: m.SHOP, ip: 'trademark', goods: m.GOODS, urgent: false },
      },
    ])
    expect([told.after.state, told.papers]).toEqual(['REGISTERED', ['先行登记保存证据通知书', '场所/设施/财物清单']])
    expect(m.clock('CLK-REGKEEP', kept, '2026-06-04')?.due).toBe('2026-06-12')
    expect(m.preserving().step.joins!({}, m.lead())).toBe(m.ID('d'))
  })

  it('is free when nobody does anything', () => {
    expect(m.record(kept, '2026-06-12T23:59').state).toBe('REGISTERED')
    expect(m.record(kept, '2026-06-13').state).toBe('RELEASED')
    expect(measure.auto!.PreservationReleased!(m.record(kept, '2026-06-12').facts, {} as never)).toEqual({
      lead: m.LEAD,
    })
  })

  it('comes from a lead in verification or a case under investigation of the bureau', () => {
    expect(m.refusal([], m.preserving({ lead: undefined }))).toMatchObject({ facts: { guard: 'lead-or-case' } })
    expect(m.refusal([], m.preserving({ case: m.CASE }))).toMatchObject({ facts: { guard: 'lead-or-case' } })
    expect(m.refusal([], m.preserving({}, {}))).toMatchObject({ facts: { guard: 'unknown-lead-or-case' } })
    expect(m.refusal([], m.preserving({}, m.lead({ holder: m.CITY })))).toMatchObject({
      facts: { guard: 'unknown-lead-or-case' },
    })
    expect(m.refusal([], m.preserving({}, m.lead({ ip: undefined })))).toMatchObject({
      facts: { guard: 'right-unknown' },
    })
  })

  it('comes from these states of a lead and of a case, and from no others', () => {
    const ofCase = { lead: undefined, case: m.CASE }
    const possible = <S extends string>(states: Record<S, unknown>, act: (state: S) => m.Act) =>
      (Object.keys(states) as S[]).filter((state) => m.refusal([], act(state))?.facts.guard !== 'not-in-investigation')
    expect(possible(lead.states, (state) => m.preserving({}, m.lead({}, state)))).toEqual([
      'VERIFYING',
      'VERIFY_PAUSED',
    ])
    expect(possible(lead.states, (state) => m.sealing({}, m.lead({}, state)))).toEqual(['VERIFYING', 'VERIFY_PAUSED'])
    expect(possible(STATES, (state) => m.preserving(ofCase, m.filedCase({}, state)))).toEqual([
      'FILED',
      'INVESTIGATING',
    ])
  })

  it('is decided by the responsible person; by officers only on the spot', () => {
    expect(m.refused([], { ...m.preserving(), by: m.officer })).toBe('ERR_WRONG_APPROVER')
    expect(m.refused([], { ...m.preserving(), by: { ...m.officer, office: 'leader' } })).toBe('ERR_SOD')
    const urgent = m.on([], { ...m.preserving({ urgent: true }), by: m.officer })
    expect(m.clock('CLK-URGENT-REPORT', urgent, '2026-06-03T11:00')?.due).toBe('2026-06-04T10:00:00.000+08:00')
    expect(m.clock('CLK-URGENT-REPORT', kept, '2026-06-03T11:00')).toBeUndefined()
  })
})

describe('DisposePreserved', () => {
  const dispose = (input: Record<string, unknown>, at = '2026-06-12T09:30', facts: object = {}) =>
    m.act(disposePreserved, m.leader, at, input, {
      sealed: input.measure
        ? {
            id: input.measure,
            version: 1,
            dossier: m.ID('d'),
            state: 'SEALED',
            facts: { agency: m.BUREAU, goods: m.GOODS, ...facts },
          }
        : undefined,
    })

  it('names the seizure that took the goods over', () => {
    const told = m.told(kept, dispose({ measure: m.ID('s') }))
    expect(told.events).toEqual([
      {
        type: 'PreservedDisposed',
        data: { lead: m.LEAD, returned: false, copied: false, appraisal: false, measure: m.ID('s') },
      },
    ])
    expect([told.after.state, told.papers]).toEqual(['DISPOSED', ['解除先行登记保存证据通知书']])
    expect(
      m.refused(kept, dispose({ measure: m.ID('s') }, '2026-06-12T09:30', { goods: [{ name: '别的', quantity: 1 }] })),
    ).toBe('ERR_GUARD')
    expect(m.refused(kept, dispose({ measure: m.ID('s') }, '2026-06-12T09:30', { agency: m.CITY }))).toBe('ERR_GUARD')
  })

  it('says what is done, in time, by the responsible person', () => {
    expect(m.refused(kept, dispose({}))).toBe('ERR_GUARD')
    expect(m.refused(kept, dispose({ returned: true }))).toBeUndefined()
    expect(m.refused(kept, { ...dispose({ returned: true }), by: m.officer })).toBe('ERR_WRONG_APPROVER')
    expect(m.refused(kept, dispose({ returned: true }, '2026-06-13T09:00'))).toBe('ERR_LATE')
    expect(m.refused(sealed, dispose({ returned: true }))).toBe('ERR_STATE')
  })
})

describe('SealOrSeize', () => {
  it('scenario 1: thirty days to Sunday 07-12, which does not roll; last safe day 07-10', () => {
    expect(m.clock('CLK-SEAL', sealed, '2026-06-13')).toMatchObject({ due: '2026-07-12', lastSafeDay: '2026-07-10' })
    const told = m.told([], m.sealing())
    expect(told.papers).toEqual(['实施行政强制措施决定书', '场所/设施/财物清单', '封条'])
    expect(told.claims).toEqual(['sealed:封签0001:0'])
  })

  it('expires by itself; then it can only be lifted', () => {
    expect(m.record(sealed, '2026-07-12T23:59').state).toBe('SEALED')
    expect(m.record(sealed, '2026-07-13').state).toBe('EXPIRED')
    const told = m.told(sealed, m.act(liftSeal, m.leader, '2026-07-13T09:00', { ground: 'expired' }))
    expect(told.events).toEqual([{ type: 'MeasureLifted', data: { lead: m.LEAD, ground: 'expired' } }])
    expect(told.after.state).toBe('LIFTED')
  })

  it('trade secrets: only the head of the city bureau, who acts on the county’s matter too', () => {
    const secret = (by = m.leader) => ({ ...m.sealing({}, m.lead({ ip: 'business-secret' })), by })
    expect(m.refusal([], { ...secret(), by: { ...m.leader, agency: 'SAMR-411082' } })).toEqual({
      refused: 'ERR_GUARD',
      facts: { guard: 'unknown-lead-or-case' },
    })
    expect(m.refused([], secret())).toBe('ERR_NEED_CITY_HEAD')
    expect(m.refused([], secret(m.head))).toBe('ERR_NEED_CITY_HEAD')
    expect(m.refused([], secret(m.cityLeader))).toBe('ERR_NEED_CITY_HEAD')
    expect(m.refused([], { ...secret(m.officer), input: { ...secret().input, urgent: true } })).toBe(
      'ERR_NEED_CITY_HEAD',
    )
    const told = m.told([], secret(m.cityHead))
    expect(told.after.facts).toMatchObject({ agency: m.BUREAU, approvedBy: m.CITY })
    expect(m.refusal([], { ...m.sealing(), by: m.cityHead })).toMatchObject({
      facts: { guard: 'unknown-lead-or-case' },
    })
  })

  it('never what is sealed already', () => {
    const row = (state: string) => ({ sealed: [{ id: m.ID('o'), state, serials: ['封签0001'] }] })
    expect(m.refused([], m.sealing({ sealedByOther: '某人民法院' }))).toBe('ERR_DOUBLE_SEAL')
    expect(m.refused([], m.sealing({}, row('SEALED')))).toBe('ERR_DOUBLE_SEAL')
    expect(m.refused([], m.sealing({}, row('EXPIRED')))).toBe('ERR_DOUBLE_SEAL')
    expect(m.told([], m.sealing({}, row('LIFTED'))).claims).toEqual(['sealed:封签0001:1'])
    expect(m.sealing().step.claimed).toBe('ERR_DOUBLE_SEAL')
  })

  it('is decided by the responsible person who does not investigate', () => {
    expect(m.refused([], { ...m.sealing(), by: m.officer })).toBe('ERR_WRONG_APPROVER')
    expect(m.refused([], { ...m.sealing(), by: { ...m.leader, person: 'p-second' } })).toBe('ERR_SOD')
  })
})

describe('ReportUrgentMeasure', () => {
  const report = (at: string, by = m.officer) => m.act(reportUrgentMeasure, by, at)

  it('within 24 hours, weekends or not', () => {
    expect(m.clock('CLK-URGENT-REPORT', urgentSeal, '2026-06-12T10:00')?.due).toBe('2026-06-13T09:00:00.000+08:00')
    const reported = m.on(urgentSeal, report('2026-06-13T09:00'))
    expect(m.clock('CLK-URGENT-REPORT', reported, '2026-06-13T10:00')?.state).toBe('satisfied')
    expect(m.refused(reported, report('2026-06-13T10:00'))).toBe('ERR_GUARD')
    expect(m.refused(sealed, report('2026-06-12T10:00'))).toBe('ERR_GUARD')
  })

  it('late is a breach and still possible', () => {
    expect(m.clock('CLK-URGENT-REPORT', urgentSeal, '2026-06-13T09:01')?.state).toBe('breached')
    expect(m.refused(urgentSeal, report('2026-06-14T09:00', m.leader))).toBeUndefined()
  })
})

describe('ExtendSeal', () => {
  const extend = (at: string, needs: object = {}, by = m.leader) =>
    m.act(extendSeal, by, at, { reasons: '案情复杂' }, needs)

  it('scenario 1: on 07-10 to 08-11, once', () => {
    const extended = m.on(sealed, extend('2026-07-10T09:00'))
    expect(m.clock('CLK-SEAL', extended, '2026-07-11')?.due).toBe('2026-08-11')
    expect(m.refused(extended, extend('2026-08-10T09:00'))).toBe('ERR_CLOCK_RULE')
  })

  it('on 07-13 it is too late: the seal expired on 07-12', () => {
    expect(m.refused(sealed, extend('2026-07-13T09:00'))).toBe('ERR_CLOCK_RULE')
  })

  it('before the decision, by the responsible person', () => {
    const linked = m.on(sealed, m.act(linkCase, m.SYSTEM, '2026-06-12T10:00', { case: m.CASE }))
    expect(m.refused(linked, extend('2026-07-10T09:00', m.filedCase({}, 'UNDER_REVIEW')))).toBeUndefined()
    expect(m.refused(linked, extend('2026-07-10T09:00', m.filedCase({}, 'CRIMINAL_TRANSFERRED')))).toBeUndefined()
    expect(m.refused(linked, extend('2026-07-10T09:00', m.filedCase({}, 'DECIDED')))).toBe('ERR_GUARD')
    expect(m.refused(sealed, extend('2026-07-10T09:00', {}, m.officer))).toBe('ERR_WRONG_APPROVER')
    expect(m.refused(kept, extend('2026-06-04T09:00'))).toBe('ERR_STATE')
  })
})

describe('tests of the goods', () => {
  const out = (kind: string) =>
    m.on(sealed, m.act(noteTest, m.SYSTEM, '2026-06-16T09:00', { test: '一', kind, measure: m.ID('m') }))
  const back = m.act(noteTestResult, m.SYSTEM, '2026-06-26T09:00', {
    test: '一',
    outcome: 'infringing',
    measure: m.ID('m'),
  })

  it('stop the clock of the goods, but for identification by the right holder', () => {
    expect(m.clock('CLK-SEAL', out('appraisal'), '2026-06-17')?.state).toBe('paused')
    expect(m.clock('CLK-SEAL', m.on(out('appraisal'), back), '2026-06-27')?.due).toBe('2026-07-22')
    expect(m.clock('CLK-SEAL', out('identification'), '2026-06-17')).toMatchObject({
      state: 'running',
      due: '2026-07-12',
    })
    expect(m.clock('CLK-SEAL', m.on(out('identification'), back), '2026-06-27')?.due).toBe('2026-07-12')
  })

  it('of goods that are not sealed change nothing', () => {
    expect(
      m.told(kept, m.act(noteTest, m.SYSTEM, '2026-06-04T09:00', { test: '一', kind: 'test', measure: m.ID('m') }))
        .events,
    ).toEqual([])
    expect(m.told(sealed, back).events).toEqual([])
  })
})

describe('the end', () => {
  const end = (ground: string, at = '2026-07-01T09:00') => m.act(endMeasure, m.SYSTEM, at, { ground })

  it.each([
    ['confiscated', '解除行政强制措施决定书'],
    ['returned', '解除行政强制措施决定书'],
    ['handed-over', '查封/扣押物品移送告知书'],
  ])('%s: lifted, with the paper for it', (ground, paper) => {
    const told = m.told(sealed, end(ground))
    expect(told.events).toEqual([{ type: 'MeasureLifted', data: { lead: m.LEAD, ground } }])
    expect([told.after.state, told.papers]).toEqual(['LIFTED', [paper]])
    expect(told.after.clocks.find(({ id }) => id === 'CLK-SEAL')?.state).toBe('satisfied')
  })

  it('of an expired one too; a second changes nothing', () => {
    expect(m.told(sealed, end('confiscated', '2026-07-20T09:00')).after.state).toBe('LIFTED')
    expect(m.told(m.on(sealed, end('returned')), end('confiscated', '2026-07-02T09:00')).events).toEqual([])
    expect(m.told(kept, end('returned', '2026-06-10T09:00')).events).toEqual([])
  })

  it('lifted by hand for a reason that holds', () => {
    const lift = (ground: string, by = m.leader) => m.act(liftSeal, by, '2026-07-01T09:00', { ground })
    expect(m.told(sealed, lift('no-need')).papers).toEqual(['解除行政强制措施决定书'])
    expect(m.refused(sealed, lift('expired'))).toBe('ERR_GUARD')
    expect(m.refused(sealed, lift('no-need', m.officer))).toBe('ERR_WRONG_APPROVER')
    expect(m.refused(kept, { ...lift('no-need'), at: '2026-06-10T09:00' })).toBe('ERR_STATE')
  })

  it('the case is linked once, until another takes its file over', () => {
    const link = (id: string) => m.act(linkCase, m.SYSTEM, '2026-06-12T10:00', { case: id })
    expect(m.told(sealed, link(m.CASE)).events).toEqual([{ type: 'CaseLinked', data: { case: m.CASE } }])
    const linked = m.on(sealed, link(m.CASE))
    expect(m.told(linked, link(m.ID('e'))).events).toEqual([])
    const over = { case: m.ID('e'), agency: 'SAMR-411003', takesOver: true }
    const told = m.told(linked, m.act(linkCase, m.SYSTEM, '2026-06-20T10:00', over))
    expect(told.events).toEqual([{ type: 'CaseLinked', data: { case: m.ID('e'), agency: 'SAMR-411003' } }])
    expect([told.after.facts.case, told.after.facts.agency]).toEqual([m.ID('e'), 'SAMR-411003'])
  })
})

describe('CompleteParty', () => {
  const completing = (input: object) => m.act(completeParty, m.officer, '2026-06-25T09:00', { ...input })

  it('adds what was not known of the party, and nothing else', () => {
    const told = m.told(sealed, completing({ address: '示范路 1 号' }))
    expect(told.events).toEqual([{ type: 'PartyCompleted', data: { address: '示范路 1 号' } }])
    expect([told.after.state, told.after.facts.subject]).toEqual(['SEALED', { ...m.SHOP, address: '示范路 1 号' }])
  })

  it('never says otherwise what stands, nor nothing', () => {
    const done = m.on(sealed, completing({ address: '示范路 1 号' }))
    expect(m.refusal(done, completing({ address: '示范路 2 号' }))).toMatchObject({
      refused: 'ERR_GUARD',
      facts: { guard: 'party-known', missing: ['address'] },
    })
    expect(m.refusal(sealed, completing({}))).toMatchObject({ facts: { guard: 'party-known', missing: [] } })
    expect(m.refusal(sealed, completing({ address: '举报人张三的住所' }))).toMatchObject({ refused: 'ERR_IDENTITY' })
  })
})
