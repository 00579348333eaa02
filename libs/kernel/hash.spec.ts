import { describe, expect, it } from '@jest/globals'
import { chainOf, contentOf, derive, digestOf, digestsOf, EMPTY_DIGEST, saltOf, sm3 } from './hash.js'
import { canonical } from './json.js'

describe('hashes', () => {
  it('knows the published vector of GB/T 32905', () => {
    expect(sm3('abc')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0')
  })

  it('derives the same 26 letters from the same parts and others from others', () => {
    expect(derive('a', 1)).toBe(derive('a', 1))
    expect(derive('a', 1)).toMatch(/^[a-z2-7]{26}$/)
    expect(new Set([derive('a', 1), derive('a', '1'), derive('a1'), derive('a', 1, '')]).size).toBe(4)
  })

  it('gives every section a salt of its own, and an empty one the constant digest', () => {
    const texts = { header: '{}', input: '{}', needs: '', events: '', papers: '' }
    const digests = digestsOf('key', 'm', texts)
    expect(digests[0]).toBe(digestOf(saltOf('key', 'm', 'header'), '{}'))
    expect(digests[0]).not.toBe(digests[1])
    expect(digests.slice(2)).toEqual([EMPTY_DIGEST, EMPTY_DIGEST, EMPTY_DIGEST])
    expect(contentOf(digests)).not.toBe(contentOf(digestsOf('other', 'm', texts)))
    expect(chainOf('0', 1, 'c')).not.toBe(chainOf('0', 2, 'c'))
  })
})

describe('canonical JSON (RFC 8785)', () => {
  it('sorts keys by UTF-16 units, leaves undefined fields out, writes numbers as ECMAScript does', () => {
    expect(canonical({ b: 1, a: [true, null, 1e21, -0, 0.1], 中: '文', u: undefined, '\u20ac': '\u000f' })).toBe(
      '{"a":[true,null,1e+21,0,0.1],"b":1,"€":"\\u000f","中":"文"}',
    )
  })

  it('sorts keys whose place in an object is not the writer’s', () => {
    const own = JSON.parse('{"z":[{"b":1,"a":2}],"__proto__":{"d":3,"c":"文"}}') as object
    expect(canonical({ b: { 10: 1, 9: undefined, 1: [undefined] }, a: own })).toBe(
      '{"a":{"__proto__":{"c":"文","d":3},"z":[{"a":2,"b":1}]},"b":{"1":[null],"10":1}}',
    )
    expect(canonical({ a: 1, b: { d: 2, c: 3 }, e: 4 })).toBe('{"a":1,"b":{"c":3,"d":2},"e":4}')
  })

  it('refuses what JSON cannot say', () => {
    for (const value of [NaN, Infinity, () => 1, 1n, new Map()])
      for (const holder of [{ value }, { 1: 0, value }, [value]]) expect(() => canonical(holder)).toThrow(TypeError)
    expect(() => canonical(undefined)).toThrow(TypeError)
  })
})
