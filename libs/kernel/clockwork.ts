import type { DueRow, Lease, Records, Time } from '#ports'
import type { Desk } from './desk.js'
import { toMs, type Instant } from './instant.js'

/** A record whose lapse could not be written: in sight of the operator, tried again now and then; the others go on. */
export interface Stuck {
  record: string
  kind: string
  clock: string
  at: Instant
  error: string
  since: Instant
}

interface Room {
  desk: Desk
  records: Records
  lease: Lease
}

const AGAIN_MS = 60_000
const WAVE = 256

const nameOf = ({ record, clock, key, at }: DueRow): string => `${record} ${clock} ${key} ${at}`

/** Whether somebody else wrote the lapse first. */
export const isWritten = async (desk: Desk, { kind, record, clock, at }: DueRow): Promise<boolean> => {
  const head = await desk.peek(kind, record)
  return head?.lapses.some((lapse) => lapse.clock === clock && lapse.at === at) ?? false
}

/** Writes lapses in the order of their instants; those of one instant beside one another. */
export class Clockwork {
  private readonly held = new Map<string, Stuck & { tried: Instant }>()
  private running: Promise<number> | undefined

  constructor(
    private readonly rooms: readonly Room[],
    private readonly time: Time,
  ) {}

  stuck(): Stuck[] {
    return [...this.held.values()].map(({ tried: _tried, ...one }) => one)
  }

  /** Tries a stuck record again at once. Returns whether its lapses were written. */
  async redrive(record: string): Promise<boolean> {
    if (!this.held.delete(record)) return false
    await this.lapseDue()
    return !this.held.has(record)
  }

  /** Writes every lapse that has come. Returns how many were written. */
  lapseDue(): Promise<number> {
    this.running ??= this.waves().finally(() => (this.running = undefined))
    return this.running
  }

  private async waves(): Promise<number> {
    for (const [record, one] of this.held)
      if (toMs(this.time.now()) - toMs(one.tried) > AGAIN_MS) this.held.delete(record)
    let written = 0
    const vain = new Set<string>()
    for (;;) {
      const wave = await this.wave(vain)
      if (!wave.length) return written
      const counts = await Promise.all(wave.map(({ room, row }) => this.one(room, row)))
      for (const [n, { row }] of wave.entries()) if (counts[n] === 0) vain.add(nameOf(row))
      written += counts.reduce((sum, count) => sum + count, 0)
    }
  }

  /**
   * The rows of the earliest instant over all services whose lease is here, in the order in which the services are listed.
   * @param vain rows that stand there though their lapse is written, as another process may leave them for a moment
   */
  private async wave(vain: ReadonlySet<string>): Promise<{ room: Room; row: DueRow }[]> {
    const own = this.rooms.filter(({ lease }) => lease.token() !== undefined)
    const found = await Promise.all(
      own.map(async (room) =>
        (await room.records.due(this.time.now(), WAVE + this.held.size + vain.size)).map((row) => ({ room, row })),
      ),
    )
    const free = found.flat().filter(({ row }) => !this.held.has(row.record) && !vain.has(nameOf(row)))
    const first = free.reduce<Instant | undefined>(
      (least, { row }) => (least === undefined || row.at < least ? row.at : least),
      undefined,
    )
    return free.filter(({ row }) => row.at === first)
  }

  private async one({ desk }: Room, row: DueRow): Promise<number> {
    try {
      const count = await desk.lapse(row.record, row.kind, row.at)
      if (count === 0 && !(await isWritten(desk, row)))
        throw new Error('the clock table names a lapse that does not follow from the record')
      return count
    } catch (error) {
      const now = this.time.now()
      const { record, kind, clock, at } = row
      const since = this.held.get(record)?.since ?? now
      this.held.set(record, { record, kind, clock, at, error: String((error as Error).message), since, tried: now })
      return 0
    }
  }
}
