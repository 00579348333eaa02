import { expect, it } from '@jest/globals'
import { factWords } from './lexicon.js'

const title = (zh: string, en: string) => ({ zh, en })

it('values of facts are called by their titles, each in its own fact', () => {
  const lexicon = new Map([
    ['result:not-met', title('未达到', 'not met')],
    ['field:offence', title('罪名', 'Offence')],
  ])
  const facts = { threshold: { result: 'not-met', offence: undefined }, goods: [{ kind: 'label' }] }
  expect(factWords(facts, lexicon)).toEqual({ 'result:not-met': title('未达到', 'not met') })
})
