import { describe, expect, it } from '@jest/globals'
import { acknowledgeNotice } from './steps/acknowledge-notice.js'
import { decideRecon } from './steps/decide-recon.js'
import { filePolice } from './steps/file-police.js'
import { refusePolice } from './steps/refuse-police.js'
import { requestRecon } from './steps/request-recon.js'
import * as m from './matter.sample.js'

const clockOf = (clocks: readonly { id: string }[], id: string) => clocks.find((clock) => clock.id === id)

describe('the police file', () => {
  const file = (given: readonly (typeof m.sent)[], input: Record<string, unknown> = {}, at = '2026-03-09T10:00') =>
    m.spec.given(...given).when(filePolice, { by: m.POLICE, at, input })

  it('and the agency has three days to hand over', () => {
    const told = file(m.untilReceived).told()
    expect(told.events).toEqual([
      { type: 'PoliceFiled', data: { case: m.CASE, police: 'PSB-411003', servedOn: '2026-03-09' } },
    ])
    expect([told.after.state, told.papers]).toEqual(['POLICE_FILED', ['立案决定书', '立案通知书']])
    expect(clockOf(told.after.clocks, 'CLK-PSB-DECIDE')).toMatchObject({ state: 'satisfied' })
    expect(clockOf(told.after.clocks, 'CLK-HANDOVER')).toMatchObject({ state: 'running', due: '2026-03-12' })
  })

  it.each([
    ['while material is awaited', m.supplementing],
    ['after their refusal', m.refused()],
    ['after the reconsideration', m.upheld()],
    ['when supervision was suggested', m.supervised],
    ['when asked for reasons', m.explaining],
    [
      'on order',
      [...m.explained, m.at('2026-03-19', m.happened.FilingOrdered({ reasons: '应当立案', servedOn: '2026-03-19' }))],
    ],
  ])('%s', (_, given) => {
    const told = file(given, {}, '2026-03-20T10:00').told()
    expect([told.after.state, told.after.overlays]).toEqual(['POLICE_FILED', []])
  })

  it('and the clock waits for the notice', () => {
    expect(clockOf(file(m.untilReceived, { servedOn: null }).told().after.clocks, 'CLK-HANDOVER')).toBeUndefined()
  })

  it('not before the receipt, nor with a notice served tomorrow', () => {
    expect(file(m.untilSent).refused()).toBe('ERR_STATE')
    expect(file(m.untilReceived, { servedOn: '2026-03-10' }).refused()).toBe('ERR_DATE')
  })
})

describe('the police refuse', () => {
  const refuse = (given: readonly (typeof m.sent)[], input: Record<string, unknown> = {}) =>
    m.spec.given(...given).when(refusePolice, {
      by: m.POLICE,
      at: '2026-03-09T10:00',
      input: { ground: 'minor', reasons: '情节轻微', ...input },
    })

  it('with reasons, and the case comes back on the day of receipt', () => {
    const told = refuse(m.untilReceived).told()
    expect(told.events).toEqual([
      {
        type: 'PoliceRefused',
        data: { case: m.CASE, police: 'PSB-411003', ground: 'minor', reasons: '情节轻微', servedOn: '2026-03-09' },
      },
    ])
    expect([told.after.state, told.after.overlays, told.papers]).toEqual([
      'REFUSED',
      ['BACK_TO_ADMIN'],
      ['不予立案通知书'],
    ])
    expect(clockOf(told.after.clocks, 'CLK-TF-RECON')).toMatchObject({ state: 'running', due: '2026-03-12' })
  })

  it('and while the notice is on its way the case stays', () => {
    const told = refuse(m.untilReceived, { servedOn: null }).told()
    expect([told.after.overlays, clockOf(told.after.clocks, 'CLK-TF-RECON')]).toEqual([[], undefined])
  })

  it('never for missing material, nor instead of the receipt', () => {
    expect(refuse(m.incomplete, { ground: 'incomplete' }).refusal()).toEqual({
      refused: 'ERR_MUST_ACCEPT',
      facts: { ground: 'incomplete', missing: ['涉案物品清单'] },
    })
    expect(refuse(m.supplementing, { ground: 'incomplete' }).refused()).toBe('ERR_MUST_ACCEPT')
    expect(refuse(m.untilSent).refused()).toBe('ERR_MUST_ACCEPT')
  })

  it('and say on what ground', () => {
    expect(() => refuse(m.untilReceived, { ground: undefined, reasons: '材料不全' }).told()).toThrow('ground')
  })

  it('never what belongs to other police', () => {
    const foreign = [
      ...m.untilSent,
      m.at(
        '2026-03-07T12:00',
        m.happened.TransferReceived({ ...m.MATTER, police: 'PSB-411003', ownField: false, complete: true }),
      ),
    ]
    expect(refuse(foreign).refusal()).toEqual({ refused: 'ERR_GUARD', facts: { guard: 'forward-instead' } })
  })

  it('once, and without a word on the reporter', () => {
    expect(refuse(m.refused()).refused()).toBe('ERR_STATE')
    expect(refuse(m.untilReceived, { reasons: '举报人电话13800000000无法接通' }).refused()).toBe('ERR_IDENTITY')
  })
})

describe('a paper that was not served at once', () => {
  const acknowledge = (
    given: readonly (typeof m.sent)[],
    input: Record<string, unknown> = {},
    by = m.OFFICER,
    at = '2026-03-11T09:00',
  ) => m.spec.given(...given).when(acknowledgeNotice, { by, at, input })

  it('counts from its receipt', () => {
    const told = acknowledge(m.refused(null), { of: 'PoliceRefused', on: '2026-03-10' }).told()
    expect(told.events).toEqual([
      { type: 'NoticeReceived', data: { case: m.CASE, ...m.ABOUT, of: 'PoliceRefused', on: '2026-03-10' } },
    ])
    expect([told.after.state, told.after.overlays, told.papers]).toEqual(['REFUSED', ['BACK_TO_ADMIN'], ['签收']])
    expect(clockOf(told.after.clocks, 'CLK-TF-RECON')).toMatchObject({ state: 'running', due: '2026-03-13' })
  })

  it('is the latest on its way when none is named, received today when no day is', () => {
    const told = acknowledge(m.filed(null)).told()
    expect(told.events[0]?.data).toMatchObject({ of: 'PoliceFiled', on: '2026-03-11' })
    expect(clockOf(told.after.clocks, 'CLK-HANDOVER')).toMatchObject({ strict: '2026-03-14', due: '2026-03-16' })
    expect(told.after.overlays).toEqual([])
  })

  it.each([
    [
      'a second time',
      [
        ...m.refused(null),
        m.at(
          '2026-03-10',
          m.happened.NoticeReceived({ ...m.MATTER, ...m.ABOUT, of: 'PoliceRefused', on: '2026-03-10' }),
        ),
      ],
      m.OFFICER,
    ],
    ['when it was served at once', m.refused(), m.OFFICER],
    ['by the side that wrote it', m.refused(null), m.POLICE],
  ])('is not acknowledged %s', (_, given, by) => {
    expect(acknowledge(given, { of: 'PoliceRefused' }, by).refusal()).toEqual({
      refused: 'ERR_GUARD',
      facts: { guard: 'nothing-to-acknowledge', of: 'PoliceRefused' },
    })
  })

  it('is not received before it was written, nor tomorrow', () => {
    expect(acknowledge(m.refused(null), { on: '2026-03-08' }).refused()).toBe('ERR_DATE')
    expect(acknowledge(m.refused(null), { on: '2026-03-12' }).refused()).toBe('ERR_DATE')
  })

  it('has a place in the states that know one', () => {
    expect(acknowledge(m.untilReceived).refused()).toBe('ERR_STATE')
  })

  it('goes to the police when it is for them', () => {
    const asked = [
      ...m.refused(),
      m.at('2026-03-10', m.happened.ReconRequested({ reasons: '数额已达标准', servedOn: null })),
    ]
    const told = acknowledge(asked, {}, m.POLICE).told()
    expect(clockOf(told.after.clocks, 'CLK-PSB-RECON')).toMatchObject({ strict: '2026-03-14', due: '2026-03-16' })
  })
})

describe('reconsideration', () => {
  const request = (given: readonly (typeof m.sent)[], at = '2026-03-11T10:00') =>
    m.spec.given(...given).when(requestRecon, { by: m.OFFICER, at, input: { reasons: '数额已达标准' } })
  const decide = (
    filed: boolean,
    given: readonly (typeof m.sent)[] = m.reconAsked,
    input: Record<string, unknown> = {},
  ) => m.spec.given(...given).when(decideRecon, { by: m.POLICE, at: '2026-03-13T10:00', input: { filed, ...input } })

  it('is asked of the same police within three days', () => {
    const told = request(m.refused()).told()
    expect(told.events).toEqual([{ type: 'ReconRequested', data: { reasons: '数额已达标准', servedOn: '2026-03-11' } }])
    expect([told.after.state, told.papers]).toEqual(['RECON_REQUESTED', ['复议申请书']])
    expect(clockOf(told.after.clocks, 'CLK-PSB-RECON')).toMatchObject({
      state: 'running',
      strict: '2026-03-14',
      due: '2026-03-16',
    })
    expect(clockOf(told.after.clocks, 'CLK-TF-RECON')).toMatchObject({ state: 'satisfied' })
  })

  it('is not asked on the fourth day, before the refusal is in hand, or twice', () => {
    expect(request(m.refused(), '2026-03-13T09:00').refused()).toBe('ERR_LATE')
    expect(request(m.refused(null)).refusal()).toEqual({
      refused: 'ERR_GUARD',
      facts: { guard: 'not-served', of: 'PoliceRefused' },
    })
    expect(request(m.reconAsked, '2026-03-12T09:00').refused()).toBe('ERR_STATE')
  })

  it('ends in a filing', () => {
    const told = decide(true).told()
    expect(told.events).toEqual([{ type: 'ReconDecided', data: { case: m.CASE, filed: true, servedOn: '2026-03-13' } }])
    expect([told.after.state, told.after.overlays, told.papers]).toEqual([
      'POLICE_FILED',
      [],
      ['复议决定书', '立案决定书', '立案通知书'],
    ])
    expect(clockOf(told.after.clocks, 'CLK-HANDOVER')).toMatchObject({ due: '2026-03-16' })
  })

  it('or upholds the refusal, and the agency has three days to go to the procuratorate', () => {
    const told = decide(false).told()
    expect([told.after.state, told.after.overlays, told.papers]).toEqual([
      'RECON_UPHELD',
      ['BACK_TO_ADMIN'],
      ['复议决定书'],
    ])
    expect(clockOf(told.after.clocks, 'CLK-TF-SUPV')).toMatchObject({ state: 'running', due: '2026-03-16' })
  })

  it('is decided once it was asked', () => {
    expect(decide(true, m.refused()).refused()).toBe('ERR_STATE')
    expect(decide(true, m.reconAsked, { servedOn: '2026-03-14' }).refused()).toBe('ERR_DATE')
  })
})
