interface Item {
  work: () => Promise<void>
  dropped: () => void
}

/** Work in order per key, keys side by side, at most `most` at once. */
export class Lanes {
  readonly #lanes = new Map<string, Item[]>()
  readonly #ready = new Set<string>()
  readonly #idle: (() => void)[] = []
  #running = 0
  #closed = false

  constructor(readonly most = 64) {}

  /** `work` never rejects: what it throws is its own affair. `dropped` is called instead when the lanes are closed first. */
  add(key: string, work: () => Promise<void>, dropped: () => void = () => {}): void {
    if (this.#closed) return dropped()
    const lane = this.#lanes.get(key)
    if (lane) return void lane.push({ work, dropped })
    this.#lanes.set(key, [{ work, dropped }])
    this.#ready.add(key)
    this.#go()
  }

  /** Ends when what has begun has ended; the rest is never begun. */
  async close(): Promise<void> {
    this.#closed = true
    if (this.#running > 0) await new Promise<void>((resolve) => this.#idle.push(resolve))
    for (const lane of this.#lanes.values()) for (const item of lane.splice(0)) item.dropped()
  }

  #go(): void {
    for (const key of this.#ready) {
      if (this.#closed || this.#running >= this.most) return
      this.#ready.delete(key)
      this.#run(key, this.#lanes.get(key)!)
    }
  }

  #run(key: string, lane: Item[]): void {
    this.#running += 1
    void lane[0]!.work().then(() => this.#ended(key, lane))
  }

  #ended(key: string, lane: Item[]): void {
    this.#running -= 1
    lane.shift()
    if (lane.length === 0) this.#lanes.delete(key)
    else this.#ready.add(key)
    if (this.#closed && this.#running === 0) for (const resolve of this.#idle.splice(0)) resolve()
    this.#go()
  }
}
