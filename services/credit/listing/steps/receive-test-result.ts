import { field, refuse } from '#kernel'
import { TestReceived } from '../events.js'
import { listing } from '../state.js'

export const receiveTestResult = listing.step({
  name: 'ReceiveTestResult',
  title: { zh: '收到检测鉴定结果', en: 'Receive a test result' },
  law: ['HNXY:41'],
  from: ['OBJECTED'],
  who: { of: ['platform', 'holder'], office: 'staff' },
  input: { test: field.name.meta({ title: '检测鉴定', description: 'Name of the test', examples: ['真伪鉴定'] }) },
  emits: [TestReceived],
  decide: ({ test }, { facts }) =>
    facts.tests.includes(test) ? TestReceived({ test }) : refuse('ERR_GUARD', { guard: 'test-not-out', test }),
})
