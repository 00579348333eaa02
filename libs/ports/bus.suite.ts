import { expect } from '@jest/globals'
import type { Bus, Envelope } from './bus.js'
import { pause, suiteOf, until, type Features } from './suite.js'

export interface BusFixture {
  bus: Bus
  /** As if the process had been killed just now: a second one opens what is on disk. */
  crash(): Promise<Bus>
  close(): Promise<void>
}

export interface BusSuite {
  name: string
  /** `replay`: what a bus without a history of its own calls to have a topic relayed again. Repeats wait 1 ms at first, 4 at most. */
  make: (replay: (topic: string) => Promise<void>) => Promise<BusFixture>
  features: Features<'parkedOutlivesProcess' | 'publishWaitsForHandlers'>
}

/** Tries of an envelope whose handler always throws: the first and four repeats. */
const TRIES = 5

const envelope = (record: string, seq: number, more: Partial<Envelope> = {}): Envelope => ({
  service: 'intake',
  dossier: `d-${record}`,
  record,
  kind: 'intake/lead',
  seq,
  after: seq - 1,
  message: `m-${record}-${seq}`,
  occurredAt: '2026-03-07T16:00:00.000+08:00',
  recordedAt: '2026-03-07T16:00:00.000+08:00',
  actor: { agency: 'SAMR-D', office: 'officer', person: 'p1' },
  events: [
    { id: `e-${record}-${seq}`, type: 'LeadReceived', version: 1, data: { 店: '福满楼', list: [1, { deep: true }] } },
  ],
  summary: { state: 'RECEIVED' },
  root: `m-${record}-1`,
  step: 'ReceiveLead',
  ...more,
})

const chain = (record: string, n: number, more: Partial<Envelope> = {}): Envelope[] =>
  Array.from({ length: n }, (_, i) => envelope(record, i + 1, more))

const where = ({ record, seq }: Envelope): string => `${record}/${seq}`
const seqs = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1)

/** A handler that remembers what it has handled, and fails where told. */
const listener = (fails: (envelope: Envelope) => boolean = () => false) => {
  const tried: string[] = []
  const handled: Envelope[] = []
  const handle = async (one: Envelope): Promise<void> => {
    tried.push(where(one))
    if (fails(one)) throw new Error(`cannot take ${where(one)}`)
    handled.push(one)
  }
  return { tried, handled, handle, seen: () => handled.map(where), of: (record: string) => seqsOf(handled, record) }
}

const seqsOf = (envelopes: readonly Envelope[], record: string): number[] =>
  envelopes.filter((one) => one.record === record).map((one) => one.seq)

const parkedOf = async (bus: Bus) =>
  (await bus.parked()).map(({ group, record, waiting, error, envelope: head }) => [
    group,
    record,
    waiting,
    error,
    head.seq,
  ])

/** What every way of delivering envelopes must prove. */
export const testBus = ({ name, make, features }: BusSuite): void =>
  suiteOf(`bus on ${name}`, features, ({ always, promised }) => {
    const log: Envelope[] = []
    const using = (run: (bus: Bus, fixture: BusFixture) => Promise<void>) => async () => {
      log.length = 0
      const replay = async (topic: string): Promise<void> => {
        void fixture.bus.publish(log.filter((one) => one.service === topic)).catch(() => {})
      }
      const fixture = await make(replay)
      try {
        await run(fixture.bus, fixture)
      } finally {
        await fixture.close()
      }
    }
    /** Publishes as a relay does, from a log that can be relayed again. */
    const publish = (bus: Bus, envelopes: readonly Envelope[]): Promise<void> => {
      log.push(...envelopes)
      return bus.publish(envelopes)
    }

    always(
      'brings what was published, as it was',
      using(async (bus) => {
        const a = listener()
        await bus.subscribe('a', ['intake'], a.handle)
        await publish(bus, [envelope('r', 1)])
        await until(() => a.handled.length === 1)
        expect(a.handled).toEqual([envelope('r', 1)])
      }),
    )

    always(
      'keeps the order of each record, in every group, however long handlers take',
      using(async (bus) => {
        const groups = [listener(), listener(), listener()]
        for (const [n, one] of groups.entries())
          await bus.subscribe(`g${n}`, ['intake'], async (got) => {
            await pause((got.seq * 7 + n) % 4)
            await one.handle(got)
          })
        const records = Array.from({ length: 20 }, (_, i) => `r${i}`)
        for (const seq of seqs(8))
          void publish(
            bus,
            records.map((record) => envelope(record, seq)),
          )
        await until(() => groups.every((one) => one.handled.length === 160))
        for (const one of groups) for (const record of records) expect(one.of(record)).toEqual(seqs(8))
      }),
    )

    always(
      'gives each group its topics and no others',
      using(async (bus) => {
        const both = listener()
        const routing = listener()
        await bus.subscribe('both', ['intake', 'routing'], both.handle)
        await bus.subscribe('routing-only', ['routing'], routing.handle)
        await publish(bus, [
          envelope('a', 1),
          envelope('b', 1, { service: 'routing' }),
          envelope('c', 1, { service: 'credit' }),
        ])
        await until(() => both.handled.length === 2 && routing.handled.length === 1)
        await pause(20)
        expect(both.seen().sort()).toEqual(['a/1', 'b/1'])
        expect(routing.seen()).toEqual(['b/1'])
      }),
    )

    always(
      'lets a slow record hold up no other',
      using(async (bus) => {
        const a = listener()
        let finish = (): void => {}
        const slow = new Promise<void>((resolve) => (finish = resolve))
        await bus.subscribe('a', ['intake'], async (got) => {
          if (got.record === 'slow') await slow
          await a.handle(got)
        })
        const publishing = publish(bus, [...chain('slow', 2), ...chain('fast', 3)])
        await until(() => a.of('fast').length === 3)
        expect(a.of('slow')).toEqual([])
        finish()
        await publishing
        await until(() => a.of('slow').length === 2)
        expect(a.of('slow')).toEqual([1, 2])
      }),
    )

    always(
      'tries again in place, and keeps the order',
      using(async (bus) => {
        let failures = 3
        const a = listener((got) => where(got) === 'r/2' && failures-- > 0)
        await bus.subscribe('a', ['intake'], a.handle)
        await publish(bus, [...chain('r', 3), ...chain('s', 3)])
        await until(() => a.handled.length === 6)
        expect(a.tried.filter((one) => one.startsWith('r'))).toEqual(['r/1', 'r/2', 'r/2', 'r/2', 'r/2', 'r/3'])
        expect(a.of('s')).toEqual([1, 2, 3])
        expect(await bus.parked()).toEqual([])
      }),
    )

    always(
      'parks the record of a poisoned envelope, for that group only, while others go on',
      using(async (bus) => {
        const a = listener((got) => where(got) === 'bad/2')
        const b = listener()
        await bus.subscribe('a', ['intake'], a.handle)
        await bus.subscribe('b', ['intake'], b.handle)
        await publish(bus, [...chain('bad', 4), ...chain('good', 4)])
        await until(
          async () => (await bus.parked())[0]?.waiting === 3 && a.of('good').length === 4 && b.handled.length === 8,
        )
        expect(a.of('bad')).toEqual([1])
        expect(a.tried.filter((one) => one === 'bad/2').length).toBe(TRIES)
        expect(a.tried).not.toContain('bad/3')
        expect(a.of('good')).toEqual([1, 2, 3, 4])
        expect(b.of('bad')).toEqual([1, 2, 3, 4])
        expect(await parkedOf(bus)).toEqual([['a', 'bad', 3, 'cannot take bad/2', 2]])
        expect((await bus.parked())[0]?.envelope).toEqual(envelope('bad', 2))
      }),
    )

    always(
      'parks at once what cannot become better',
      using(async (bus) => {
        const tried: string[] = []
        await bus.subscribe('a', ['intake'], async (got) => {
          tried.push(where(got))
          throw Object.assign(new Error('no such paper'), { retry: false })
        })
        await publish(bus, [envelope('r', 1)])
        await until(async () => (await bus.parked()).length === 1)
        expect(tried).toEqual(['r/1'])
        expect(await parkedOf(bus)).toEqual([['a', 'r', 1, 'no such paper', 1]])
      }),
    )

    always(
      'drives parked envelopes through in order, and what comes after them',
      using(async (bus) => {
        let broken = true
        const a = listener((got) => broken && got.record === 'r')
        await bus.subscribe('a', ['intake'], a.handle)
        await publish(bus, chain('r', 3))
        await until(async () => (await bus.parked())[0]?.waiting === 3)
        broken = false
        expect(await bus.redrive('a', 'r')).toBe(3)
        expect(await bus.parked()).toEqual([])
        await publish(bus, [envelope('r', 4)])
        await until(() => a.handled.length === 4)
        expect(a.of('r')).toEqual([1, 2, 3, 4])
        expect(await bus.redrive('a', 'r')).toBe(0)
      }),
    )

    always(
      'leaves parked what fails again, with the newest error',
      using(async (bus) => {
        let worst = 1
        const a = listener((got) => got.seq >= worst)
        await bus.subscribe('a', ['intake'], a.handle)
        await publish(bus, chain('r', 4))
        await until(async () => (await bus.parked())[0]?.waiting === 4)
        worst = 3
        expect(await bus.redrive('a', 'r')).toBe(2)
        expect(a.of('r')).toEqual([1, 2])
        expect(await parkedOf(bus)).toEqual([['a', 'r', 2, 'cannot take r/3', 3]])
      }),
    )

    promised(
      'parkedOutlivesProcess',
      'still has after a crash what was parked, in order',
      using(async (bus, fixture) => {
        const a = listener((got) => got.record === 'r')
        await bus.subscribe('a', ['intake'], a.handle)
        await publish(bus, [...chain('r', 3), ...chain('s', 1)])
        await until(async () => (await bus.parked())[0]?.waiting === 3 && a.handled.length === 1)
        const after = await fixture.crash()
        expect(await parkedOf(after)).toEqual([['a', 'r', 3, 'cannot take r/1', 1]])
        const again = listener()
        await after.subscribe('a', ['intake'], again.handle)
        await publish(after, [envelope('r', 4)])
        await until(async () => (await after.parked())[0]?.waiting === 4)
        expect(await after.redrive('a', 'r')).toBe(4)
        expect(again.of('r')).toEqual([1, 2, 3, 4])
      }),
    )

    always(
      'gives a group that joins late the whole history in order',
      using(async (bus) => {
        const early = listener()
        await bus.subscribe('early', ['intake'], early.handle)
        await publish(bus, [...chain('r', 3), ...chain('s', 2)])
        await until(() => early.handled.length === 5)
        const late = listener()
        await bus.subscribe('late', ['intake'], late.handle)
        await publish(bus, [envelope('r', 4)])
        await until(() => late.handled.length >= 6)
        expect(late.of('r')).toEqual([1, 2, 3, 4])
        expect(late.of('s')).toEqual([1, 2])
      }),
    )

    always(
      'gives a group that was away what it has missed',
      using(async (bus) => {
        const before = listener()
        const other = listener()
        const subscription = await bus.subscribe('a', ['intake'], before.handle)
        await bus.subscribe('other', ['intake'], other.handle)
        await publish(bus, chain('r', 2))
        await until(() => before.handled.length === 2)
        await subscription.close()
        await publish(bus, [envelope('r', 3)])
        await until(() => other.handled.length === 3)
        expect(before.of('r')).toEqual([1, 2])
        const back = listener()
        await bus.subscribe('a', ['intake'], back.handle)
        await until(() => back.of('r').includes(3))
        expect(back.of('r').filter((seq) => seq > 2)).toEqual([3])
      }),
    )

    always(
      'forgets a group that nobody is in, and what waits for it',
      using(async (bus) => {
        const [first, other, back] = [listener(({ seq }) => seq === 2), listener(), listener()]
        const subscription = await bus.subscribe('a', ['intake'], first.handle)
        await bus.subscribe('other', ['intake'], other.handle)
        await publish(bus, chain('r', 3))
        await until(async () => (await bus.parked())[0]?.waiting === 2)
        expect(await bus.forget('a')).toBe(false)
        expect((await bus.parked()).length).toBe(1)
        await subscription.close()
        expect(await bus.forget('a')).toBe(true)
        expect(await bus.forget('a')).toBe(true)
        expect(await bus.forget('never-there')).toBe(true)
        expect(await bus.parked()).toEqual([])
        await bus.subscribe('a', ['intake'], back.handle)
        await until(() => back.handled.length >= 3)
        expect(back.of('r')).toEqual([1, 2, 3])
        expect(other.of('r').length).toBeGreaterThanOrEqual(3)
      }),
    )

    always(
      'gives a group that comes back what is just being published',
      using(async (bus) => {
        let finish = (): void => {}
        const held = new Promise<void>((resolve) => (finish = resolve))
        const subscription = await bus.subscribe('a', ['intake'], async () => {})
        await bus.subscribe('slow', ['intake'], () => held)
        await subscription.close()
        const publishing = publish(bus, chain('r', 1))
        await until(async () => (await bus.counters()).inFlight > 0)
        const back = listener()
        const subscribing = bus.subscribe('a', ['intake'], back.handle)
        finish()
        await Promise.all([publishing, subscribing])
        await until(() => back.handled.length > 0)
        expect(back.of('r')).toEqual([1])
      }),
    )

    always(
      'lets nobody change what others see',
      using(async (bus) => {
        const source = envelope('r', 1)
        const b = listener()
        await bus.subscribe('a', ['intake'], async (got) => {
          try {
            Object.assign(got, { record: 'spoilt' })
            Object.assign(got.events[0] ?? {}, { type: 'Spoilt' })
          } catch {
            // a frozen envelope refuses by itself
          }
        })
        await bus.subscribe('b', ['intake'], async (got) => {
          await pause(10)
          await b.handle(got)
        })
        const publishing = publish(bus, [source])
        source.record = 'changed by its sender'
        await publishing
        await until(() => b.handled.length === 1)
        expect(b.handled).toEqual([envelope('r', 1)])
      }),
    )

    always(
      'refuses what a wire could not carry',
      using(async (bus) => {
        await expect(bus.publish([envelope('r', 1, { summary: { at: new Map() } })])).rejects.toThrow(TypeError)
        await expect(bus.publish([envelope('r', 1, { summary: () => 1 })])).rejects.toThrow(TypeError)
      }),
    )

    always(
      'sends nothing for one who may no longer',
      using(async (bus) => {
        const had: number[] = []
        await bus.subscribe('a', ['intake'], async ({ seq }) => void had.push(seq))
        await expect(bus.publish([envelope('r', 1)], () => false)).rejects.toThrow('another process publishes now')
        await bus.publish([envelope('r', 2)], () => true)
        await until(() => had.length > 0)
        expect(had).toEqual([2])
      }),
    )

    always(
      'counts so that others can see quiet',
      using(async (bus) => {
        const a = listener((got) => got.record === 'bad')
        const b = listener()
        await bus.subscribe('a', ['intake'], a.handle)
        await bus.subscribe('b', ['intake', 'routing'], b.handle)
        await publish(bus, [...chain('good', 3), ...chain('bad', 2), envelope('x', 1, { service: 'routing' })])
        await until(async () => (await bus.counters()).groups.a?.parked === 2 && b.handled.length === 6)
        await until(async () => (await bus.counters()).inFlight === 0)
        expect(await bus.counters()).toEqual({
          published: 6,
          topics: { intake: 5, routing: 1 },
          inFlight: 0,
          groups: {
            a: { handled: 3, retried: 4, parked: 2, taken: { intake: 5 } },
            b: { handled: 6, retried: 0, parked: 0, taken: { intake: 5, routing: 1 } },
          },
        })
      }),
    )

    always(
      'counts what is on its way',
      using(async (bus) => {
        let finish = (): void => {}
        const held = new Promise<void>((resolve) => (finish = resolve))
        await bus.subscribe('a', ['intake'], () => held)
        const publishing = publish(bus, chain('r', 2))
        await until(async () => (await bus.counters()).inFlight > 0)
        expect((await bus.counters()).groups.a?.handled).toBe(0)
        finish()
        await publishing
        await until(async () => (await bus.counters()).groups.a?.handled === 2)
        expect((await bus.counters()).inFlight).toBe(0)
      }),
    )

    always(
      'finishes on closing what has begun and begins nothing more',
      using(async (bus) => {
        const begun: string[] = []
        const ended: string[] = []
        await bus.subscribe('a', ['intake'], async (got) => {
          begun.push(where(got))
          await pause(50)
          ended.push(where(got))
        })
        const publishing = publish(bus, chain('r', 3)).catch(() => {})
        await until(() => begun.length === 1)
        await bus.close()
        expect(ended).toEqual(begun)
        await pause(80)
        await publishing
        expect(begun).toEqual(['r/1'])
      }),
    )

    promised(
      'publishWaitsForHandlers',
      'rejects when it is closed first, so that the relay publishes again',
      using(async (bus) => {
        const a = listener()
        await bus.subscribe('a', ['intake'], async (got) => {
          await pause(20)
          await a.handle(got)
        })
        const publishing = publish(bus, chain('r', 3))
        const outcome = publishing.then(
          () => 'delivered',
          (error: Error) => error.name,
        )
        await until(async () => (await bus.counters()).inFlight > 0)
        await bus.close()
        expect(await outcome).toBe('BusClosed')
        await expect(bus.publish([envelope('s', 1)])).rejects.toThrow('closed')
      }),
    )

    promised(
      'publishWaitsForHandlers',
      'does not wait for the next try when it is closed',
      using(async (bus) => {
        const a = listener(() => true)
        await bus.subscribe('a', ['intake'], a.handle)
        const outcome = publish(bus, chain('r', 1)).then(
          () => 'delivered',
          (error: Error) => error.name,
        )
        await until(() => a.tried.length === 1)
        await bus.close()
        expect(await outcome).toBe('BusClosed')
      }),
    )
  })
