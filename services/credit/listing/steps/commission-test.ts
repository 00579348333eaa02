import { field, refuse } from '#kernel'
import { TestCommissioned } from '../events.js'
import { listing } from '../state.js'

/** Time for tests, appraisals and expert reviews does not count. */
export const commissionTest = listing.step({
  name: 'CommissionTest',
  title: { zh: '委托检测鉴定', en: 'Commission a test' },
  law: ['HNXY:41'],
  from: ['OBJECTED'],
  who: { of: ['platform', 'holder'], office: 'staff' },
  makes: '鉴定委托书',
  input: { test: field.name.meta({ title: '检测鉴定', description: 'Name of the test', examples: ['真伪鉴定'] }) },
  emits: [TestCommissioned],
  decide: ({ test }, { facts }) =>
    facts.tests.includes(test) ? refuse('ERR_GUARD', { guard: 'test-out', test }) : TestCommissioned({ test }),
})
