import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Metrics, ThresholdQuestion } from './index.js'
import { loadRules } from './load.js'

const rules = loadRules()
const SINCE = '2026-03-04'

const metBy = (question: Partial<ThresholdQuestion> & Pick<ThresholdQuestion, 'metrics'>): string[] =>
  rules.evaluate({ actDate: SINCE, ...question }).met.map((one) => one.rule)

const mixed = (goods: number, services: number, flags: string[] = []) =>
  metBy({
    ip: 'trademark',
    acts: ['counterfeit-mixed'],
    flags,
    metrics: { goods_gain: goods * 100, service_gain: services * 100 },
  })

describe('a figure by its other name (rulebook 3.3)', () => {
  it('counts copies sold as the copies of 218, below and above 1,000', () => {
    const copies = (sold: number, unsold: number) =>
      metBy({ offences: ['218'], metrics: { sold_copies: sold, unsold_copies: unsold } })
    expect(copies(999, 2001)).toEqual(['T218-4c'])
    expect(copies(999, 2000)).toEqual([])
    expect(copies(1000, 2500)).toEqual(['T218-3'])
  })

  it('counts labels sold as the labels of 215', () => {
    const labels = (sold: number, unsold: number, flags: string[] = []) =>
      metBy({
        offences: ['215'],
        flags: ['sells_others_labels', ...flags],
        metrics: { sold_label_count: sold, unsold_label_count: unsold },
      })
    expect(labels(9_999, 20_001)).toEqual(['T215-4a'])
    expect(labels(12_000, 20_000)).toEqual(['T215-1a'])
    expect(labels(5_000, 0, ['two_marks'])).toEqual(['T215-2a'])
  })

  it('counts the gain from goods under the goods figure and that from services under the services figure', () => {
    expect(mixed(31_000, 0)).toEqual(['T213G-1a'])
    expect(mixed(29_999, 20_000)).toEqual([])
    expect(mixed(40_000, 5_000)).toEqual(['T213G-1a'])
    expect(mixed(31_000, 60_000).sort()).toEqual(['T213G-1a', 'T213S-1'])
    expect(mixed(300_000, 300_000)).toContain('T213G-X1')
    const services = (gain: number) =>
      metBy({ ip: 'trademark', acts: ['counterfeit-services'], metrics: { service_gain: gain } })
    expect(services(4_999_999)).toEqual([])
    expect(services(6_000_000)).toEqual(['T213S-1'])
    expect(metBy({ ip: 'trademark', acts: ['counterfeit-goods'], metrics: { service_gain: 6_000_000 } })).toEqual([])
  })

  it('takes goods below 30,000 together with services, also with two marks', () => {
    expect(mixed(19_000, 11_000, ['two_marks'])).toEqual(['T213M-2'])
    expect(mixed(19_000, 10_999, ['two_marks'])).toEqual([])
    expect(mixed(25_000, 10_000, ['two_marks']).sort()).toEqual(['T213G-2a', 'T213M-2'])
  })

  it('tries the goods and the services too where only the mixed offence is named', () => {
    const named = (goods: number, services: number) =>
      metBy({ offences: ['counterfeit_mark_mixed'], metrics: { goods_gain: goods, service_gain: services } })
    expect(named(3_000_000, 0)).toEqual(['T213G-1a'])
    expect(named(0, 5_000_000).sort()).toEqual(['T213M-1', 'T213S-1'])
  })

  it('adds what two matters wrote under different names', () => {
    const others = [{ id: 'x', metrics: { goods_gain: 1_000_000 } }]
    expect(metBy({ offences: ['counterfeit_mark_goods'], metrics: { illegal_gain: 2_000_000 }, others })).toEqual([
      'T213G-1a',
    ])
  })
})

describe('a higher figure', () => {
  const RANK = [undefined, 'base', 'serious', 'specially_serious']
  const NAMES = ['illegal_gain', 'illegal_business', 'sales_amount', 'unsold_value', 'goods_gain', 'service_gain']
  const COUNTS = ['label_count', 'sold_label_count', 'unsold_label_count', 'copies', 'sold_copies', 'unsold_copies']
  const figures = fc.dictionary(fc.constantFrom(...NAMES, ...COUNTS), fc.integer({ min: 0, max: 60_000_000 }), {
    minKeys: 1,
    maxKeys: 4,
  })
  const near = fc.dictionary(fc.constantFrom(...COUNTS), fc.integer({ min: 0, max: 40_000 }), {
    minKeys: 1,
    maxKeys: 3,
  })
  const offence = fc.constantFrom('213', '214', '215', '217', '218', 'counterfeit_mark_mixed', undefined)
  const flags = fc.uniqueArray(fc.constantFrom('two_marks', 'repeat_2y', 'sells_others_labels'))
  const day = fc.constantFrom('2026-03-04', '2024-05-01')

  it('never lowers the tier', () => {
    fc.assert(
      fc.property(
        fc.oneof(figures, near),
        offence,
        flags,
        day,
        fc.constantFrom(...NAMES, ...COUNTS),
        fc.integer({ min: 1, max: 30_000_000 }),
        (metrics: Metrics, named, flagged, actDate, name, more) => {
          const tier = (given: Metrics): number =>
            RANK.indexOf(
              rules.evaluate({ actDate, offences: named ? [named] : undefined, flags: flagged, metrics: given }).tier,
            )
          expect(tier({ ...metrics, [name]: (metrics[name] ?? 0) + more })).toBeGreaterThanOrEqual(tier(metrics))
        },
      ),
      { numRuns: 2000 },
    )
  })
})
