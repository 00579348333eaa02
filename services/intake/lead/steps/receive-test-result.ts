import { administrativeCase } from '#contracts'
import { field, refuse } from '#kernel'
import { enclosures, TEST, titled } from '../../form.js'
import { TestReceived } from '../events.js'
import { verifier } from '../guards.js'
import { lead } from '../state.js'

/** The result is in, or nobody answered within the time set; with the last open one the verification goes on. */
export const receiveTestResult = lead.step({
  name: 'ReceiveTestResult',
  title: { zh: '收到检验鉴定或辨认结果', en: 'Receive a test result' },
  law: ['PROC:18', 'PROC:31'],
  from: ['VERIFY_PAUSED'],
  who: { ...verifier, office: 'staff' },
  makes: '结果告知书',
  input: {
    test: titled(field.name, '检验鉴定名称', 'Name of the test', TEST),
    outcome: titled(field.oneOf(...administrativeCase.TEST_OUTCOMES), '结果', 'Outcome').default('other'),
    enclosures,
  },
  emits: [TestReceived],
  decide: ({ test, outcome }, { facts }) => {
    const open = facts.tests.filter((one) => one.open)
    const found = open.find((one) => one.test === test)
    return found
      ? TestReceived({ test, outcome, measure: found.measure })
      : refuse('ERR_GUARD', { guard: 'no-such-test', test, open: open.map((one) => one.test) })
  },
})
