import type { Bus, Envelope, Lease, Place, Records, StoredCommit } from '#ports'
import { Cache } from './cache.js'
import { RELAY, type Waiting } from './waiting.js'

export interface SharedRelayOptions {
  records: Pick<Records, 'waiting' | 'after' | 'markRelayed'>
  bus: Pick<Bus, 'publish'>
  lease: Pick<Lease, 'token'>
  /** The envelope of a commit that another process wrote. */
  toEnvelope: (stored: StoredCommit, after: number) => Promise<Envelope>
  failed: (error: unknown) => void
}

/** Commits that leave together. */
const PIECE = 500
/** How often it is looked for what others wrote: seldom, or often while others write. */
const SELDOM_MS = 200
const OFTEN_MS = 20
/** Looks in vain after which it is seldom again. */
const LOOKS = 500

const nameOf = ({ record, seq }: Place): string => `${record} ${seq}`
const placeOf = ({ record, seq }: Place): Place => ({ record, seq })

/** What no number of tries makes go out: the bus names the envelope. */
const unsendable = (error: unknown): Place | undefined => {
  const { retry, envelope } = (error ?? {}) as { retry?: boolean; envelope?: Place }
  return retry === false ? envelope : undefined
}

/**
 * Relays where several processes write the same records: the one that holds the lease publishes what any of them committed, one batch
 * after the other, each record from its first commit that is not marked. So whoever publishes, and should two do it for a moment,
 * every commit comes first after the one before it; what comes later than it should has come before.
 */
export class SharedRelay {
  /** What this process committed itself, as it was then. */
  private readonly mine = new Map<string, Envelope>()
  private readonly aside = new Map<string, Waiting>()
  /** Newest published position per record, under this number of the lease. */
  private readonly told = new Cache<number>(50_000)
  private token: number | undefined
  /** Published, and the store does not know it yet. */
  private unmarked: Place[] = []
  /** What waited when it was last looked. */
  private seen = 0
  private looks = 0
  private running: Promise<void> | undefined
  private stopped = false
  private woken = false
  private end = (): void => {}
  /** Nothing waits, as far as was seen since the last commit here. */
  idle = true
  published = 0
  inFlight = 0

  constructor(private readonly options: SharedRelayOptions) {}

  /** Something was committed here. */
  add(envelope: Envelope): void {
    this.idle = false
    if (this.options.lease.token() === undefined) return
    if (!this.aside.has(envelope.record) && envelope.seq > (this.told.get(envelope.record) ?? 0))
      this.mine.set(nameOf(envelope), envelope)
    this.wake()
  }

  start(): void {
    this.idle = false
    this.running ??= this.run()
  }

  async stop(): Promise<void> {
    this.stopped = true
    this.wake()
    await this.running
  }

  /** Records whose next envelope cannot be published; their later ones wait behind it. */
  parked(): Waiting[] {
    return [...this.aside.values()]
  }

  /** Commits that are not published yet, of those that the holder of the lease has seen. */
  get lag(): number {
    return Math.max(this.mine.size, this.seen)
  }

  /** Tries one of them again. */
  redrive(record: string): boolean {
    const found = this.aside.delete(record)
    if (found) this.wake()
    return found
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      const wait = await this.round().catch((error: unknown) => {
        this.options.failed(error)
        return SELDOM_MS
      })
      if (wait && !this.stopped) await this.rest(wait)
    }
  }

  private async rest(ms: number): Promise<void> {
    if (this.woken) return
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      this.end = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  private wake(): void {
    this.woken = true
    this.end()
  }

  /** How long to rest when there is nothing. */
  private get pause(): number {
    if (!this.idle) return 0
    if (this.looks > 0) this.looks -= 1
    return this.looks > 0 ? OFTEN_MS : SELDOM_MS
  }

  /** Returns how long to rest before the next. */
  private async round(): Promise<number> {
    this.woken = false
    const token = this.options.lease.token()
    if (token !== this.token) this.begin(token)
    await this.mark()
    this.idle = true
    const places = await this.options.records.waiting(token === undefined ? 1 : PIECE, [...this.aside.keys()])
    this.seen = token === undefined ? 0 : places.length
    if (!places.length) return this.pause
    this.idle = false
    if (token === undefined) return SELDOM_MS
    await this.send(await this.envelopesOf(places), token)
    return 0
  }

  /** Others may have gone on meanwhile: nothing that was known before counts. */
  private begin(token: number | undefined): void {
    this.token = token
    this.mine.clear()
    this.told.clear()
  }

  private async envelopesOf(places: readonly Place[]): Promise<Envelope[]> {
    const strange = new Set(places.filter((place) => !this.mine.has(nameOf(place))).map(({ record }) => record))
    if (strange.size) this.looks = LOOKS
    const read = await Promise.all([...strange].map((record) => this.read(record, places)))
    const made = new Map(read.flat().map((one) => [nameOf(one), one]))
    return places.flatMap((place) => this.mine.get(nameOf(place)) ?? made.get(nameOf(place)) ?? [])
  }

  /** What others committed to a record, from the position on that is known here, as far as this program can tell of it. */
  private async read(record: string, places: readonly Place[]): Promise<Envelope[]> {
    const wanted = new Set(places.filter((place) => place.record === record).map(({ seq }) => seq))
    let after = this.told.get(record) ?? 0
    const envelopes: Envelope[] = []
    for (const stored of await this.options.records.after(record, after)) {
      if (wanted.has(stored.seq)) {
        const made = await this.made(stored, after)
        if (!made) return envelopes
        envelopes.push(made)
      }
      if (stored.hasEvents) after = stored.seq
    }
    return envelopes
  }

  /** A newer program may have written it. */
  private async made(stored: StoredCommit, after: number): Promise<Envelope | undefined> {
    try {
      return await this.options.toEnvelope(stored, after)
    } catch (error) {
      if ((error as { retry?: boolean }).retry !== false) throw error
      const { step, recordedAt } = JSON.parse(stored.header) as { step: string; recordedAt: string }
      this.setAside({ ...stored, step, recordedAt }, error as Error)
      return undefined
    }
  }

  private async send(envelopes: readonly Envelope[], token: number): Promise<void> {
    if (!envelopes.length) return
    const may = () => !this.stopped && this.options.lease.token() === token
    this.inFlight = envelopes.length
    try {
      await this.options.bus.publish(envelopes, may)
      this.settle(envelopes)
    } catch (error) {
      const place = unsendable(error)
      if (place)
        this.setAside(
          envelopes.find((one) => nameOf(one) === nameOf(place))!,
          error as Error,
        )
      else if (may()) throw error
    } finally {
      this.inFlight = 0
    }
    await this.mark()
  }

  private settle(envelopes: readonly Envelope[]): void {
    this.published += envelopes.length
    this.unmarked.push(...envelopes.map(placeOf))
    for (const envelope of envelopes) {
      this.mine.delete(nameOf(envelope))
      this.told.set(envelope.record, envelope.seq)
    }
  }

  private async mark(): Promise<void> {
    if (!this.unmarked.length) return
    await this.options.records.markRelayed(this.unmarked)
    this.unmarked = []
  }

  private setAside(first: Pick<Envelope, 'record' | 'kind' | 'seq' | 'step' | 'recordedAt'>, { message }: Error): void {
    const { record, kind, seq, step, recordedAt: since } = first
    this.aside.set(record, { group: RELAY, record, kind, seq, step, waiting: 1, error: message, since })
  }
}
