import { expect, it } from '@jest/globals'
import { factWords } from './lexicon.js'

const title = (zh: string, en: string) => ({ zh, en })

it('facts and their values are called by their titles; what is undefined is no fact, as after a restart', () => {
  const lexicon = new Map([
    ['fact:result', title('结果', 'Result')],
    ['result:not-met', title('未达到', 'not met')],
    ['field:offence', title('罪名', 'Offence')],
    ['field:goods', title('物品', 'Goods')],
  ])
  const facts = { threshold: { result: 'not-met', offence: undefined }, goods: [{ kind: 'label' }] }
  expect(factWords(facts, lexicon)).toEqual({
    result: title('结果', 'Result'),
    'result:not-met': title('未达到', 'not met'),
    goods: title('物品', 'Goods'),
  })
})

it('figures are called by their titles, under their own fact only', () => {
  const lexicon = new Map([['copies', title('复制件数量', 'Copies')]])
  expect(factWords({ metrics: { copies: 500 } }, lexicon)).toEqual({ copies: title('复制件数量', 'Copies') })
  expect(factWords({ other: { copies: 500 } }, lexicon)).toEqual({})
})

it('what stands within a fact is called as in the group of a form, and nothing else is', () => {
  const lexicon = new Map([['part:goods.name', title('物品', 'Goods')]])
  const facts = { goods: [{ name: '发饰' }], subject: { name: '某店（虚构）' }, name: '发饰' }
  expect(factWords(facts, lexicon)).toEqual({ 'goods:name': title('物品', 'Goods') })
})
