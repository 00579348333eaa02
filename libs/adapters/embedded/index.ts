import { join } from 'node:path'
import type { Bus, Records, Time } from '#ports'
import { EmbeddedBus } from './bus.js'
import { EmbeddedRecords } from './records.js'
import { openStore, type Store } from './store.js'

export { StoreError } from './refused.js'
export { manualTime, systemTime } from './time.js'

export interface EmbeddedOptions {
  /** Made when missing. One process at a time. */
  dir: string
  /** One file per world. @default 'liandun.sqlite' */
  file?: string
  time: Time
  /** Waits of a failing handler. @default 50 ms, doubled, 4 repeats */
  bus?: { backoffMs?: number; retries?: number }
}

/** Every port on one SQLite file, for one process. */
export interface Embedded {
  records(service: string): Records
  bus: Bus
  /** Called once when a write could not be put on disk: from then on all are refused and the process has to end. */
  onFailure(listener: (error: Error) => void): void
  close(): Promise<void>
}

const prefixOf = (service: string): string => {
  if (!/^[a-z][a-z0-9-]*$/.test(service))
    throw new Error(`"${service}" is not a service name: lower-case letters, digits, "-"`)
  return service.replaceAll('-', '_')
}

const openRecords = (store: Store) => {
  const opened = new Map<string, EmbeddedRecords>()
  return {
    of: (service: string): EmbeddedRecords => {
      const records = opened.get(service) ?? new EmbeddedRecords(store, prefixOf(service))
      opened.set(service, records)
      return records
    },
    close: () => Promise.all([...opened.values()].map((records) => records.close())),
  }
}

/**
 * Opens the world kept in `dir`/`file`, or makes it.
 * @throws StoreError when the directory is in use by another process or the file is a newer program's, with what to do
 */
export const openEmbedded = async (options: EmbeddedOptions): Promise<Embedded> => {
  const { dir, file = 'liandun.sqlite', time } = options
  const store = openStore(join(dir, file))
  const records = openRecords(store)
  const replay = (topic: string) => records.of(topic).relayAgain()
  const bus = new EmbeddedBus(store, { ...options.bus, now: () => time.now(), replay })
  const close = async () => {
    await bus.close()
    await records.close()
    await store.close()
  }
  return { records: records.of, bus, onFailure: (listener) => store.writer.onFailure(listener), close }
}
