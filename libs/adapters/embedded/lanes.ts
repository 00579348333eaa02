interface Item {
  work: () => Promise<void>
  dropped: () => void
}

interface Lane {
  key: string
  items: Item[]
}

/** Work in order per key, keys side by side, at most `most` at once. */
export class Lanes {
  readonly #lanes = new Map<string, Lane>()
  /** Lanes with work of which nothing is running. */
  readonly #ready: Lane[] = []
  readonly #idle: (() => void)[] = []
  #running = 0
  #closed = false

  constructor(readonly most = 64) {}

  /** `work` never rejects: what it throws is its own affair. `dropped` is called instead when the lanes are closed first. */
  add(key: string, work: () => Promise<void>, dropped: () => void = () => {}): void {
    if (this.#closed) return dropped()
    const known = this.#lanes.get(key)
    if (known) return void known.items.push({ work, dropped })
    const lane = { key, items: [{ work, dropped }] }
    this.#lanes.set(key, lane)
    this.#ready.push(lane)
    this.#go()
  }

  /** Ends when what has begun has ended; the rest is never begun. */
  async close(): Promise<void> {
    this.#closed = true
    if (this.#running > 0) await new Promise<void>((resolve) => this.#idle.push(resolve))
    for (const lane of this.#lanes.values()) for (const item of lane.items.splice(0)) item.dropped()
  }

  #go(): void {
    while (this.#ready.length > 0 && !this.#closed && this.#running < this.most) this.#run(this.#ready.shift()!)
  }

  #run(lane: Lane): void {
    this.#running += 1
    void lane.items[0]!.work().then(() => this.#ended(lane))
  }

  #ended(lane: Lane): void {
    this.#running -= 1
    lane.items.shift()
    if (lane.items.length === 0) this.#lanes.delete(lane.key)
    else this.#ready.push(lane)
    if (this.#closed && this.#running === 0) for (const resolve of this.#idle.splice(0)) resolve()
    this.#go()
  }
}
