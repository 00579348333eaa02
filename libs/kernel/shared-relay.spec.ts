import { describe, expect, it } from '@jest/globals'
import type { Envelope, Place, StoredCommit } from '#ports'
import { SharedRelay } from './shared-relay.js'

const HEADER = '{"step":"FileCase","recordedAt":"2026-03-09"}'
const stored = (record: string, seq: number) =>
  ({ record, kind: 'intake/lead', seq, hasEvents: true, header: HEADER }) as StoredCommit
const envelope = (record: string, seq: number, after = seq - 1) => ({ record, seq, after, recordedAt: '' }) as Envelope
const named = ({ record, seq }: Place) => `${record} ${seq}`

/** A store, a bus and a lease as a relay sees them; several relays may share one store and one bus. */
const city = () => {
  const commits: StoredCommit[] = []
  const waits = new Set<string>()
  const order: string[] = []
  const large = new Set<string>()
  const newer = new Set<string>()
  const write = (record: string, seq: number) => {
    commits.push(stored(record, seq))
    waits.add(named({ record, seq }))
  }
  const open = (before: () => Promise<void> = async () => {}) => {
    const held: { token: number | undefined } = { token: undefined }
    const faults: unknown[] = []
    const relay = new SharedRelay({
      records: {
        waiting: async (limit, except = []) =>
          commits.filter((one) => waits.has(named(one)) && !except.includes(one.record)).slice(0, limit),
        after: async (record, seq) => commits.filter((one) => one.record === record && one.seq > seq),
        markRelayed: async (places) => places.forEach((place) => waits.delete(named(place))),
      },
      bus: {
        publish: async (envelopes, may = () => true) => {
          await before()
          const broken = envelopes.find((one) => large.has(one.record))
          if (broken) throw Object.assign(new Error('too large'), { retry: false, envelope: broken })
          if (!may()) throw new Error('fenced')
          order.push(...envelopes.map(({ record, seq, after }) => `${record} ${after}>${seq}`))
        },
      },
      lease: { token: () => held.token },
      toEnvelope: async ({ record, seq }, after) => {
        if (newer.has(record)) throw Object.assign(new Error('unknown'), { retry: false })
        return envelope(record, seq, after)
      },
      failed: (error) => void faults.push(error),
    })
    relay.start()
    return { relay, held, faults }
  }
  return { write, open, order, large, newer, waits }
}

const until = async (holds: () => boolean) => {
  for (let n = 0; n < 500 && !holds(); n++) await new Promise((resolve) => setTimeout(resolve, 5))
}

describe('a relay among several', () => {
  it('publishes nothing without the lease, and with it what anyone wrote, each record in order', async () => {
    const { write, open, order, waits } = city()
    const { relay, held } = open()
    write('a', 1)
    write('b', 1)
    write('a', 2)
    relay.add(envelope('a', 2))
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect([order, relay.idle]).toEqual([[], false])
    held.token = 1
    await until(() => relay.idle)
    expect(order).toEqual(['a 0>1', 'b 0>1', 'a 1>2'])
    write('a', 4)
    relay.add(envelope('a', 4, 2))
    await until(() => order.length === 4)
    expect(order.at(-1)).toBe('a 2>4')
    await until(() => relay.idle)
    expect(waits.size).toBe(0)
    await relay.stop()
  })

  it('sends nothing more once the lease is another’s, which begins with what is not marked', async () => {
    const { write, open, order } = city()
    let sleeping = (): void => {}
    const slept = new Promise<void>((resolve) => (sleeping = resolve))
    const one = open(() => slept)
    const other = open()
    for (const seq of [1, 2]) write('a', seq)
    one.held.token = 1
    await until(() => one.relay.inFlight > 0)
    one.held.token = undefined
    other.held.token = 2
    await until(() => order.length === 2)
    write('a', 3)
    sleeping()
    await until(() => order.length === 3)
    expect(order).toEqual(['a 0>1', 'a 1>2', 'a 2>3'])
    await until(() => one.relay.idle)
    expect(one.faults).toEqual([])
    await Promise.all([one.relay.stop(), other.relay.stop()])
  })

  it('sets aside the record of what can never be sent, in sight of the operator, and goes on with the others', async () => {
    const { write, open, order, large } = city()
    large.add('b')
    const { relay, held } = open()
    held.token = 1
    for (const record of ['a', 'b', 'c']) write(record, 1)
    relay.add(envelope('a', 1))
    await until(() => order.length === 2)
    expect(order).toEqual(['a 0>1', 'c 0>1'])
    expect(relay.parked().map(({ group, record, error }) => [group, record, error])).toEqual([
      ['relay', 'b', 'too large'],
    ])
    write('b', 2)
    relay.add(envelope('b', 2))
    await until(() => relay.idle)
    expect(order.length).toBe(2)
    large.clear()
    expect(relay.redrive('b')).toBe(true)
    await until(() => order.length === 4)
    expect(order.slice(2)).toEqual(['b 0>1', 'b 1>2'])
    expect([relay.parked(), relay.redrive('b')]).toEqual([[], false])
    await relay.stop()
  })

  it('sets aside the record of what a newer program wrote, until it is one itself', async () => {
    const { write, open, order, newer } = city()
    newer.add('b')
    const { relay, held, faults } = open()
    for (const record of ['a', 'b', 'c']) write(record, 1)
    held.token = 1
    await until(() => order.length === 2)
    expect(order).toEqual(['a 0>1', 'c 0>1'])
    expect(relay.parked()).toEqual([
      {
        ...{ group: 'relay', record: 'b', kind: 'intake/lead', seq: 1, step: 'FileCase' },
        ...{ waiting: 1, error: 'unknown', since: '2026-03-09' },
      },
    ])
    newer.clear()
    expect(relay.redrive('b')).toBe(true)
    await until(() => order.length === 3)
    expect([order.at(-1), faults]).toEqual(['b 0>1', []])
    await relay.stop()
  })
})
