import { describe, expect, it } from '@jest/globals'
import type { Envelope } from '#ports'
import { keysOf, sameActor } from './keys.js'
import { matters, mattersOf } from './matters.js'

const FIRM = { name: '某电力器材公司（虚构）', uscc: '91411003MA9FK20288', shop: 's-1' }
const KEYS = ['shop:s-1', 'uscc:91411003MA9FK20288']
const CASE = 'c'.repeat(26)

const envelope = (type: string, data: unknown, state = 'FILED', kind = 'intake/administrative-case'): Envelope =>
  ({
    record: CASE,
    kind,
    occurredAt: '2026-03-02T09:00:00.000+08:00',
    events: [{ id: `${type}-1`, type, data }],
    summary: { state, roles: { holder: ['SAMR-411003'] }, numbers: ['许建市监立案〔2026〕1号'] },
  }) as unknown as Envelope

const folded = (...envelopes: readonly Envelope[]) =>
  envelopes.reduce<ReturnType<typeof matters.fold>>((row, one) => matters.fold(row, one, CASE), undefined)

const filed = envelope('CaseFiled', { subject: FIRM })
const row = {
  id: CASE,
  kind: 'intake/administrative-case',
  agency: 'SAMR-411003',
  stage: 'FILED',
  number: '许建市监立案〔2026〕1号',
  keys: KEYS,
  metrics: {},
  penalties: [],
}

describe('matters by subject', () => {
  it('show agency, number and stage', () => {
    expect(folded(filed)).toEqual(row)
    expect(matters.ids(filed)).toEqual([CASE])
    expect(matters.ids({ ...filed, kind: 'intake/measure' })).toEqual([])
  })

  it('show the matter’s own amount, not what adds up with others', () => {
    const found = { subject: { name: FIRM.name, controller: 'k-1' }, metrics: { illegal_business: 5 } }
    const own = envelope('ThresholdEvaluated', { ...found, basis: 'own' })
    const sum = envelope('ThresholdEvaluated', { ...found, metrics: { illegal_business: 9 }, basis: 'accumulation' })
    expect(folded(filed, own, sum)).toEqual({
      ...row,
      keys: ['controller:k-1', ...KEYS],
      metrics: { illegal_business: 5 },
    })
  })

  it('keep a penalty, once, until it is revoked', () => {
    const penalty = envelope('DecisionMade', { outcome: 'penalise', ip: 'trademark', offence: '214' }, 'DECIDED')
    const penalised = {
      ...row,
      stage: 'DECIDED',
      penalties: [{ event: 'DecisionMade-1', on: '2026-03-02', ip: 'trademark', offences: ['214'] }],
    }
    expect(folded(filed, penalty, penalty)).toEqual(penalised)
    expect(folded(filed, penalty, envelope('DecisionRevoked', {}, 'REVOKED'))).toEqual({ ...row, stage: 'REVOKED' })
    expect(folded(filed, envelope('DecisionMade', { outcome: 'no-penalty', ip: 'trademark' }))).toEqual(row)
  })

  it('are asked for by any key', () => {
    expect(mattersOf(FIRM)).toEqual({ view: 'subject-matters', filter: { keys: { $in: KEYS.toReversed() } } })
    expect(mattersOf(undefined)).toEqual({ view: 'subject-matters', filter: { keys: { $in: [] } } })
  })
})

describe('one actor', () => {
  it('has up to four keys', () => {
    expect(keysOf({ name: '张某（虚构）', person: 'h-1', controller: 'k-1' })).toEqual(['person:h-1', 'controller:k-1'])
    expect(keysOf({ name: '无名摊位' })).toEqual([])
  })

  it.each([
    ['a key in common', FIRM, { name: '别名', shop: 's-1' }, true],
    ['none in common', FIRM, { name: FIRM.name, uscc: '91411002MA9FK1017E' }, false],
    ['the same name where one has no key', FIRM, { name: FIRM.name }, true],
    ['another name where one has no key', { name: '甲' }, { name: '乙' }, false],
  ])('is told by %s', (_what, one, other, same) => {
    expect([sameActor(one, other), sameActor(other, one)]).toEqual([same, same])
  })
})
