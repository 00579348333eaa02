import { setTimeout as pause } from 'node:timers/promises'
import { fromMs, toMs } from '#kernel'
import type { Row, ViewTable } from '#ports'
import type { WorldFace } from '../house.js'
import { Places } from './places.js'

/** An act that lists show by now, and the record as they show it. */
export interface Change {
  act: Row
  record: Row
  /** Names its place to whoever is told of it. */
  place: () => string
}

/** What happened since a place: `gap` when that cannot be said, so that whoever asks looks at everything again. */
export interface News {
  changes: readonly Change[]
  cursor: () => string
  gap: boolean
}

type Hears = (news: News) => void

const LOOK_MS = 300
/** Without anybody who asks it rests. */
const REST_MS = 120_000
/** Acts kept for those who come back; also the most that one look finds. */
const MOST = 1000
/** How much later than others an act may arrive, by the clocks of the services. */
const LATE_MS = 3_600_000

/** What was done before what came of it. */
const placeOf = ({ recordedAt, order, seq }: Row): string =>
  `${String(recordedAt)} ${String(order)} ${String(seq).padStart(9, '0')}`
const inOrder = (a: Row, b: Row): number => (placeOf(a) < placeOf(b) ? -1 : 1)

/** One run of the reader, from somebody's question to a rest. */
class Run {
  readonly places = new Places()
  n = 0
  told: (Change & { n: number })[] = []
  private newest: string | undefined
  /** What the first look finds everybody knows already. */
  private first = true
  /** Acts of the last hours that were told, and those that the last look found. */
  private known = new Set<string>()
  private arrived = new Set<string>()

  constructor(
    private readonly timeline: ViewTable,
    private readonly records: ViewTable,
  ) {}

  /** What is told now; undefined: nothing. */
  async look(): Promise<News | undefined> {
    const filter = this.newest === undefined ? {} : { recordedAt: { $gte: fromMs(toMs(this.newest) - LATE_MS) } }
    const found = await this.timeline.find(filter, { sort: { recordedAt: -1 }, limit: MOST })
    const [first, ids] = [this.first, new Set(found.map(({ id }) => id))]
    this.first = false
    if (!found.length) return undefined
    this.newest = String(found[0]!.recordedAt)
    const fresh = found.filter(({ id }) => !this.known.has(id)).sort(inOrder)
    const flood = !first && fresh.length === MOST
    const shown = fresh.filter(({ id }) => first || flood || this.arrived.has(id))
    this.arrived = ids
    this.known = new Set([...ids].filter((id) => this.known.has(id) || shown.some((act) => act.id === id)))
    if (flood) return this.flooded()
    return first || !shown.length ? undefined : this.tell(await this.withRecords(shown))
  }

  cursor(): string {
    return this.places.name(this.n)
  }

  since(place: string | undefined): News {
    const now = { changes: [], cursor: () => this.cursor(), gap: false }
    if (place === undefined) return now
    const from = this.places.read(place)
    if (from === undefined || from < this.n - this.told.length) return { ...now, gap: true }
    return { ...now, changes: this.told.filter(({ n }) => n > from) }
  }

  private async withRecords(acts: readonly Row[]): Promise<Pick<Change, 'act' | 'record'>[]> {
    const ids = [...new Set(acts.map(({ record }) => String(record)))]
    const rows = new Map((await this.records.find({ id: { $in: ids } }, { limit: MOST })).map((row) => [row.id, row]))
    return acts.flatMap((act) => {
      const record = rows.get(String(act.record))
      return record ? [{ act, record }] : []
    })
  }

  private tell(news: readonly Pick<Change, 'act' | 'record'>[]): News {
    const changes = news.map((one) => {
      const n = ++this.n
      return { ...one, n, place: () => this.places.name(n) }
    })
    this.told = [...this.told, ...changes].slice(-MOST)
    return { changes, cursor: () => this.cursor(), gap: false }
  }

  /** More came at once than is told one by one. */
  private flooded(): News {
    this.n += 1
    this.told = []
    return { changes: [], cursor: () => this.cursor(), gap: true }
  }
}

/**
 * What becomes known of a world, read off the portal's own views by one reader for everybody: so it is the same wherever the services run
 * and however many portals there are. An act is told one look after it was found, when the lists that are folded beside it show its record
 * too.
 */
export class Feed {
  private run: Promise<Run> | undefined
  private readonly hearers = new Set<Hears>()
  private asked = 0
  private stopped = false

  constructor(
    private readonly world: Pick<WorldFace, 'view'>,
    private readonly failed: (error: unknown) => void,
  ) {}

  /** What happened since a place that an earlier answer named; without one: only where it stands now. */
  async since(place: string | undefined): Promise<News> {
    return (await this.begun()).since(place)
  }

  /** The same, and whatever comes after it; `quit` to hear no more. */
  async hear(place: string | undefined, hears: Hears): Promise<{ missed: News; quit: () => void }> {
    const run = await this.begun()
    this.hearers.add(hears)
    return { missed: run.since(place), quit: () => void this.hearers.delete(hears) }
  }

  stop(): void {
    this.stopped = true
    this.hearers.clear()
  }

  private begun(): Promise<Run> {
    this.asked = performance.now()
    this.run ??= this.begin().catch((error: unknown) => {
      this.run = undefined
      throw error
    })
    return this.run
  }

  private async begin(): Promise<Run> {
    const run = new Run(this.world.view('portal', 'timeline')!, this.world.view('portal', 'records')!)
    await run.look()
    void this.goOn(run)
    return run
  }

  /** Whoever comes back after a rest is told that there is a gap. */
  private async goOn(run: Run): Promise<void> {
    while (!this.stopped && (this.hearers.size || performance.now() - this.asked < REST_MS)) {
      await pause(LOOK_MS, undefined, { ref: false })
      const news = this.stopped ? undefined : await run.look().catch(this.failed)
      if (news) for (const hears of this.hearers) hears(news)
    }
    this.run = undefined
  }
}
