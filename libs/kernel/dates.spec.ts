import { describe, expect, it } from '@jest/globals'
import { arrivedAt, servedDay } from './dates.js'

const asked = { today: '2026-06-12', now: '2026-06-15T10:00:00.000+08:00' }
const since = '2026-06-10T09:00:00.000+08:00'
const wrong = (given: string, more: object) => ({ refused: 'ERR_DATE', facts: { field: 'servedOn', given, ...more } })

describe('the day of service', () => {
  it.each([
    [undefined, '2026-06-12'],
    [null, null],
    ['2026-06-10', '2026-06-10'],
    ['2026-06-13', '2026-06-13'],
    ['2026-06-15', '2026-06-15'],
  ])('%s: %s', (servedOn, day) => {
    expect(servedDay({ servedOn }, asked, since)).toBe(day)
  })

  it('is not before the act, and not after the day on which it is entered', () => {
    const between = { notBefore: '2026-06-10', notAfter: '2026-06-15' }
    expect(servedDay({ servedOn: '2026-06-09' }, asked, since)).toEqual(wrong('2026-06-09', between))
    expect(servedDay({ servedOn: '2026-06-16' }, asked, since)).toEqual(wrong('2026-06-16', between))
    expect(servedDay({ servedOn: '2026-06-16' }, asked)).toEqual(wrong('2026-06-16', { notAfter: '2026-06-15' }))
    expect(servedDay({ servedOn: '2026-01-01' }, asked)).toBe('2026-01-01')
  })
})

it.each([
  [null, '2026-06-12T15:00:00.000+08:00'],
  ['2026-06-12', '2026-06-12T15:00:00.000+08:00'],
  ['2026-06-14', '2026-06-12T15:00:00.000+08:00'],
  ['2026-06-11', '2026-06-11T23:59:59.999+08:00'],
])('a paper that arrived on %s counts from %s', (day, from) => {
  expect(arrivedAt(day, '2026-06-12T15:00:00.000+08:00')).toBe(from)
})
