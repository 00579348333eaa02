import { describe, expect, it } from '@jest/globals'
import { fenOf, yuanOf } from './fen.js'

describe('money', () => {
  it('is typed in yuan and sent in fen', () => {
    expect(['86000', '86,000.00', '0.1', '1.05', '￥1,234.5 元', '１２０', '0'].map(fenOf)).toEqual([
      8600000, 8600000, 10, 105, 123450, 12000, 0,
    ])
  })

  it('is nothing else', () => {
    expect(['', '-1', '1.234', '1,23', '8.6万', '1e3', 'abc', '99999999999999.99'].map(fenOf)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })

  it('is shown with thousands', () => {
    expect([0, 5, 10, 100, 123450, 8600000, 10_000_000_000_000].map(yuanOf)).toEqual([
      '0',
      '0.05',
      '0.10',
      '1',
      '1,234.50',
      '86,000',
      '100,000,000,000',
    ])
  })
})
