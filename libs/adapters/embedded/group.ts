import type { Counters, Envelope } from '#ports'
import { Lanes } from './lanes.js'
import type { Parking } from './parking.js'

/** How a failing handler is tried again. */
export interface Patience {
  /** Wait before the first repeat, doubled each time. @default 50 */
  backoffMs: number
  /** Repeats after the first try. @default 4 */
  retries: number
}

export type Settled = (error?: Error) => void

export interface Handler {
  handle: (envelope: Envelope) => Promise<void>
  concerns?: (envelope: Envelope) => boolean
}

interface Failure {
  error: string
  final: boolean
}

/** Waits behind one that failed. */
const BEHIND: Failure = { error: '', final: true }

const sentence = (error: unknown): string => (error instanceof Error ? error.message : String(error))
const mayRetry = (error: unknown): boolean => (error as { retry?: boolean } | undefined)?.retry !== false

/** One group: records side by side, each record's envelopes one after the other, a failed one in front of those it holds up. */
export class Group {
  readonly taken: Record<string, number> = {}
  readonly #lanes: Lanes
  readonly #pending = new Set<Settled>()
  readonly #parked: Map<string, number>
  readonly #waits = new Set<() => void>()
  #handled = 0
  #retried = 0
  #closed = false

  constructor(
    readonly name: string,
    readonly topics: ReadonlySet<string>,
    readonly handler: Handler,
    readonly parking: Parking,
    readonly patience: Patience,
    readonly now: () => string,
    concurrency: number,
  ) {
    this.#lanes = new Lanes(concurrency)
    this.#parked = parking.counts(name)
  }

  get inFlight(): number {
    return this.#pending.size
  }

  get counts(): Counters['groups'][string] {
    let parked = 0
    for (const waiting of this.#parked.values()) parked += waiting
    return { handled: this.#handled, retried: this.#retried, parked, taken: { ...this.taken } }
  }

  /** Whether it does not concern the group; then it is done with. */
  passes(envelope: Envelope): boolean {
    if (this.handler.concerns?.(envelope) ?? true) return false
    this.#handled += 1
    this.#count(envelope)
    return true
  }

  /** `settled`, one function per envelope, is called once that is handled or parked, or with an error when it is neither. */
  take(envelope: Envelope, settled: Settled): void {
    this.#pending.add(settled)
    this.#lanes.add(envelope.record, () => this.#deliver(envelope, settled))
  }

  /** In order, one try each, until one fails or nothing waits. */
  redrive(record: string): Promise<number> {
    return new Promise((resolve, reject) =>
      this.#lanes.add(
        record,
        () => this.#redrive(record).then(resolve, reject),
        () => resolve(0),
      ),
    )
  }

  /** Lets what has begun come to its end; gives back what was never begun. */
  async close(): Promise<Settled[]> {
    this.#closed = true
    for (const wake of this.#waits) wake()
    await this.#lanes.close()
    return [...this.#pending]
  }

  async #deliver(envelope: Envelope, settled: Settled): Promise<void> {
    try {
      const failure = this.#parked.has(envelope.record) ? BEHIND : await this.#try(envelope)
      if (!failure) this.#handled += 1
      else if (failure.final) await this.#park(envelope, failure.error)
      else return
      this.#count(envelope)
      this.#settle(settled)
    } catch (error) {
      this.#settle(settled, error as Error)
    }
  }

  #count({ service }: Envelope): void {
    this.taken[service] = (this.taken[service] ?? 0) + 1
  }

  #settle(settled: Settled, error?: Error): void {
    this.#pending.delete(settled)
    settled(error)
  }

  async #park(envelope: Envelope, error: string): Promise<void> {
    const added = await this.parking.put(this.name, envelope, this.now(), error)
    if (added) this.#parked.set(envelope.record, (this.#parked.get(envelope.record) ?? 0) + 1)
  }

  /** Not final: the group was closed before it went through or failed for good. */
  async #try(envelope: Envelope): Promise<Failure | undefined> {
    for (let repeat = 0; ; repeat += 1) {
      try {
        await this.handler.handle(envelope)
        return undefined
      } catch (error) {
        const final = !mayRetry(error) || repeat >= this.patience.retries
        if (final || this.#closed) return { error: sentence(error), final }
      }
      await this.#wait(this.patience.backoffMs * 2 ** repeat)
      if (this.#closed) return { error: '', final: false }
      this.#retried += 1
    }
  }

  #wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer)
        this.#waits.delete(wake)
        resolve()
      }
      const timer = setTimeout(wake, ms)
      this.#waits.add(wake)
    })
  }

  async #redrive(record: string): Promise<number> {
    let through = 0
    for (const envelope of this.parking.waiting(this.name, record)) {
      const error = await this.#once(envelope)
      if (error !== undefined) {
        await this.parking.blame(this.name, envelope, error)
        break
      }
      await this.parking.drop(this.name, envelope)
      this.#wentThrough(record)
      through += 1
    }
    return through
  }

  async #once(envelope: Envelope): Promise<string | undefined> {
    try {
      await this.handler.handle(envelope)
      return undefined
    } catch (error) {
      return sentence(error)
    }
  }

  #wentThrough(record: string): void {
    this.#handled += 1
    const left = (this.#parked.get(record) ?? 1) - 1
    if (left > 0) this.#parked.set(record, left)
    else this.#parked.delete(record)
  }
}
