import { expect, it } from '@jest/globals'
import { loadRules } from '#rules'
import { factUnits } from '#shell'
import { services } from './services.js'

const units = factUnits(services)
const rules = loadRules()
const FEN = { format: 'fen', zh: '分', en: 'fen' }

it('money among the facts is said to be money, wherever it stands', () =>
  expect(
    units(rules, 'intake/administrative-case', {
      decision: { fine: 15_000_000, confiscation: 0, subject: { name: '某厂' } },
      debt: { principal: 15_000_000, surchargePaid: 0 },
      officers: ['p1'],
    }),
  ).toEqual({
    'decision.fine': FEN,
    'decision.confiscation': FEN,
    'debt.principal': FEN,
    'debt.surchargePaid': FEN,
  }))

it('a figure is counted as the rules count it', () => {
  const facts = {
    amounts: [
      { metric: 'illegal_business', value: 8_600_000 },
      { metric: 'copies', value: 500 },
    ],
  }
  expect(units(rules, 'routing/transfer', facts)).toEqual({
    'amounts.0.value': FEN,
    'amounts.1.value': { zh: '份', en: 'copies' },
  })
  expect(units(rules, 'intake/lead', { metrics: { illegal_gain: 2_100_000, members: 1000 } })).toEqual({
    'metrics.illegal_gain': FEN,
    'metrics.members': { zh: '人', en: 'members' },
  })
})

it('goods are counted in the unit that the list has', () =>
  expect(units(rules, 'intake/measure', { goods: [{ name: '发饰', quantity: 800, unit: '件' }] })).toEqual({
    'goods.0.quantity': { zh: '件', en: '件' },
  }))

it('what nobody counts has no unit', () => expect(units(rules, 'intake/measure', { seq: 3, none: null })).toEqual({}))
