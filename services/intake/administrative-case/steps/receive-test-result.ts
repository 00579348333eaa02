import { administrativeCase as contracts } from '#contracts'
import { field, refuse } from '#kernel'
import { enclosures, TEST, titled } from '../../form.js'
import { TestReceived } from '../events.js'
import { administrativeCase } from '../state.js'
import { bureau } from '../who.js'

/** The result is in, or nobody answered within the time set: the clock goes on from the next day. */
export const receiveTestResult = administrativeCase.step({
  name: 'ReceiveTestResult',
  title: { zh: '收到检验鉴定或辨认结果', en: 'Receive a test result' },
  law: ['PROC:31', 'PROC:64'],
  from: ['FILED', 'INVESTIGATING', 'SUSPENDED'],
  who: bureau,
  makes: '结果告知书',
  input: {
    test: titled(field.name, '检验鉴定名称', 'Name of the test', TEST),
    outcome: titled(field.oneOf(...contracts.TEST_OUTCOMES), '结果', 'Outcome').default('other'),
    enclosures,
  },
  emits: [TestReceived],
  decide: ({ test, outcome }, { facts }) => {
    const open = facts.tests[test]
    return open
      ? TestReceived({ test, outcome, measure: open.measure })
      : refuse('ERR_GUARD', { guard: 'no-such-test', test, open: Object.keys(facts.tests) })
  },
})
