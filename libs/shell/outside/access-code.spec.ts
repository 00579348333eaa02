import { describe, expect, it } from '@jest/globals'
import { accessCode, accessHash } from './access-code.js'

describe('an access code', () => {
  const code = accessCode('secret', 'a random key of a request')

  it('has four groups of four signs that are not mistaken for others', () => {
    for (let n = 0; n < 500; n++)
      expect(accessCode('secret', `key ${n}`)).toMatch(/^([2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}$/)
  })

  it('is the same for the same request, and another for every other and for another secret', () => {
    const others = [accessCode('secret', 'another'), accessCode('else', 'a random key of a request')]
    expect([accessCode('secret', 'a random key of a request') === code, others.includes(code)]).toEqual([true, false])
  })

  it('uses every sign in every place', () => {
    const codes = Array.from({ length: 3000 }, (_, n) => accessCode('secret', `key ${n}`).replaceAll('-', ''))
    for (let place = 0; place < 16; place++) expect(new Set(codes.map((one) => one[place])).size).toBe(32)
  })

  it('is read however its groups, case and width are typed', () => {
    const hash = accessHash('secret', code)
    const typed = [code.toLowerCase(), code.replaceAll('-', ''), ` ${code.replaceAll('-', ' — ')} `]
    const wide = code.replace(/[0-9A-Z]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
    expect([...typed, wide].map((one) => accessHash('secret', one) === hash)).toEqual([true, true, true, true])
    expect(accessHash('secret', `${code}A`) === hash).toBe(false)
  })

  it('is kept as a hash that another secret does not give', () => {
    expect(accessHash('secret', code)).not.toBe(accessHash('else', code))
    expect(accessHash('secret', code)).not.toContain(code.slice(0, 4))
  })
})
