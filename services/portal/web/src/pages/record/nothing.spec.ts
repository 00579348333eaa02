import { describe, expect, it } from '@jest/globals'
import { saysNothing } from './nothing.js'

describe('a fact says nothing', () => {
  it('where nobody wrote it yet, at any depth', () => {
    const unwritten = [undefined, null, false, 0, '', [], {}, { fine: 0, paid: 0 }, { hearing: { on: null }, of: [] }]
    expect(unwritten.filter((one) => !saysNothing(one))).toEqual([])
  })
  it('unless something of it was written', () => {
    expect([{ fine: 5000, paid: 0 }, ['王一（虚构）'], [{ on: '2026-03-02' }], true, 1].filter(saysNothing)).toEqual([])
  })
})
