import { administrativeCase as contracts } from '#contracts'
import { field, firstOf, refuse } from '#kernel'
import { TEST, titled } from '../../form.js'
import { TestCommissioned } from '../events.js'
import { administrativeCase } from '../state.js'
import { bureau } from '../who.js'

/** Sends something to be tested or identified; the days until the result do not count for the case. */
export const commissionTest = administrativeCase.step({
  name: 'CommissionTest',
  title: { zh: '委托检验鉴定或辨认', en: 'Commission a test' },
  law: ['PROC:31', 'PROC:64', 'QZF:25'],
  from: ['FILED', 'INVESTIGATING'],
  who: bureau,
  makes: ({ kind }) => [kind === 'identification' ? '协助辨认/鉴别通知书' : '鉴定委托书', '期间告知书'],
  input: {
    test: titled(field.name, '检验鉴定名称', 'Name of the test, unique in the case', TEST),
    kind: titled(field.oneOf(...contracts.TEST_KINDS), '种类', 'Kind'),
    measure: titled(field.recordOf('intake/measure').optional(), '涉及的强制措施', 'Measure whose goods are tested'),
    body: titled(field.name.optional(), '受托机构或权利人', 'Who tests', '某检验检测中心'),
    holder: titled(field.subject.optional(), '请其辨认的权利人', 'The right holder that identifies the goods itself'),
  },
  emits: [TestCommissioned],
  decide: (input, { facts }) =>
    firstOf(
      facts.testNames.includes(input.test) && refuse('ERR_GUARD', { guard: 'test-name-used', test: input.test }),
      input.measure !== undefined &&
        !facts.measures.includes(input.measure) &&
        refuse('ERR_GUARD', { guard: 'measure-of-another-case', measure: input.measure }),
    ) ?? TestCommissioned(input),
})
