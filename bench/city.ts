import { openEmbedded } from '#embedded'
import { createWorld, fromMs, type World } from '#kernel'
import { policy } from '#policy'
import type { Records, StoredCommit } from '#ports'
import type { Rules } from '#rules'
import { dropScratch, scratchDir } from '../tools/scratch.js'
import { services } from '../tools/services.js'

/** How often due clocks are looked for: the load's clock covers months in seconds. */
const LAPSE_EVERY_MS = 20

/** What was written, by what brought it about. */
export interface Written {
  people: number
  reactions: number
  lapses: number
  /** Batches that the appends were answered in. */
  groups: number
}

export interface City {
  world: World
  written: Written
  /** The commits written last, at most `KEPT`. */
  sample: readonly StoredCommit[]
  failures: unknown[]
  /** Moves the load's clock; never back. */
  move: (ms: number) => void
  close: () => Promise<void>
}

const KEPT = 4000

const kindOf = ({ header }: StoredCommit): 'people' | 'reactions' | 'lapses' =>
  header.includes('"cause":{') ? 'reactions' : header.includes('"lapse":{') ? 'lapses' : 'people'

/** Counts on the way to the store; answers of one batch come in one turn of the event loop. */
const counted = (records: Records, written: Written, sample: StoredCommit[]): Records => {
  let answering = false
  const answered = () => {
    if (answering) return
    answering = true
    written.groups++
    setImmediate(() => (answering = false))
  }
  let at = 0
  const plain = records.append.bind(records)
  const append: Records['append'] = (write) => {
    written[kindOf(write.commit)]++
    sample[at++ % KEPT] = write.commit
    const outcome = plain(write)
    void outcome.then(answered)
    return outcome
  }
  return Object.assign(records, { append })
}

/** The real services, rules and adapters over a directory; its clock runs as the load says. */
export const openCity = async (dir: string, startMs: number, rules: Rules): Promise<City> => {
  let ms = startMs
  const time = { now: () => fromMs(ms) }
  const ports = await openEmbedded({ dir, time })
  const written: Written = { people: 0, reactions: 0, lapses: 0, groups: 0 }
  const sample: StoredCommit[] = []
  const failures: unknown[] = []
  const known = new Map<string, Records>()
  const recordsOf = (service: string): Records => {
    const found = known.get(service) ?? counted(ports.records(service), written, sample)
    known.set(service, found)
    return found
  }
  const world = createWorld({
    name: 'bench',
    services: process.env.NOVIEWS
      ? services.map((s) => ({ ...s, views: s.name === 'portal' ? [] : s.views }))
      : services,
    rules,
    policy,
    key: 'key-of-the-bench',
    ports: { ...ports, records: recordsOf, time },
    failed: (error) => void failures.push(error),
    lapseEveryMs: LAPSE_EVERY_MS,
  })
  await world.start()
  const close = async () => {
    await world.stop()
    await ports.close()
  }
  return { world, written, sample, failures, move: (to) => (ms = Math.max(ms, to)), close }
}

/** A directory for the time of `work`, gone afterwards whatever happens. */
export const inDirectory = async <T>(work: (dir: string) => Promise<T>): Promise<T> => {
  const dir = scratchDir('bench')
  try {
    return await work(dir)
  } finally {
    dropScratch(dir)
  }
}
