import { describe, expect, it } from '@jest/globals'
import { Cache } from './cache.js'

/** Which of six are found, each asked of a cache of its own: asking is using. */
const found = (fill: (cache: Cache<number>) => void, held?: (value: number) => boolean) =>
  [1, 2, 3, 4, 5, 6].filter((n) => {
    const cache = new Cache<number>(4, held)
    fill(cache)
    return cache.get(`n${n}`) === n
  })
const put = (cache: Cache<number>, ...values: number[]) => values.forEach((n) => cache.set(`n${n}`, n))

describe('a cache of four', () => {
  it('has what was put in last', () => expect(found((cache) => put(cache, 1, 2, 3))).toEqual([1, 2, 3]))

  it('forgets what was put in before', () => expect(found((cache) => put(cache, 1, 2, 3, 4))).toEqual([3, 4]))

  it('does not forget what was used meanwhile', () =>
    expect(
      found((cache) => {
        put(cache, 1, 2)
        cache.get('n1')
        put(cache, 3)
      }),
    ).toEqual([1, 3]))

  it('forgets nothing that is held', () =>
    expect(
      found(
        (cache) => put(cache, 1, 2, 3, 4),
        (n) => n === 2,
      ),
    ).toEqual([2, 3, 4]))

  it('gives the newer value, and nothing once it is deleted', () => {
    const cache = new Cache<number>(4)
    put(cache, 1, 2)
    cache.set('n1', 7)
    expect(cache.get('n1')).toBe(7)
    cache.delete('n1')
    expect(cache.get('n1')).toBe(undefined)
  })
})
