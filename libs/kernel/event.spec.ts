import { describe, expect, it } from '@jest/globals'
import { contract, readEvent } from './event.js'
import { count, text } from './fields.js'

const title = { zh: '计', en: 'Counted' }
/** Version 1 had `n` as text, version 2 as a number; version 3 says of what. */
const Counted = contract(
  3,
  'Counted',
  title,
  { n: count, of: text },
  {
    1: ({ n }) => ({ n: Number(n) }),
    2: (data) => ({ ...data, of: 'cables' }),
  },
)
const Cut = contract(2, 'Cut', title, { n: count })

describe('an event that came', () => {
  it('is read by the newest version, through each of those between', () => {
    expect(readEvent(Counted, 1, { n: '7' })).toEqual({ n: 7, of: 'cables' })
    expect(readEvent(Counted, 2, { n: 7 })).toEqual({ n: 7, of: 'cables' })
    expect(readEvent(Counted, 3, { n: 7, of: 'seals' })).toEqual({ n: 7, of: 'seals' })
  })

  it.each([
    [Counted, 4, 'Counted of version 4; this program reads up to 3'],
    [Cut, 1, 'Cut of version 1; this program no longer reads it'],
  ] as const)('is not guessed at: %#', (made, version, message) => {
    expect(() => readEvent(made, version, {})).toThrow(expect.objectContaining({ message, retry: false }))
  })
})
