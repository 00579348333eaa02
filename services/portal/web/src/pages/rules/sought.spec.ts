import { expect, it } from '@jest/globals'
import { sought, underArticle } from './sought.js'

it('finds what has every word, however wide it is typed', () => {
  const entries = [
    { id: 'CLK-A', title: { zh: '移送期限', en: 'Transfer' } },
    { id: 'CLK-B', title: { zh: '听证' } },
  ]
  expect(sought(entries, '移送 ｃｌｋ').map(({ id }) => id)).toEqual(['CLK-A'])
  expect(sought(entries, ' ')).toBe(entries)
  expect(sought(entries, '没有')).toEqual([])
})

it.each([
  ['GWY310:5', { law: 'GWY310', article: '5' }, true],
  ['GWY310:5(3)', { law: 'GWY310', article: '5' }, true],
  ['GWY310:5', { law: 'GWY310', article: '15' }, false],
  ['GWY310:5', { law: 'CFF', article: '5' }, false],
  ['GWY310', { law: 'GWY310' }, true],
])('%s', (cited, entry, stands) => expect(underArticle(cited)(entry)).toBe(stands))
