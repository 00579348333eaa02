import { describe, expect, it } from '@jest/globals'
import { askSupplement } from './steps/ask-supplement.js'
import { forwardCase } from './steps/forward-case.js'
import { sendToPolice } from './steps/send-to-police.js'
import { signReceipt } from './steps/sign-receipt.js'
import { supplement } from './steps/supplement.js'
import { specOf } from '#kernel/spec'
import { rules } from '../city.sample.js'
import { routing } from '../service.js'
import * as m from './matter.sample.js'

const ALL = { 涉嫌犯罪案件移送书: ['m1'], 调查报告: ['r1'], 涉案物品清单: ['g1'], 检验报告: ['t1'], 其他材料: ['o1'] }
const without = (title: keyof typeof ALL) => ({ ...ALL, [title]: [] })

describe('sending to the police', () => {
  const send = (
    input: Record<string, unknown> = {},
    at = '2026-03-07T11:00',
    by = m.OFFICER,
    given = m.untilApproval,
  ) => m.spec.given(...given).when(sendToPolice, { by, at, input: { to: 'PSB-411003', enclosures: ALL, ...input } })

  it('goes to the police of the same level with a copy to the procuratorate, within 24 hours through a Saturday', () => {
    const told = send().told()
    expect(told.events).toEqual([
      {
        type: 'SentToPolice',
        data: {
          case: m.CASE,
          ...m.ABOUT,
          to: 'PSB-411003',
          copiedTo: 'PROC-411003',
          court: 'COURT-411003',
          missing: [],
        },
      },
    ])
    expect([told.after.state, told.papers, told.warnings]).toEqual(['SENT', ['涉嫌犯罪案件移送书'], []])
    expect(told.after.clocks.find((clock) => clock.id === 'CLK-TF-SEND')?.state).toBe('satisfied')
  })

  it('is still possible on Monday, 41 hours late', () => {
    const told = send({}, '2026-03-09T09:00').told()
    expect(told.after.state).toBe('SENT')
    expect(told.after.clocks.find((clock) => clock.id === 'CLK-TF-SEND')).toMatchObject({
      state: 'breached',
      lateBy: { n: 41, unit: 'H' },
    })
  })

  it('needs the letter', () => {
    expect(send({ enclosures: without('涉嫌犯罪案件移送书') }).refusal()).toEqual({
      refused: 'ERR_DOC_MISSING',
      facts: { missing: ['涉嫌犯罪案件移送书'] },
    })
  })

  it('warns of an enclosure that is named as missing, and goes out', () => {
    const told = send({ enclosures: without('涉案物品清单'), missing: { 涉案物品清单: '正在清点' } }).told()
    expect([told.warnings, told.after.state]).toEqual([['ENCLOSURE_MISSING'], 'SENT'])
    const why = { 涉案物品清单: '正在清点' }
    expect(told.events[0]?.data).toMatchObject({ missing: ['涉案物品清单'], missingWhy: why })
    expect(told.after.facts).toMatchObject({ missing: ['涉案物品清单'], missingWhy: why })
    const given = { to: 'PSB-411003', enclosures: {}, missing: why }
    const makes = sendToPolice.makes as (input: unknown, record: unknown, context: object) => unknown
    const fields = { to: 'PSB-411003', missing: ['涉案物品清单'], missingWhy: why }
    expect(makes(given, {}, { needs: { held: [] } })).toEqual([{ title: '涉嫌犯罪案件移送书', fields }])
    const wigs = { name: '假发', quantity: 40, unit: '件' }
    const held = [{ id: m.CASE, agency: 'SAMR-411003', open: true, kind: 'seize', goods: [wigs] }]
    expect(makes(given, {}, { needs: { held } })).toEqual([
      { title: '涉嫌犯罪案件移送书', fields: { ...fields, goods: [{ ...wigs, held: 'seize' }] } },
    ])
  })

  it('warns when nothing is said of further material, the fifth enclosure (GWY310 6)', () => {
    const silent = send({ enclosures: without('其他材料') }).told()
    expect([silent.warnings, silent.after.state]).toEqual([['ENCLOSURE_MISSING'], 'SENT'])
    expect(silent.after.facts).toMatchObject({ missing: [] })
    const named = send({ enclosures: without('其他材料'), missing: { 其他材料: '没有' } }).told()
    expect(named.warnings).toEqual(['ENCLOSURE_MISSING'])
    expect(named.after.facts).toMatchObject({ missing: ['其他材料'] })
  })

  it('does not tell who reported by the reason', () => {
    const telling = { 涉案物品清单: '举报人周某处取回中' }
    expect(send({ enclosures: without('涉案物品清单'), missing: telling }).refusal()).toEqual({
      refused: 'ERR_IDENTITY',
      facts: { field: 'missing.涉案物品清单', what: 'reporter' },
    })
  })

  it('does not pass over an enclosure in silence', () => {
    expect(send({ enclosures: without('检验报告') }).refusal()).toEqual({
      refused: 'ERR_DOC_MISSING',
      facts: { missing: ['检验报告'] },
    })
  })

  it('knows a paper by its short names', () => {
    expect(send({ enclosures: { ...without('检验报告'), 鉴定意见: ['t1'] } }).refused()).toBeUndefined()
  })

  it.each([
    ['the city police', 'PSB-411000', 'ERR_WRONG_LEVEL'],
    ['the police of another county', 'PSB-411081', 'ERR_WRONG_LEVEL'],
    ['who is not the police', 'SAMR-411081', 'ERR_GUARD'],
  ])('not to %s', (_, to, code) => {
    expect(send({ to }).refused()).toBe(code)
  })

  it('not where nobody supervises', () => {
    const sameLevel: typeof rules.sameLevel = (code, kind) =>
      kind === 'PROC' ? undefined : rules.sameLevel(code, kind)
    const without = specOf(routing.records[0]!, { ...rules, sameLevel })
    const facts = { guard: 'no-procuratorate', agency: 'SAMR-411003' }
    const asked = { by: m.OFFICER, at: '2026-03-07T11:00', input: { to: 'PSB-411003', enclosures: ALL } }
    expect(
      without
        .given(...m.untilApproval)
        .when(sendToPolice, asked)
        .refusal()?.facts,
    ).toEqual(facts)
  })

  it('not before it is approved, nor twice', () => {
    expect(send({}, '2026-03-06T10:00', m.OFFICER, m.untilReport).refused()).toBe('ERR_STATE')
    expect(send({}, '2026-03-07T12:00', m.OFFICER, m.untilSent).refused()).toBe('ERR_STATE')
  })
})

describe('the receipt', () => {
  const sign = (input: Record<string, unknown> = {}, given = m.untilSent) =>
    m.spec.given(...given).when(signReceipt, { by: m.POLICE, at: '2026-03-07T12:00', input })
  const unlisted = m.incomplete.slice(0, -1)

  it('is signed, and the three days begin', () => {
    const told = sign().told()
    expect(told.events).toEqual([
      { type: 'TransferReceived', data: { case: m.CASE, police: 'PSB-411003', ownField: true, complete: true } },
    ])
    expect([told.after.state, told.papers]).toEqual(['RECEIVED_BY_POLICE', ['受案登记表', '移送书回执']])
    expect(told.after.clocks.find((clock) => clock.id === 'CLK-PSB-DECIDE')).toMatchObject({
      state: 'running',
      due: '2026-03-10',
    })
  })

  it('of incomplete material gives the police 24 hours to ask', () => {
    const told = sign({}, unlisted).told()
    expect(told.events[0]?.data).toMatchObject({ complete: false })
    expect(told.after.clocks.find((clock) => clock.id === 'CLK-PSB-SUPP-ASK')).toMatchObject({
      due: '2026-03-08T12:00:00.000+08:00',
    })
  })

  it('of a case of others gives them 24 hours to forward it', () => {
    const { clocks } = sign({ ownField: false }).told().after
    expect(clocks.find((clock) => clock.id === 'CLK-PSB-FORWARD')).toMatchObject({
      due: '2026-03-08T12:00:00.000+08:00',
    })
    expect(clocks.some((clock) => clock.id === 'CLK-PSB-DECIDE')).toBe(false)
  })

  it('may not be denied', () => {
    expect(sign({ accept: false }, unlisted).refusal()).toEqual({
      refused: 'ERR_MUST_ACCEPT',
      facts: { missing: ['涉案物品清单'] },
    })
  })

  it('is signed once', () => {
    expect(
      m.spec
        .given(...m.untilReceived)
        .when(signReceipt, { by: m.POLICE, at: '2026-03-07T13:00' })
        .refused(),
    ).toBe('ERR_STATE')
  })
})

describe('missing material', () => {
  const ask = (input: Record<string, unknown> = {}, at = '2026-03-08T09:00', given = m.incomplete) =>
    m.spec.given(...given).when(askSupplement, { by: m.POLICE, at, input })
  const bring = (enclosures: object, at = '2026-03-10T09:00', given = m.supplementing) =>
    m.spec.given(...given).when(supplement, { by: m.OFFICER, at, input: { enclosures } })

  it('is asked for within 24 hours; the three days of the police run on', () => {
    const told = ask().told()
    expect(told.events).toEqual([
      { type: 'SupplementRequested', data: { what: ['涉案物品清单'], servedOn: '2026-03-08' } },
    ])
    expect([told.after.state, told.papers]).toEqual(['SUPPLEMENTING', ['补正材料通知书']])
    expect(told.after.clocks.map(({ id, state, due }) => [id, state, due])).toContainEqual([
      'CLK-PSB-DECIDE',
      'running',
      '2026-03-10',
    ])
    expect(told.after.clocks.map(({ id, state, due }) => [id, state, due])).toContainEqual([
      'CLK-SUPP',
      'running',
      '2026-03-11',
    ])
  })

  it('is not asked for later', () => {
    expect(ask({}, '2026-03-08T12:01').refused()).toBe('ERR_LATE')
  })

  it('is not asked for when the receipt says that all is there', () => {
    expect(ask({ what: ['账册'] }, '2026-03-07T13:00', m.untilReceived).refusal()).toEqual({
      refused: 'ERR_GUARD',
      facts: { guard: 'complete' },
    })
  })

  it('is named', () => {
    expect(ask({ what: [] }).refusal()).toEqual({ refused: 'ERR_GUARD', facts: { guard: 'nothing-named' } })
  })

  it('comes from the agency', () => {
    const told = bring({ 涉案物品清单: ['g1'] }).told()
    expect(told.events).toEqual([{ type: 'Supplemented', data: { titles: ['涉案物品清单'] } }])
    expect([told.after.state, told.after.facts]).toMatchObject(['RECEIVED_BY_POLICE', { missing: [] }])
  })

  it('does not come empty, nor late', () => {
    expect(bring({ 涉案物品清单: [] }).refused()).toBe('ERR_DOC_MISSING')
    expect(bring({ 涉案物品清单: ['g1'] }, '2026-03-12T09:00').refused()).toBe('ERR_LATE')
  })
})

describe('forwarding', () => {
  const foreign = [
    ...m.untilSent,
    m.at(
      '2026-03-07T12:00',
      m.happened.TransferReceived({ ...m.MATTER, police: 'PSB-411003', ownField: false, complete: true }),
    ),
  ]
  const forward = (to: string, given = foreign) =>
    m.spec.given(...given).when(forwardCase, { by: m.POLICE, at: '2026-03-08T09:00', input: { to } })
  const forwarded = [
    ...foreign,
    m.at(
      '2026-03-08T09:00',
      m.happened.CaseForwarded({ ...m.MATTER, to: 'PSB-411081', copiedTo: 'PROC-411081', court: 'COURT-411081' }),
    ),
  ]

  it('goes to the competent police and their procuratorate', () => {
    const told = forward('PSB-411081').told()
    expect(told.events).toEqual([
      {
        type: 'CaseForwarded',
        data: { case: m.CASE, to: 'PSB-411081', copiedTo: 'PROC-411081', court: 'COURT-411081' },
      },
    ])
    expect(told.after.facts).toMatchObject({ police: 'PSB-411081', prosecutor: 'PROC-411081', former: ['PSB-411003'] })
    expect([told.after.state, told.papers]).toEqual(['FORWARDED', ['移送案件通知书']])
  })

  it('begins new three days with the receipt of the other police', () => {
    const given = [...m.untilReceived, ...forwarded.slice(-1)]
    const told = m.spec
      .given(...given)
      .when(signReceipt, { by: m.OTHER_POLICE, at: '2026-03-09T10:00' })
      .told()
    expect(told.events[0]?.data).toMatchObject({ police: 'PSB-411081' })
    expect(told.after.clocks.find((clock) => clock.id === 'CLK-PSB-DECIDE')).toMatchObject({
      state: 'running',
      due: '2026-03-12',
    })
  })

  it.each([
    ['to themselves', 'PSB-411003', 'own-field'],
    ['to who is not the police', 'SAMR-411081', 'not-police'],
  ])('not %s', (_, to, guard) => {
    expect(forward(to).refusal()).toEqual({ refused: 'ERR_GUARD', facts: { guard, to } })
  })

  it('not once it is forwarded', () => {
    expect(forward('PSB-411081', forwarded).refused()).toBe('ERR_STATE')
  })
})
