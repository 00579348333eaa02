import { field, refuse } from '#kernel'
import { TestCommissioned } from '../events.js'
import { CONTESTED, publicity } from '../state.js'

/** Time for tests, appraisals and expert reviews does not count. */
export const commissionTest = publicity.step({
  name: 'CommissionTest',
  title: { zh: '委托检测鉴定', en: 'Commission a test' },
  law: ['HNXY:41'],
  from: CONTESTED,
  who: { of: ['platform', 'holder'], office: 'staff' },
  makes: '鉴定委托书',
  input: { test: field.name.meta({ title: '检测鉴定', description: 'Name of the test', examples: ['真伪鉴定'] }) },
  emits: [TestCommissioned],
  decide: ({ test }, { facts }) =>
    facts.tests.includes(test) ? refuse('ERR_GUARD', { guard: 'test-out', test }) : TestCommissioned({ test }),
})
