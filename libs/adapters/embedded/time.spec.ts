import { describe, expect, it } from '@jest/globals'
import { manualTime, systemTime } from './time.js'

describe('manual time', () => {
  it('stands still until it is set', () => {
    const time = manualTime('2026-03-07T16:00:00.000+08:00')
    expect(time.now()).toBe('2026-03-07T16:00:00.000+08:00')
    time.set('2026-03-07T16:00:00.001+08:00')
    expect(time.now()).toBe('2026-03-07T16:00:00.001+08:00')
    time.set('2026-03-07T16:00:00.001+08:00')
    expect(time.now()).toBe('2026-03-07T16:00:00.001+08:00')
  })

  it('is always the fixed-width local text', () => {
    const time = manualTime('2026-03-07')
    expect(time.now()).toBe('2026-03-07T00:00:00.000+08:00')
    time.set('2026-03-07T16:00:00Z')
    expect(time.now()).toBe('2026-03-08T00:00:00.000+08:00')
  })

  it('never goes back, and takes nothing that is no instant', () => {
    const time = manualTime('2026-03-07T16:00:00.000+08:00')
    expect(() => time.set('2026-03-07T15:59:59.999+08:00')).toThrow(RangeError)
    expect(() => time.set('2026-02-30')).toThrow(RangeError)
    expect(() => manualTime('now')).toThrow(RangeError)
    expect(time.now()).toBe('2026-03-07T16:00:00.000+08:00')
  })
})

describe('system time', () => {
  it('is now, and cannot be set', () => {
    const before = Date.now()
    const now = systemTime().now()
    expect(now).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+08:00$/)
    expect(Date.parse(now)).toBeGreaterThanOrEqual(before)
    expect(Date.parse(now)).toBeLessThanOrEqual(Date.now())
    expect(systemTime().set).toBeUndefined()
  })
})
