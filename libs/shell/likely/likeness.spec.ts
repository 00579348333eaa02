import { describe, expect, it } from '@jest/globals'
import { coreOf, distance, likeness, reasonsFor } from './likeness.js'

describe('the likeness of names', () => {
  it.each([
    ['许昌市魏都区锦发饰品店', '锦发饰品店'],
    ['河南恒远电力设备有限公司（虚构）', '恒远电力设备'],
    ['许昌市', '许昌市'],
    ['Ａｂｃ 商 行', 'ABC商行'],
  ])('looks at what tells %s from others', (name, core) => expect(coreOf(name)).toBe(core))

  it.each([
    ['锦发饰品店', '锦发饰品店', 0],
    ['锦发饰品店', '金发饰品店', 1],
    ['锦发饰品', '锦发饰品店', 1],
    ['', '锦发', 2],
  ])('%s and %s differ in %i', (one, other, n) => expect(distance(one, other)).toBe(n))

  it('is the same either way, from 0 to 1', () => {
    expect(likeness('锦发饰品店', '金发饰品店')).toBeCloseTo(0.8)
    expect(likeness('金发饰品店', '锦发饰品店')).toBeCloseTo(0.8)
    expect(likeness('锦发饰品店', '恒远电力')).toBe(0)
  })
})

describe('the reasons', () => {
  const earlier = { name: '许昌锦发饰品店', uscc: '92411002MA4XXXXX0K', shop: '某平台 8812', address: '建设路 1 号' }
  it.each<[string, object, string[]]>([
    ['the code', { uscc: '92411002ma4xxxxx0k' }, ['same-uscc']],
    ['the shop, written otherwise', { shop: '某平台8812' }, ['same-shop']],
    ['the name without its place', { name: '锦发饰品店' }, ['same-name']],
    ['a name with a slip of the pen', { name: '许昌金发饰品店' }, ['similar-name']],
    ['the address', { address: '建设路1号', name: '恒远电力' }, ['same-address']],
    ['several, strongest first', { name: '锦发饰品', uscc: '92411002MA4XXXXX0K' }, ['same-uscc', 'similar-name']],
    ['nothing in common', { name: '恒远电力', shop: '另一家' }, []],
    ['a place in common', { name: '许昌恒远电力有限公司' }, []],
  ])('%s', (_what, asked, reasons) => expect(reasonsFor(asked, earlier)).toEqual(reasons))
})
