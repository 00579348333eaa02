import { describe, expect, it } from '@jest/globals'
import type { ShownClock } from '../api/records.js'
import { dayKind, SIGNS, type ExplainedDay } from './day-kinds.js'
import { byPress, isOpen } from './light.js'

const day = (more: Partial<ExplainedDay>): ExplainedDay => ({
  ...{ day: '2026-03-10', counted: false, rule: 'R-CAL-01', zh: '', en: '' },
  ...more,
})

describe('a day of the strip', () => {
  it('is what its rule says: the day it starts, counted, a rest day, excluded, rolled over', () => {
    const days = [
      day({}),
      day({ counted: true, n: 1 }),
      day({ rule: 'R-CAL-02' }),
      day({ rule: 'R-CAL-17' }),
      day({ rule: 'R-CAL-14' }),
      day({ rule: 'R-CAL-03' }),
      day({ counted: true, n: 5, rule: 'R-CAL-04' }),
      day({ rule: 'R-CAL-13' }),
    ]
    expect(days.map((one) => SIGNS[dayKind(one)]).join('')).toBe('○■□□▨▲■○')
  })
})

const clock = (more: Partial<ShownClock>): ShownClock => ({
  ...{ id: 'c', key: '', state: 'running', start: '2026-03-10', unit: 'CD', length: { n: 1, unit: 'CD' } },
  ...{ provisional: false, explanation: { zh: '', en: '', href: '' }, waitsFor: [] },
  ...more,
})

describe('periods', () => {
  it('stand in the order in which they press', () => {
    const clocks = [
      clock({ id: 'paused', state: 'paused' }),
      clock({ id: 'later', due: '2026-06-01' }),
      clock({ id: 'gate', due: '2026-04-01', lapse: 'gate' }),
      clock({ id: 'soon', due: '2026-05-01' }),
      clock({ id: 'missed', state: 'breached', due: '2026-01-01' }),
    ]
    expect(clocks.sort(byPress).map(({ id }) => id)).toEqual(['missed', 'soon', 'later', 'gate', 'paused'])
  })

  it('are over once stopped, and once lapsed unless something still waits for them', () => {
    const wait = { step: 'Decide', title: { zh: '', en: '' }, agencies: [], offices: [], now: true }
    expect(isOpen(clock({ stoppedAt: '2026-03-11' }))).toBe(false)
    expect(isOpen(clock({ state: 'lapsed' }))).toBe(false)
    expect(isOpen(clock({ state: 'lapsed', waitsFor: [wait] }))).toBe(true)
    expect(isOpen(clock({ state: 'breached' }))).toBe(true)
  })
})
