import type { Bus, Envelope, Records, StoredCommit } from '#ports'
import type { Commit, Happened } from './commit.js'
import type { AnyMaker } from './event.js'
import type { Head } from './head.js'
import { summaryOf } from './view.js'
import type { Instant } from './instant.js'
import type { RecordKit } from './kit.js'

/** What one commit tells the others: contract events with their data, the service's own by name only. */
export const envelopeOf = (
  kit: RecordKit,
  stored: StoredCommit,
  commit: Commit,
  after: number,
  head: Head,
  now: Instant,
): Envelope => ({
  service: kit.type.service,
  dossier: stored.dossier,
  record: stored.record,
  kind: stored.kind,
  seq: stored.seq,
  after,
  message: stored.message,
  occurredAt: commit.header.at,
  recordedAt: commit.header.recordedAt,
  actor: { agency: commit.header.actor.agency, office: commit.header.actor.office, person: commit.header.actor.person },
  events: commit.events.map((happened) => told(kit.makers.get(happened.type), happened)),
  summary: summaryOf(kit, head, now),
  root: commit.header.root,
  step: commit.header.step,
})

/** What is told again after an upgrade says by which version it was written. */
const told = (maker: AnyMaker | undefined, { id, type, version = 1, data }: Happened): Envelope['events'][number] =>
  maker?.version === undefined ? { id, type } : { id, type, version, data }

const placeOf = ({ record, seq }: Envelope): string => `${record} ${seq}`

/** Publishes what is committed, in order per record, and marks it. The commit log is the outbox: what is not marked is found again at start. */
export class Relay {
  private waiting: Envelope[] = []
  private recovered = false
  private running: Promise<void> | undefined
  private stopped = false
  published = 0
  inFlight = 0

  constructor(
    private readonly records: Records,
    private readonly bus: Bus,
    private readonly failed: (error: unknown) => void,
    /** Envelopes on their way at once. */
    private readonly window = 2048,
  ) {}

  /** Called in commit order per record. Nothing leaves before `recover` has come to its end. */
  add(envelope: Envelope): void {
    this.waiting.push(envelope)
    this.pump()
  }

  /**
   * Publishes what an earlier process committed and did not mark. Until then nothing new is published: it would overtake what its
   * record has waiting.
   */
  async recover(toEnvelope: (stored: StoredCommit) => Promise<Envelope>): Promise<number> {
    const done = new Set<string>()
    for (;;) {
      const missed = await this.records.unrelayed(500)
      if (!missed.length) break
      const envelopes: Envelope[] = []
      for (const stored of missed) envelopes.push(await toEnvelope(stored))
      await this.send(envelopes)
      for (const envelope of envelopes) done.add(placeOf(envelope))
    }
    this.waiting = this.waiting.filter((envelope) => !done.has(placeOf(envelope)))
    this.recovered = true
    this.pump()
    return done.size
  }

  get idle(): boolean {
    return this.lag === 0
  }

  /** Commits that are not published yet, of those this process knows. */
  get lag(): number {
    return this.waiting.length + this.inFlight
  }

  async stop(): Promise<void> {
    this.stopped = true
    while (this.inFlight > 0) await new Promise((resolve) => setImmediate(resolve))
  }

  private pump(): void {
    if (this.running || this.stopped || !this.recovered) return
    this.running = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      this.running = undefined
      while (this.waiting.length && this.inFlight < this.window && !this.stopped) {
        this.send(this.waiting.splice(0, 256))
          .catch(this.failed)
          .finally(() => this.pump())
      }
    })
  }

  private async send(envelopes: Envelope[]): Promise<void> {
    this.inFlight += envelopes.length
    try {
      await this.bus.publish(envelopes)
      await this.records.markRelayed(envelopes.map(({ record, seq }) => ({ record, seq })))
      this.published += envelopes.length
    } finally {
      this.inFlight -= envelopes.length
    }
  }
}
