import type { Bus, Time } from '#ports'
import type { Generation } from './generation.js'
import { Refold } from './refold.js'
import type { Room } from './room.js'

export interface FoldingOptions {
  bus: Bus
  time: Time
  failed: (error: unknown) => void
  sweepEveryMs?: number | undefined
}

const LOOK_MS = 500
/** Lots that are read before requests are taken: a small house is whole at once. */
const FEW = 10

/** Until then, or until it is told to stop. */
const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, ms).unref()
    signal.addEventListener('abort', end)
  })

/**
 * Keeps the views of a world whole. Rows of another format than this program's are never looked at: the view is folded anew, from the
 * records where all of them are in this process, else by a new group from the beginning of the topics.
 */
export class Folding {
  private readonly stopping = new AbortController()
  private readonly background: Promise<void>[] = []
  private readonly refolds = new Map<Generation, Refold>()

  constructor(
    private readonly rooms: ReadonlyMap<string, Room>,
    private readonly options: FoldingOptions,
  ) {}

  get generations(): Generation[] {
    return [...this.rooms.values()].flatMap(({ generations }) => generations)
  }

  /** Subscribes all views. */
  async listen(): Promise<void> {
    for (const one of this.generations) if (await this.isKept(one)) one.isWhole()
    for (const some of [this.unfinished(true), this.unfinished(false)]) {
      const near = some.filter((one) => this.isNear(one))
      const refold = new Refold([...this.rooms.values()], near, this.options)
      for (const one of near) this.refolds.set(one, refold)
    }
    await Promise.all(this.generations.map((one) => this.subscribe(one)))
  }

  /** Resolves when the views of services that keep records are whole: their steps look things up in them. */
  async decide(): Promise<void> {
    const goal = await this.goal()
    await this.each(
      true,
      (refold) => refold.go(),
      (one) => this.follow(one, goal),
    )
  }

  /** Goes on with the others, beside the work of the day. */
  async show(): Promise<void> {
    const goal = await this.goal()
    await this.each(
      false,
      (refold) => refold.go(FEW),
      (one) => this.look(one, goal),
    )
    void this.behind(() =>
      this.each(
        false,
        (refold) => refold.go(),
        (one) => this.follow(one, goal),
      ),
    )
    for (const one of this.generations) if (!this.isNear(one)) void this.behind(() => this.sweep(one))
  }

  async stop(): Promise<void> {
    this.stopping.abort()
    for (const refold of this.refolds.values()) refold.stop()
    await Promise.all(this.background)
  }

  /** All its records are in this process, and in no other. */
  private isNear({ view }: Generation): boolean {
    return view.topics.every((topic) => this.rooms.get(topic)?.records.shared === false)
  }

  /** Alone on its store, a program that finds rows of another format knows that others ran since it was whole. */
  private async isKept(one: Generation): Promise<boolean> {
    return (await one.noted()) && !(this.isNear(one) && (await one.others()).length)
  }

  private unfinished(decides: boolean): Generation[] {
    return this.generations.filter(({ whole, service }) => !whole && this.rooms.get(service)!.kits.size > 0 === decides)
  }

  private async subscribe(one: Generation): Promise<void> {
    const { apply, concerns } = one.projector
    const refold = this.refolds.get(one)
    const group = this.isNear(one) ? one.group(0) : one.group()
    const take: typeof apply = refold ? (envelope) => refold.take(one, envelope) : apply
    await this.options.bus.subscribe(group, one.view.topics, take, concerns)
  }

  private async each(
    decides: boolean,
    near: (refold: Refold) => Promise<unknown>,
    far: (one: Generation) => Promise<unknown>,
  ): Promise<void> {
    const all = this.unfinished(decides)
    const refolds = new Set(all.flatMap((one) => this.refolds.get(one) ?? []))
    await Promise.all([...[...refolds].map(near), ...all.filter((one) => !this.refolds.has(one)).map(far)])
  }

  /** Where the topics stand: who has come so far has caught up. */
  private async goal(): Promise<Record<string, number>> {
    return this.generations.every(({ whole }) => whole) ? {} : (await this.options.bus.counters()).topics
  }

  private async look(one: Generation, goal: Record<string, number>): Promise<boolean> {
    const { groups } = await this.options.bus.counters()
    const taken = groups[one.group()]?.taken ?? {}
    const caughtUp = one.view.topics.every((topic) => (taken[topic] ?? 0) >= (goal[topic] ?? 0))
    if (caughtUp) await one.note(this.options.time.now())
    return caughtUp
  }

  private follow(one: Generation, goal: Record<string, number>): Promise<void> {
    return this.until(() => this.look(one, goal), LOOK_MS)
  }

  /** Rows that an older program made go with its group, and that the bus forgets once nobody is in it. */
  private async sweep(one: Generation): Promise<void> {
    await one.ended
    const { bus, sweepEveryMs = 60_000 } = this.options
    await this.until(async () => {
      const older = (await one.others()).filter((format) => format < one.view.format)
      const gone = await Promise.all(
        older.map(async (format) => (await bus.forget(one.group(format))) && one.drop(format)),
      )
      return !gone.includes(false)
    }, sweepEveryMs)
  }

  private async until(done: () => Promise<boolean>, everyMs: number): Promise<void> {
    const { signal } = this.stopping
    while (!signal.aborted) {
      const is = await done().catch((error: unknown) => this.options.failed(error))
      if (is) return
      await pause(everyMs, signal)
    }
  }

  private async behind(work: () => Promise<void>): Promise<void> {
    const working = work().catch((error: unknown) => this.options.failed(error))
    this.background.push(working)
    await working
  }
}
