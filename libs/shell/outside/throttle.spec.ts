import { describe, expect, it } from '@jest/globals'
import { Throttle } from './throttle.js'

const MINUTE = 60_000

describe('a throttle', () => {
  const make = (most: number) => {
    const clock = { at: 0 }
    return { clock, throttle: new Throttle(most, () => clock.at) }
  }

  it('says how long to wait until the first of the quarter of an hour is that old', () => {
    const { clock, throttle } = make(2)
    expect([throttle.take('10.0.0.1'), throttle.take('10.0.0.1')]).toEqual([undefined, undefined])
    clock.at = 5 * MINUTE
    expect([throttle.take('10.0.0.1'), throttle.take('10.0.0.2')]).toEqual([600, undefined])
    clock.at = 15 * MINUTE
    expect(throttle.take('10.0.0.1')).toBeUndefined()
  })

  it('does not count what is given back', () => {
    const { throttle } = make(1)
    throttle.take('10.0.0.1')
    throttle.giveBack('10.0.0.1')
    expect([throttle.take('10.0.0.1'), throttle.take('10.0.0.1')]).toEqual([undefined, 900])
  })

  it('takes one connection of IPv6 for one place, and IPv4 however it is written', () => {
    const { throttle } = make(1)
    expect([throttle.take('2001:db8:1:2::1'), throttle.take('2001:db8:1:2:ffff::9')]).toEqual([undefined, 900])
    expect([throttle.take('::ffff:10.0.0.1'), throttle.take('10.0.0.1')]).toEqual([undefined, 900])
  })
})
