import { describe, expect, it } from '@jest/globals'
import { subject } from './fields.js'
import { accountFor, accountOf } from './party.js'
import { hashIn, isSealed, maskNumber, sealNumber, showNumbers } from './sealed-number.js'

const NUMBER = '41100219850312001X'
const USCC = '91411003MA9FK20288'
const sealed = sealNumber(NUMBER, 'secret')

describe('the number of a natural person, sealed', () => {
  it('is one text for one number, another under another secret, and tells nothing', () => {
    expect(sealNumber(NUMBER.toLowerCase(), 'secret')).toBe(sealed)
    expect(sealNumber(NUMBER, 'another')).not.toBe(sealed)
    expect(isSealed(sealed)).toBe(true)
    expect(sealed).not.toMatch(/411002|1985|001X/)
  })

  it('fits where the number fits, also the longest', () => {
    const fits = (person: string) => subject.safeParse({ name: '某人（虚构）', person }).success
    expect([NUMBER, sealed, sealNumber('9'.repeat(40), 'secret')].map(fits)).toEqual([true, true, true])
    expect(['9'.repeat(41), maskNumber(NUMBER)].map(fits)).toEqual([false, false])
  })

  it('names the party by its hash, from the record and from the account alike', () => {
    expect(accountOf({ name: '某人（虚构）', person: sealed })).toBe(hashIn(sealed))
    expect(accountFor(NUMBER, 'secret')).toBe(hashIn(sealed))
    expect(accountFor(USCC, 'secret')).toBe(USCC)
    expect(accountOf({ name: '某店（虚构）', uscc: USCC, person: sealed })).toBe(USCC)
  })

  it('leaves the house masked, or in full; within a longer text it stays as it is', () => {
    const answer = JSON.stringify({ subject: { person: sealed }, section: JSON.stringify({ person: sealed }) })
    const shown = (inFull: boolean) => JSON.parse(showNumbers(answer, 'secret', inFull)) as Record<string, unknown>
    const section = JSON.stringify({ person: sealed })
    expect(shown(false)).toEqual({ subject: { person: '411002********001X' }, section })
    expect(shown(true)).toEqual({ subject: { person: NUMBER }, section })
    expect(showNumbers(JSON.stringify(sealed), 'another', true)).toBe('"***"')
    expect(maskNumber('E12345678')).toBe('*******78')
  })
})
