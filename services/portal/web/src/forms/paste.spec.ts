import { describe, expect, it } from '@jest/globals'
import { cellsOf } from './paste.js'

describe('what is pasted', () => {
  it('from one cell is a text like any other', () => {
    expect(cellsOf('发韵假发')).toBeUndefined()
    expect(cellsOf('发韵假发\r\n')).toBeUndefined()
  })

  it('from a column is one value a row', () => {
    expect(cellsOf('假发\r\n发套\r\n\r\n发夹\r\n')).toEqual([['假发'], ['发套'], ['发夹']])
  })

  it('from a range is rows of cells, empty ones kept in their place', () => {
    expect(cellsOf('假发\t300\t86,000\n发套\t\t1,200.5')).toEqual([
      ['假发', '300', '86,000'],
      ['发套', '', '1,200.5'],
    ])
  })

  it('keeps line breaks and marks inside a quoted cell', () => {
    expect(cellsOf('"第一行\n第二行"\t2\n"标有 ""发韵"""\t3')).toEqual([
      ['第一行\n第二行', '2'],
      ['标有 "发韵"', '3'],
    ])
  })
})
