import { testBus } from '../../ports/bus.suite.js'
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
