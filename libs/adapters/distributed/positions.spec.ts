import { describe, expect, it } from '@jest/globals'
import { pause } from '../../ports/suite.js'
import { Positions } from './positions.js'

const link = (record: string, seq: number, after: number) => ({ record, seq, after })

const listen = (holdMs: number, most?: number) => {
  const told: string[] = []
  const positions = new Positions(
    ({ record, seq }: ReturnType<typeof link>) => void told.push(`${record}/${seq}`),
    ({ record, seq }, why) => void told.push(`${record}/${seq} overdue: ${why}`),
    holdMs,
    most,
  )
  return { positions, told }
}

describe('positions', () => {
  it('lets pass what follows what has passed, whatever numbers lie between', () => {
    const { positions, told } = listen(60_000)
    for (const one of [link('r', 1, 0), link('r', 4, 1), link('s', 1, 0), link('r', 5, 4)]) positions.take(one)
    expect(told).toEqual(['r/1', 'r/4', 's/1', 'r/5'])
  })

  it('believes the first it hears of a record', () => {
    const { positions, told } = listen(60_000)
    positions.take(link('r', 9, 7))
    expect(told).toEqual(['r/9'])
  })

  it('holds what comes too early until the missing one comes, and then keeps the order', () => {
    const { positions, told } = listen(60_000)
    for (const one of [link('r', 1, 0), link('r', 4, 3), link('r', 3, 2), link('s', 1, 0)]) positions.take(one)
    expect(told).toEqual(['r/1', 's/1'])
    positions.take(link('r', 2, 1))
    expect(told).toEqual(['r/1', 's/1', 'r/2', 'r/3', 'r/4'])
    positions.close()
  })

  it('gives up what was held too long, in order, and takes it for passed', async () => {
    const { positions, told } = listen(10)
    for (const one of [link('r', 1, 0), link('r', 5, 4), link('r', 4, 3)]) positions.take(one)
    await pause(40)
    positions.take(link('r', 6, 5))
    expect(told).toEqual([
      'r/1',
      'r/4 overdue: r/4 follows 3, which has not come',
      'r/5 overdue: r/5 follows 4, which has not come',
      'r/6',
    ])
  })

  it('lets repeats pass', () => {
    const { positions, told } = listen(60_000)
    for (const one of [link('r', 1, 0), link('r', 2, 1), link('r', 1, 0), link('r', 3, 2)]) positions.take(one)
    expect(told).toEqual(['r/1', 'r/2', 'r/1', 'r/3'])
  })

  it('forgets what it is told to, and the oldest when there are too many', () => {
    const { positions, told } = listen(60_000, 1)
    for (const one of [link('r', 1, 0), link('s', 1, 0), link('r', 7, 6)]) positions.take(one)
    positions.forget()
    positions.take(link('r', 9, 8))
    expect(told).toEqual(['r/1', 's/1', 'r/7', 'r/9'])
  })
})
