import { expect, it } from '@jest/globals'
import { ServerRefused } from './mongo.js'
import { pause, until } from '../../ports/suite.js'
import type { KafkaBus } from './bus.js'
import { envelope, scratchKafka, onServer, type ScratchKafka } from './fixture.js'

const TIME = 60_000

const using = (run: (scratch: ScratchKafka) => Promise<void>) => async () => {
  const scratch = await scratchKafka()
  try {
    await run(scratch)
  } finally {
    await scratch.close()
  }
}

const numbers = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1)
const RECORDS = numbers(24).map((n) => `r${n}`)

/** What each instance began, in the order in which it began. */
const members = () => {
  const begun: { by: string; record: string; seq: number }[] = []
  const join = (bus: KafkaBus, by: string, ms = 1) =>
    bus.subscribe('a', ['intake'], async ({ record, seq }) => {
      begun.push({ by, record, seq })
      await pause(ms)
    })
  /** Each envelope of a record where it was first begun. */
  const firsts = (record: string) => [...new Set(begun.filter((one) => one.record === record).map(({ seq }) => seq))]
  const byEach = () => new Set(begun.map(({ by }) => by))
  const whole = (n: number) => RECORDS.every((record) => firsts(record).length === n)
  return { begun, join, firsts, byEach, whole }
}

const publishAll = async (bus: KafkaBus, from: number, to: number) => {
  for (const seq of numbers(to).slice(from)) {
    await bus.publish(RECORDS.map((record) => envelope(record, seq)))
    await pause(5)
  }
}

const inOrder = (firsts: (record: string) => number[], n: number) => {
  for (const record of RECORDS) expect([record, firsts(record)]).toEqual([record, numbers(n)])
}

onServer('KAFKA_BROKERS', () => {
  it(
    'shares a group among instances, one comes and one goes, and each record stays in order',
    using(async (scratch) => {
      const { join, firsts, byEach, whole, begun } = members()
      const [one, other] = [await scratch.open(), await scratch.open()]
      await join(one, 'one')
      let told = 60
      const publishing = publishAll(one, 0, told)
      await until(() => byEach().has('one'))
      await join(other, 'other')
      await publishing
      for (; !byEach().has('other'); told += 1) await publishAll(one, told, told + 1)
      await until(() => whole(told), 20_000)
      inOrder(firsts, told)
      const all = told + 30
      const more = publishAll(one, told, all)
      await other.close()
      await more
      await until(() => whole(all), 20_000)
      inOrder(firsts, all)
      await until(async () => (await one.counters()).inFlight === 0)
      expect((await one.counters()).groups.a!.taken).toEqual({ intake: all * RECORDS.length })
      expect(begun.length).toBeLessThan(all * RECORDS.length * 1.2)
    }),
    TIME,
  )

  it(
    'takes over from an instance that was killed, within ten seconds',
    using(async (scratch) => {
      const { join, firsts, whole, begun } = members()
      const [one, other] = [await scratch.open(), await scratch.open()]
      await Promise.all([join(one, 'one'), join(other, 'other')])
      await publishAll(one, 0, 10)
      await until(() => whole(10))
      const publishing = publishAll(one, 10, 40)
      await until(() => begun.some(({ by, seq }) => by === 'other' && seq > 12))
      const killed = performance.now()
      other.kill()
      await publishing
      await until(() => whole(40), 20_000)
      expect(performance.now() - killed).toBeLessThan(10_000)
      inOrder(firsts, 40)
    }),
    TIME,
  )

  it(
    'lets one instance drive through what another parked, and the next goes its usual way',
    using(async (scratch) => {
      const [one, other] = [await scratch.open({ partitions: 1 }), await scratch.open({ partitions: 1 })]
      let broken = true
      const had: string[] = []
      const take =
        (by: string) =>
        async ({ seq }: { seq: number }) => {
          if (broken) throw Object.assign(new Error('no'), { retry: false })
          had.push(`${by} ${seq}`)
        }
      await one.subscribe('a', ['intake'], take('one'))
      await one.publish([envelope('r', 1), envelope('r', 2)])
      await until(async () => (await other.parked())[0]?.waiting === 2)
      await other.subscribe('a', ['intake'], take('other'))
      broken = false
      expect(await other.redrive('a', 'r')).toBe(2)
      await one.publish([envelope('r', 3)])
      await until(() => had.length === 3)
      expect(had.slice(0, 2)).toEqual(['other 1', 'other 2'])
      expect(had[2]).toMatch(/ 3$/)
      expect(await one.parked()).toEqual([])
    }),
    TIME,
  )

  it(
    'counts what another process published, and what another member took',
    using(async (scratch) => {
      const [one, other] = [await scratch.open({ commitMs: 60_000 }), await scratch.open()]
      const { join } = members()
      await join(one, 'one')
      await other.publish([envelope('r', 1), envelope('s', 1), envelope('t', 1)])
      await until(async () => (await one.counters()).inFlight === 0)
      const counts = { published: 3, topics: { intake: 3 }, inFlight: 0 }
      expect(await one.counters()).toEqual({
        ...counts,
        groups: { a: { handled: 3, parked: 0, retried: 0, taken: { intake: 3 } } },
      })
      expect(await other.counters()).toEqual({ ...counts, groups: {} })
      await join(other, 'other')
      expect((await other.counters()).groups).toEqual({
        a: { handled: 0, parked: 0, retried: 0, taken: { intake: 3 } },
      })
    }),
    TIME,
  )

  it(
    'rests a partition that has run too far ahead of a slow record, and goes on',
    using(async (scratch) => {
      const bus = await scratch.open({ partitions: 1, window: 50 })
      let finish = (): void => {}
      const slow = new Promise<void>((resolve) => (finish = resolve))
      let had = 0
      let others = 0
      await bus.subscribe('a', ['intake', 'routing'], async ({ record, service }) => {
        if (service === 'routing') return void (others += 1)
        if (record === 'slow') await slow
        had += 1
      })
      await bus.publish([envelope('slow', 1)])
      const round = (seq: number) => bus.publish(RECORDS.map((record) => envelope(record, seq)))
      for (const seq of numbers(3)) {
        await round(seq)
        await until(() => had === 24 * seq)
      }
      for (const seq of numbers(20).slice(3)) await round(seq)
      // A fetch brings what is there of every partition that does not rest.
      for (const seq of numbers(2)) {
        await bus.publish([envelope('other', seq, { service: 'routing' })])
        await until(() => others === seq)
      }
      expect([had, others]).toEqual([72, 2])
      finish()
      await until(() => had === 481)
      expect(had).toBe(481)
    }),
    TIME,
  )

  it(
    'refuses a topic with other partitions than it must have',
    using(async (scratch) => {
      await scratch.open({ partitions: 2 })
      await expect(scratch.open({ partitions: 3 })).rejects.toThrow(ServerRefused)
      await expect(scratch.open({ partitions: 3 })).rejects.toThrow(/has 2 partitions and must have 3/)
      await expect(scratch.open({ partitions: 2, maxBytes: 2_000_000 })).rejects.toThrow(
        /max.message.bytes .* at least 2001000/,
      )
    }),
    TIME,
  )
})
