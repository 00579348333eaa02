import { testRecords } from '../../ports/records.suite.js'
import { Scratch } from './fixture.js'
import { EmbeddedRecords } from './records.js'
import type { Store } from './store.js'

const make = async () => {
  const scratch = new Scratch()
  const open = (store: Store) => {
    const records = new EmbeddedRecords(store, 'intake')
    scratch.onClose(() => records.close())
    return records
  }
  return {
    records: open(scratch.store()),
    crash: async () => open(scratch.storeAfterCrash()),
    close: () => scratch.close(),
  }
}

testRecords({
  name: 'embedded',
  make,
  features: { survivesCrash: true, severalProcesses: 'a data directory belongs to one process' },
})
