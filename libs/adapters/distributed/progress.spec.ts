import { describe, expect, it } from '@jest/globals'
import { Progress } from './progress.js'

describe('progress', () => {
  it('is safe up to the lowest that is not finished', () => {
    const progress = new Progress()
    expect(progress.safe).toBe(-1)
    for (const offset of [5, 6, 8]) expect(progress.take(offset)).toBe(true)
    expect([progress.safe, progress.span]).toEqual([5, 4])
    progress.done(6)
    expect(progress.safe).toBe(5)
    progress.done(5)
    expect(progress.safe).toBe(8)
    progress.done(8)
    expect([progress.safe, progress.span]).toEqual([9, 0])
  })

  it('takes nothing twice', () => {
    const progress = new Progress()
    progress.take(3)
    progress.done(3)
    expect([progress.take(3), progress.take(2), progress.take(4)]).toEqual([false, false, true])
  })
})
