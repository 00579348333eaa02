import { administrativeCase } from '#contracts'
import { field } from '#kernel'
import { TestCommissioned, TestReceived } from '../events.js'
import { measure } from '../state.js'

/** The goods were sent to be tested; but for an identification by the right holder their time stands still (QZF 25). */
export const noteTest = measure.step({
  name: 'NoteTest',
  title: { zh: '财物送检', en: 'Goods sent to be tested' },
  law: ['QZF:25'],
  from: ['any'],
  who: 'system',
  input: { test: field.name, kind: field.oneOf(...administrativeCase.TEST_KINDS), measure: field.id },
  emits: [TestCommissioned],
  decide: (input, { state }) => (state === 'SEALED' ? TestCommissioned(input) : []),
})

export const noteTestResult = measure.step({
  name: 'NoteTestResult',
  title: { zh: '财物检验完毕', en: 'Goods were tested' },
  law: ['QZF:25'],
  from: ['any'],
  who: 'system',
  input: { test: field.name, outcome: field.oneOf(...administrativeCase.TEST_OUTCOMES), measure: field.id },
  emits: [TestReceived],
  decide: (input, { facts }) => (facts.tests.includes(input.test) ? TestReceived(input) : []),
})
