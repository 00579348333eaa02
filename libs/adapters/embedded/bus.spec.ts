import { describe, expect, it } from '@jest/globals'
import type { Envelope } from '#ports'
import { testBus } from '../../ports/bus.suite.js'
import { until } from '../../ports/suite.js'
import { EmbeddedBus } from './bus.js'
import { Scratch } from './fixture.js'
import type { Store } from './store.js'
import { manualTime } from './time.js'

const make = async (replay: (topic: string) => Promise<void>) => {
  const scratch = new Scratch()
  const { now } = manualTime('2026-03-07T16:00:00.000+08:00')
  const open = (store: Store) => {
    const bus = new EmbeddedBus(store, { now, replay, backoffMs: 1 })
    scratch.onClose(() => bus.close())
    return bus
  }
  return {
    bus: open(scratch.store()),
    crash: async () => open(scratch.storeAfterCrash()),
    close: () => scratch.close(),
  }
}

testBus({ name: 'embedded', make, features: { parkedOutlivesProcess: true, publishWaitsForHandlers: true } })

describe('embedded bus', () => {
  it('closes without waiting for the next try', async () => {
    const scratch = new Scratch()
    const now = () => '2026-03-07T16:00:00.000+08:00'
    const bus = new EmbeddedBus(scratch.store(), { now, backoffMs: 60_000 })
    let tried = 0
    await bus.subscribe('a', ['intake'], async () => {
      tried += 1
      throw new Error('not yet')
    })
    const publishing = bus.publish([{ service: 'intake', record: 'r', seq: 1 } as Envelope])
    await until(() => tried === 1)
    await Promise.all([expect(publishing).rejects.toThrow('closed'), bus.close()])
    expect(await bus.parked()).toEqual([])
    await scratch.close()
  })
})
