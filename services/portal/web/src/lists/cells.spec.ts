import { describe, expect, it } from '@jest/globals'
import { cellOf, dated } from './cells.js'
import { rowsOf } from './export.js'

describe('a cell', () => {
  it('holds a day or moment as the number that a spreadsheet counts it by', () => {
    expect(cellOf({ at: '2026-03-07' })).toEqual({ value: 46088, type: Number, format: 'yyyy-mm-dd', align: 'left' })
    expect(cellOf({ at: '2026-03-07T18:00:00.000+08:00' })).toMatchObject({
      value: 46088.75,
      format: 'yyyy-mm-dd hh:mm',
    })
    expect(dated(undefined)).toBe('')
  })

  it('holds a number as a number, and as a text what looks like a formula', () => {
    expect(cellOf(12)).toEqual({ value: 12, type: Number })
    for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '0123'])
      expect(cellOf(text)).toEqual({ value: text, type: String })
  })
})

it('a sheet says what it is, by which filter, and then its lines', () => {
  const sheet = {
    title: '我的待办',
    about: [['筛选', '今天必须']] as const,
    heads: ['截止'],
    lines: [[{ at: '2026-03-07' }]],
  }
  expect(rowsOf(sheet).map((row) => row.map((cell) => (cell as { value: unknown }).value))).toEqual([
    ['我的待办'],
    ['筛选', '今天必须'],
    [],
    ['截止'],
    [46088],
  ])
})
