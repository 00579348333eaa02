import { expect, it } from '@jest/globals'
import { mongo } from 'mongoose'
import { until } from '../../ports/suite.js'
import { envelope, scratchKafka, onServer, type ScratchKafka } from './fixture.js'
import type { KafkaBus } from './bus.js'
import { encode, type Wire } from './wire.js'

const TIME = 20_000

const using = (run: (bus: KafkaBus, scratch: ScratchKafka) => Promise<void>) => async () => {
  const scratch = await scratchKafka()
  try {
    await run(await scratch.open({ holdMs: 300 }), scratch)
  } finally {
    await scratch.close()
  }
}

const listening = async (bus: KafkaBus) => {
  const had: string[] = []
  await bus.subscribe('a', ['intake'], async ({ record, seq }) => void had.push(`${record}/${seq}`))
  return had
}

const parkedOf = async (bus: KafkaBus) =>
  (await bus.parked()).map(({ record, waiting, error }) => `${record} ${waiting}: ${error}`)

const wire = (record: string, seq: number, more: Partial<Wire> = {}): Wire => ({
  ...encode(envelope(record, seq, { dossier: 'd' })),
  ...more,
})

const headers = (record: string, seq: number, more: Record<string, string>) => ({
  headers: { ...wire(record, seq).headers, ...more },
})

onServer('KAFKA_BROKERS', () => {
  const send = (bus: KafkaBus, scratch: ScratchKafka, ...wires: Wire[]) =>
    bus.link.send(new Map([[scratch.topic('intake'), wires]]))

  it(
    'parks the record of a message that is not JSON, while its partition goes on',
    using(async (bus, scratch) => {
      const had = await listening(bus)
      await send(bus, scratch, wire('r', 1), wire('r', 2, { value: '{"ser' }), wire('r', 3), wire('s', 1))
      await until(async () => had.length === 2 && (await bus.parked())[0]?.waiting === 2)
      expect(had.sort()).toEqual(['r/1', 's/1'])
      expect(await parkedOf(bus)).toEqual(['r 2: the value is not JSON'])
      expect((await bus.parked())[0]!.envelope.summary).toEqual({ unread: '{"ser' })
      expect(await bus.redrive('a', 'r')).toBe(0)
      expect(await parkedOf(bus)).toEqual(['r 2: the value is not JSON'])
    }),
    TIME,
  )

  it(
    'parks a message of nobody under its place',
    using(async (bus, scratch) => {
      const had = await listening(bus)
      await send(bus, scratch, wire('r', 1), { key: 'd', value: 'hello', headers: {} }, wire('r', 2))
      await until(async () => had.length === 2 && (await bus.parked()).length === 1)
      expect(had).toEqual(['r/1', 'r/2'])
      const [one] = await bus.parked()
      expect([one!.record, one!.error]).toEqual([
        expect.stringMatching(/^test-.*\.intake\/\d\/1$/),
        '"" in ce_type is no envelope',
      ])
    }),
    TIME,
  )

  it(
    'parks an envelope of a newer version, as it came, and takes unknown fields',
    using(async (bus, scratch) => {
      const had = await listening(bus)
      const newer = wire('r', 1, headers('r', 1, { ce_type: 'liandun.commit.v2' }))
      await send(
        bus,
        scratch,
        newer,
        wire('r', 2),
        wire('s', 1, { value: JSON.stringify({ ...envelope('s', 1), new: 1 }) }),
      )
      await until(async () => had.length === 1 && (await bus.parked())[0]?.waiting === 2)
      expect(had).toEqual(['s/1'])
      expect(await parkedOf(bus)).toEqual(['r 2: envelope of version 2; this program reads up to 1'])
    }),
    TIME,
  )

  it(
    'refuses an envelope that is too large before anything of its array is sent',
    using(async (bus) => {
      const had = await listening(bus)
      const large = envelope('r', 1, { summary: 'x'.repeat(1_000_000) })
      await expect(bus.publish([envelope('s', 1), large])).rejects.toMatchObject({
        name: 'EnvelopeTooLarge',
        retry: false,
        envelope: { record: 'r', seq: 1 },
        limit: 1_000_000,
      })
      const largest = envelope('r', 1, { summary: 'x'.repeat(999_000) })
      await bus.publish([largest, envelope('r', 2, { summary: 'x'.repeat(999_000) }), envelope('r', 3)])
      await until(() => had.length === 3)
      expect(had).toEqual(['r/1', 'r/2', 'r/3'])
    }),
    TIME,
  )

  it(
    'holds what comes before the one it follows, and parks it when that does not come',
    using(async (bus, scratch) => {
      const had = await listening(bus)
      await send(bus, scratch, wire('r', 1), wire('r', 3), wire('r', 2), wire('s', 1), wire('s', 3), wire('r', 4))
      await until(() => had.length === 5)
      expect(had.filter((one) => one.startsWith('r'))).toEqual(['r/1', 'r/2', 'r/3', 'r/4'])
      await until(async () => (await bus.parked()).length === 1)
      expect(await parkedOf(bus)).toEqual(['s 1: s/3 follows 2, which has not come'])
      await send(bus, scratch, wire('s', 2))
      await until(async () => (await bus.parked())[0]?.waiting === 2)
      expect(await bus.redrive('a', 's')).toBe(2)
      expect(had.filter((one) => one.startsWith('s'))).toEqual(['s/1', 's/2', 's/3'])
    }),
    TIME,
  )

  it(
    'does not park while a server is away',
    using(async (bus) => {
      let away = 8
      const had: string[] = []
      await bus.subscribe('a', ['intake'], async ({ record, seq }) => {
        if (away-- > 0) throw new Error('cannot write', { cause: new mongo.MongoNetworkError('lost') })
        had.push(`${record}/${seq}`)
      })
      await bus.publish([envelope('r', 1), envelope('r', 2)])
      await until(() => had.length === 2)
      expect([had, await bus.parked()]).toEqual([['r/1', 'r/2'], []])
    }),
    TIME,
  )

  it(
    'carries the trace of an envelope in a header',
    using(async (_, scratch) => {
      const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'
      const bus = await scratch.open()
      const traces: (string | undefined)[] = []
      await bus.subscribe('a', ['intake'], async (got) => void traces.push(got.traceparent))
      await bus.publish([envelope('r', 1, { traceparent }), envelope('r', 2)])
      await until(() => traces.length === 2)
      expect(traces).toEqual([traceparent, undefined])
    }),
    TIME,
  )
})
