import { describe, expect, it } from '@jest/globals'
import { pause, until } from '../../ports/suite.js'
import type { KafkaLink, Listener, Reader } from './kafka.js'
import { Membership, type MembershipOptions } from './membership.js'
import type { Progress } from './progress.js'
import type { Message } from './wire.js'

const message = (partition: number, offset: number): Message => ({
  ...{ topic: 'w.intake', partition, offset, key: 'd', headers: {} },
  value: Buffer.from('{}'),
})

/** A broker of our own making, which says what the test wants. */
const stage = async (more: Partial<MembershipOptions> = {}) => {
  const listeners: Listener[] = []
  const commits: string[] = []
  const taken: { message: Message; progress: Progress }[] = []
  const rested: number[] = []
  const reader: Reader = {
    commit: async (offsets) => void commits.push(...offsets.map(({ partition, offset }) => `${partition}:${offset}`)),
    close: async () => {},
  }
  const read = async (_: unknown, listener: Listener) => {
    listeners.push(listener)
    setImmediate(() => listener.joined(`m${listeners.length}`, { 'w.intake': [0, 1] }))
    return reader
  }
  const membership = new Membership({ read } as unknown as KafkaLink, {
    ...{
      group: 'w.a',
      topics: ['w.intake'],
      sessionMs: 50,
      waitMs: 1,
      partitionsAtOnce: 1,
      commitMs: 60_000,
      window: 2,
    },
    take: (one, progress) => void taken.push({ message: one, progress }),
    lost: () => {},
    came: async () => {},
    failed: () => {},
    ...more,
  })
  await membership.open()
  const told = (...messages: Message[]) =>
    listeners.at(-1)!.batch(messages, () => {
      rested.push(messages[0]!.partition)
      return () => void rested.pop()
    })
  const finish = ({ message: { offset }, progress }: (typeof taken)[number]) => progress.done(offset)
  return { membership, listeners, commits, taken, rested, told, finish }
}

const offsetsOf = (taken: { message: Message }[]) => taken.map(({ message: { offset } }) => offset)

describe('membership', () => {
  it('commits what lies before the lowest unfinished, once', async () => {
    const { membership, commits, taken, told, finish } = await stage()
    await told(message(0, 4), message(0, 5), message(0, 6))
    finish(taken[1]!)
    await membership.commit()
    finish(taken[0]!)
    await membership.commit()
    await membership.commit()
    expect(commits).toEqual(['0:4', '0:6'])
    await membership.close()
  })

  it('keeps on with what it holds over a rebalance, and takes nothing twice', async () => {
    const { membership, listeners, taken, told } = await stage()
    await told(message(0, 4), message(0, 5))
    listeners[0]!.joined('m1', { 'w.intake': [0] })
    await told(message(0, 4), message(0, 5), message(0, 6))
    expect(offsetsOf(taken)).toEqual([4, 5, 6])
    expect(taken.map(({ progress }) => progress.lost)).toEqual([false, false, false])
    await membership.close()
  })

  it('lets go what others have now, and begins anew when it comes back', async () => {
    const { membership, listeners, taken, told, commits, finish } = await stage()
    await told(message(0, 4))
    listeners[0]!.joined('m1', { 'w.intake': [1] })
    await told(message(0, 5))
    expect(taken.map(({ progress }) => progress.lost)).toEqual([true])
    finish(taken[0]!)
    await membership.commit()
    expect(commits).toEqual([])
    listeners[0]!.joined('m1', { 'w.intake': [0, 1] })
    await told(message(0, 4))
    expect(offsetsOf(taken)).toEqual([4, 4])
    await membership.close()
  })

  it('holds nothing of what it had as another member', async () => {
    const { membership, listeners, taken, told } = await stage()
    await told(message(0, 4))
    listeners[0]!.joined('m2', { 'w.intake': [0, 1] })
    expect(taken[0]!.progress.lost).toBe(true)
    await told(message(0, 4))
    expect(offsetsOf(taken)).toEqual([4, 4])
    await membership.close()
  })

  it('joins again when its client gives up', async () => {
    const { membership, listeners, taken, told } = await stage()
    await told(message(0, 4))
    listeners[0]!.ended(new Error('gone'))
    expect(taken[0]!.progress.lost).toBe(true)
    await until(() => listeners.length === 2)
    await pause(5)
    await listeners[0]!.batch([message(0, 9)], () => () => {})
    await told(message(0, 4))
    expect(offsetsOf(taken)).toEqual([4, 4])
    await membership.close()
  })

  it('is sure of its partitions while it hears, and waits when it has slept', async () => {
    const { membership, listeners } = await stage()
    await membership.sure()
    await pause(80)
    let sure = false
    void membership.sure().then(() => (sure = true))
    await pause(60)
    expect(sure).toBe(false)
    listeners[0]!.heard()
    await until(() => sure, 500)
    expect(sure).toBe(true)
    await membership.close()
  })

  it('rests a partition that ran ahead, and lets none rest that it has lost', async () => {
    const { membership, listeners, taken, told, rested, finish } = await stage()
    await told(message(0, 1), message(0, 2), message(0, 3))
    expect(rested).toEqual([0])
    for (const one of taken) finish(one)
    membership.eased(taken[0]!.progress)
    expect(rested).toEqual([])
    await told(message(1, 1), message(1, 2), message(1, 3))
    expect(rested).toEqual([1])
    listeners[0]!.joined('m1', { 'w.intake': [0] })
    expect(rested).toEqual([])
    await membership.close()
  })
})
