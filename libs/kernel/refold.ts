import type { Bus, Envelope, Time } from '#ports'
import { unseal } from './commit.js'
import type { Generation } from './generation.js'
import { envelopeOf } from './relay.js'
import type { Room } from './room.js'

/** Records that are read side by side: between two lots others have their turn. */
const LOT = 20

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/**
 * Folds views anew from the records of this process, while what happens meanwhile goes on being folded: an envelope of a record that was
 * not read yet is passed over, because reading the record brings it; one of a record that is being read waits until it was.
 */
export class Refold {
  /** Records that were begun. */
  private readonly readings = new Map<string, Promise<void>>()
  /** Per kind, the last record that was begun. */
  private readonly last = new Map<string, string>()
  /** What could not be folded, and what follows it in its record. */
  private readonly refused: Envelope[] = []
  private passing = true
  private stopped = false
  private steps: AsyncGenerator<void>

  constructor(
    private readonly rooms: readonly Room[],
    private readonly generations: readonly Generation[],
    private readonly options: { bus: Pick<Bus, 'publish'>; time: Time; failed: (error: unknown) => void },
  ) {
    this.steps = this.run()
  }

  /** Takes a live envelope. */
  async take(generation: Generation, envelope: Envelope): Promise<void> {
    if (!generation.whole) {
      const reading = this.readings.get(envelope.record)
      if (!reading && this.passing) return
      await (reading ?? generation.ended)
    }
    await generation.projector.apply(envelope)
  }

  /** Reads on; resolves when all are whole, or when so many lots were read. */
  async go(lots = Infinity): Promise<boolean> {
    for (let n = 0; n < lots; n++) if ((await this.steps.next()).done) return true
    return false
  }

  stop(): void {
    this.stopped = true
  }

  /** What is begun after the first round is waited for; the second round brings all that was passed over in the first. */
  private async *run(): AsyncGenerator<void> {
    for (const { projector } of this.generations) await projector.table.clear()
    for (const passing of [true, false]) {
      this.passing = passing
      for (const room of this.rooms) for (const kind of room.kits.keys()) yield* this.readAll(room, kind)
    }
    if (this.stopped) return
    for (const generation of this.generations) {
      for (const format of await generation.others()) await generation.drop(format)
      await generation.note(this.options.time.now())
    }
    if (this.refused.length) await this.options.bus.publish(this.refused)
  }

  private async *readAll(room: Room, kind: string): AsyncGenerator<void> {
    while (!this.stopped) {
      const ids = await room.records.list(kind, this.last.get(kind), LOT)
      for (const id of ids) this.readings.set(id, this.read(room, kind, id))
      await Promise.all(ids.map((id) => this.readings.get(id)))
      if (ids.length) this.last.set(kind, ids.at(-1)!)
      if (ids.length < LOT) return
      await turn()
      yield
    }
  }

  private async read(room: Room, kind: string, id: string): Promise<void> {
    try {
      const told = await this.told(room, kind, id)
      const { name } = room.service
      await Promise.all(
        this.generations.filter(({ view }) => view.topics.includes(name)).map((one) => this.fold(one, told)),
      )
    } catch (error) {
      this.options.failed(error)
    }
  }

  /** What the commits of a record tell, as it is told today. */
  private async told({ records, desk, kits }: Room, kind: string, id: string): Promise<Envelope[]> {
    const [chain, head] = [await records.chain(id), await desk.peek(kind, id)]
    const commits = chain.filter(({ hasEvents }) => hasEvents)
    const now = this.options.time.now()
    return commits.map((stored, n) =>
      envelopeOf(kits.get(kind)!, stored, unseal(stored), commits[n - 1]?.seq ?? 0, head!, now),
    )
  }

  /** What cannot be folded is left to the bus, which tries again and parks it with what follows. */
  private async fold({ projector }: Generation, told: readonly Envelope[]): Promise<void> {
    for (const [n, envelope] of told.entries())
      try {
        await projector.apply(envelope)
      } catch {
        return void this.refused.push(...told.slice(n))
      }
  }
}
