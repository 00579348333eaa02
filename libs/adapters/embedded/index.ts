import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Blobs, Bus, Jobs, Records, Time, Vault, Views } from '#ports'
import { openBlobs } from './blobs.js'
import { EmbeddedBus } from './bus.js'
import { EmbeddedJobs } from './jobs.js'
import { EmbeddedRecords } from './records.js'
import { openStore, type Store } from './store.js'
import { EmbeddedVault } from './vault.js'
import { EmbeddedViews } from './views.js'

export { Batches } from './batches.js'
export { checkOpening, normalized, numbered, type Opening } from './informants.js'
export { keyFile } from './key-file.js'
export { StoreError } from './refused.js'
export { sealer, type Sealer } from './sealing.js'
export { manualTime, systemTime } from './time.js'

const FILE = 'liandun.sqlite'

export interface EmbeddedOptions {
  /** Made when missing. One process at a time. */
  dir: string
  /** One file per world. @default 'liandun.sqlite' */
  file?: string
  time: Time
  /** Secrets from outside instead of the files beside the store. */
  keys?: { vault?: Uint8Array }
  /** Waits of a failing handler. @default 50 ms, doubled, 4 repeats */
  bus?: { backoffMs?: number; retries?: number }
}

/** Whether a world is kept there. */
export const isKept = (dir: string, file: string): boolean => existsSync(join(dir, file))

/** Every port on one SQLite file, for one process. */
export interface Embedded {
  records(service: string): Records
  views(service: string): Views
  bus: Bus
  jobs: Jobs & {
    /** Runs what is due at `time.now()`; resolves when all have ended. Returns how many ran. Under manual time nothing runs otherwise. */
    runDue(): Promise<number>
  }
  blobs: Blobs
  vault: Vault
  /** Called once when a write could not be put on disk: from then on all are refused and the process has to end. */
  onFailure(listener: (error: Error) => void): void
  close(): Promise<void>
}

const prefixOf = (service: string): string => {
  if (!/^[a-z][a-z0-9-]*$/.test(service))
    throw new Error(`"${service}" is not a service name: lower-case letters, digits, "-"`)
  return service.replaceAll('-', '_')
}

/** One of each service, made when first asked for. */
const perService = <T>(make: (prefix: string) => T) => {
  const made = new Map<string, T>()
  const of = (service: string): T => {
    const known = made.get(service) ?? make(prefixOf(service))
    made.set(service, known)
    return known
  }
  return { of, all: () => [...made.values()] }
}

const openVault = ({ dir, file = FILE, keys }: EmbeddedOptions): EmbeddedVault => {
  const stem = join(dir, file.replace(/\.sqlite$/, ''))
  return new EmbeddedVault({ path: `${stem}.vault.sqlite`, keyPath: `${stem}.vault.key`, key: keys?.vault })
}

const assemble = (store: Store, vault: EmbeddedVault, { dir, time, bus: patience }: EmbeddedOptions): Embedded => {
  const records = perService((prefix) => new EmbeddedRecords(store, prefix))
  const views = perService((prefix) => new EmbeddedViews(store, prefix))
  const replay = (topic: string) => records.of(topic).relayAgain()
  const bus = new EmbeddedBus(store, { ...patience, now: () => time.now(), replay })
  const jobs = new EmbeddedJobs(store, time)
  const close = async () => {
    await bus.close()
    await jobs.close()
    await Promise.all(records.all().map((one) => one.close()))
    await vault.close()
    await store.close()
  }
  const blobs = openBlobs(join(dir, 'blobs'))
  const onFailure = (listener: (error: Error) => void) => store.writer.onFailure(listener)
  return { records: records.of, views: views.of, bus, jobs, blobs, vault, onFailure, close }
}

/**
 * Opens the world kept in `dir`/`file`, or makes it. Worlds in one directory share its blobs and nothing else.
 * @throws StoreError when the directory is in use by another process or the file is a newer program's, with what to do
 */
export const openEmbedded = async (options: EmbeddedOptions): Promise<Embedded> => {
  const store = openStore(join(options.dir, options.file ?? FILE))
  try {
    return assemble(store, openVault(options), options)
  } catch (error) {
    await store.close()
    throw error
  }
}
