import { describe, expect, it } from '@jest/globals'
import type { Bus, Envelope, Records, StoredCommit } from '#ports'
import { Relay } from './relay.js'

const stored = (record: string, seq: number) => ({ record, seq }) as StoredCommit
const envelope = ({ record, seq }: { record: string; seq: number }) => ({ record, seq }) as Envelope

/** A relay whose handlers commit more while it recovers. */
const open = (left: StoredCommit[], reacts: (relay: Relay, told: Envelope) => void = () => {}) => {
  const order: string[] = []
  const unrelayed = [...left]
  const records: Pick<Records, 'unrelayed' | 'markRelayed'> = {
    unrelayed: async () => [...unrelayed],
    markRelayed: async (marks) => {
      for (const { record, seq } of marks) {
        const at = unrelayed.findIndex((one) => one.record === record && one.seq === seq)
        if (at >= 0) unrelayed.splice(at, 1)
      }
    },
  }
  const bus: Pick<Bus, 'publish'> = {
    publish: async (envelopes) => {
      for (const told of envelopes) {
        order.push(`${told.record} ${told.seq}`)
        reacts(relay, told)
      }
    },
  }
  const relay: Relay = new Relay(records as Records, bus as Bus, (error) => {
    throw error
  })
  const recover = () => relay.recover(async (one) => envelope(one))
  return { relay, order, unrelayed, recover }
}

const settled = async () => {
  for (let n = 0; n < 5; n++) await new Promise((resolve) => setImmediate(resolve))
}

describe('a relay that begins', () => {
  it('lets nothing new overtake what a record has waiting from before', async () => {
    const { relay, order, unrelayed, recover } = open([stored('a', 3)])
    unrelayed.push(stored('a', 4))
    relay.add(envelope({ record: 'a', seq: 4 }))
    await settled()
    expect(order).toEqual([])
    expect(await recover()).toBe(2)
    await settled()
    expect(order).toEqual(['a 3', 'a 4'])
    expect(relay.idle).toBe(true)
  })

  it('publishes what handlers bring about meanwhile once, and then goes on by itself', async () => {
    const { relay, order, unrelayed, recover } = open([stored('a', 1)], (self, told) => {
      if (told.record !== 'a') return
      unrelayed.push(stored('b', 1))
      self.add(envelope({ record: 'b', seq: 1 }))
    })
    await recover()
    await settled()
    expect(order).toEqual(['a 1', 'b 1'])
    relay.add(envelope({ record: 'c', seq: 1 }))
    await settled()
    expect(order).toEqual(['a 1', 'b 1', 'c 1'])
  })
})
