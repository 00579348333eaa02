import { describe, expect, it } from '@jest/globals'
import { subject } from './fields.js'
import { usccCheck } from './uscc.js'

/** Rulebook section 10: the published sample, and the fictitious codes of the city. */
const VALID = [
  '91350100M000100Y43',
  '91411002MA9FK1017E',
  '91411003MA9FK20288',
  '91411082MA9FK30391',
  '91411081MA9FK404XQ',
  '91411024MA9FK5050M',
  '91411025MA9FK6061F',
  '91411000MA9FK7072K',
  '92411002MA9FK1017B',
]

describe('a unified social credit code (GB 32100-2015)', () => {
  it.each(VALID)('%s has its check character', (code) => {
    expect(usccCheck(code.slice(0, 17))).toBe(code[17])
    expect(subject.safeParse({ name: '某公司（虚构）', uscc: code }).success).toBe(true)
  })

  it.each([
    ['another check character', '91350100M000100Y44'],
    ['two characters changed about', '91350100M000100Y34'],
    ['a letter that is not of the alphabet', '9135O100M000100Y43'],
    ['seventeen characters', '91350100M000100Y4'],
  ])('%s is told at its field', (_, uscc) => {
    const { error } = subject.safeParse({ name: '某公司（虚构）', uscc })
    expect(error?.issues.map(({ path }) => path)).toEqual([['uscc']])
  })
})
