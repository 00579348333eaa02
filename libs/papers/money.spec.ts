import { describe, expect, it } from '@jest/globals'
import { inCapitals, inFigures, money } from './money.js'

/** The vectors of the rules for writing bills (正确填写票据和结算凭证的基本规定), and every place of a zero. */
describe('a sum in capitals', () => {
  it.each([
    [0, '人民币零元整'],
    [1, '人民币壹分'],
    [10, '人民币壹角整'],
    [105, '人民币壹元零伍分'],
    [32504, '人民币叁佰贰拾伍元零肆分'],
    [140950, '人民币壹仟肆佰零玖元伍角整'],
    [600714, '人民币陆仟零柒元壹角肆分'],
    [168032, '人民币壹仟陆佰捌拾元叁角贰分'],
    [10700053, '人民币壹拾万柒仟元伍角叁分'],
    [1640902, '人民币壹万陆仟肆佰零玖元零贰分'],
    [1000, '人民币壹拾元整'],
    [10000000, '人民币壹拾万元整'],
    [15000000, '人民币壹拾伍万元整'],
    [8600000, '人民币捌万陆仟元整'],
    [100010000, '人民币壹佰万零壹佰元整'],
    [1000000000000, '人民币壹佰亿元整'],
    [10000000000000, '人民币壹仟亿元整'],
    [1000000000100, '人民币壹佰亿零壹元整'],
    [1002000030004, '人民币壹佰亿贰仟万零叁佰元零肆分'],
  ])('%i fen', (fen, words) => {
    expect(inCapitals(fen)).toBe(words)
  })
})

describe('a sum in figures', () => {
  it.each([
    [0, '0.00'],
    [5, '0.05'],
    [99999, '999.99'],
    [100000, '1,000.00'],
    [123456789, '1,234,567.89'],
  ])('%i fen', (fen, text) => {
    expect(inFigures(fen)).toBe(text)
  })

  it('stands with its capitals', () => {
    expect(money(10000000)).toBe('100,000.00元（大写：人民币壹拾万元整）')
  })
})
