import { describe, expect, it } from '@jest/globals'
import type { Clock, Shown } from '#kernel'
import { findingsAbout } from './expect.js'
import type { About } from './format.js'

const clock = (id: string, key: string, due: string) =>
  ({ id, key, due, state: 'running', excluded: [] }) as unknown as Clock
const record = {
  clocks: [
    clock('CLK-REPLY', 'SAMR-411003', '2026-03-10'),
    clock('CLK-REPLY', 'PSB-411003', '2026-03-12'),
    clock('CLK-CASE', '', '2026-06-01'),
  ],
} as unknown as Shown

const ok = (about: About) =>
  findingsAbout(record, about, (value) => value).map(({ what, ok, found }) => [what, ok, found])

describe('clocks of one name with different keys', () => {
  it('are told apart by CLK-X[key]', () => {
    const clocks = { 'CLK-REPLY[SAMR-411003]': { due: '2026-03-10' }, 'CLK-REPLY[PSB-411003]': { due: '2026-03-12' } }
    expect(ok({ clocks })).toEqual([
      ['CLK-REPLY[SAMR-411003] due', true, '2026-03-10'],
      ['CLK-REPLY[PSB-411003] due', true, '2026-03-12'],
    ])
  })

  it('are named by their keys or not at all', () => {
    expect(ok({ clocks: { 'CLK-REPLY': { due: '2026-03-12' }, 'CLK-CASE': { due: '2026-06-01' } } })).toEqual([
      ['CLK-REPLY', false, 'several clocks: CLK-REPLY[SAMR-411003], CLK-REPLY[PSB-411003]'],
      ['CLK-CASE due', true, '2026-06-01'],
    ])
  })

  it('are listed when the key is none of theirs', () => {
    expect(ok({ clocks: { 'CLK-REPLY[X]': { due: '2026-03-10' } } })).toEqual([
      ['CLK-REPLY[X]', false, 'no such clock; there is CLK-REPLY[SAMR-411003]; there is CLK-REPLY[PSB-411003]'],
    ])
  })

  it('count one each where the table is complete', () => {
    const two = { 'CLK-REPLY[SAMR-411003]': {}, 'CLK-REPLY[PSB-411003]': {} }
    expect(ok({ exactly: true, clocks: { ...two, 'CLK-CASE': {} } })).toEqual([
      ['clocks', true, ['CLK-CASE', 'CLK-REPLY[PSB-411003]', 'CLK-REPLY[SAMR-411003]']],
    ])
    expect(ok({ exactly: true, clocks: { 'CLK-REPLY[PSB-411003]': {}, 'CLK-CASE': {} } })).toEqual([
      ['clocks', false, ['CLK-CASE', 'CLK-REPLY[PSB-411003]', 'CLK-REPLY[SAMR-411003]']],
    ])
  })
})
