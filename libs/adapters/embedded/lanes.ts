/** Work in order per key, keys side by side, at most `most` at once. */
export class Lanes {
  readonly #lanes = new Map<string, (() => Promise<void>)[]>()
  readonly #ready: string[] = []
  #running = 0
  #closed = false
  #idle: (() => void)[] = []

  constructor(readonly most = 64) {}

  /** How many have not come to an end. */
  get size(): number {
    let waiting = 0
    for (const lane of this.#lanes.values()) waiting += lane.length
    return waiting
  }

  /** `work` never rejects: what it throws is its own affair. */
  add(key: string, work: () => Promise<void>): void {
    const lane = this.#lanes.get(key)
    if (lane) return void lane.push(work)
    this.#lanes.set(key, [work])
    this.#ready.push(key)
    this.#go()
  }

  /** Ends when what has begun has ended; the rest is never begun. */
  async close(): Promise<void> {
    this.#closed = true
    if (this.#running > 0) await new Promise<void>((resolve) => this.#idle.push(resolve))
  }

  #go(): void {
    while (!this.#closed && this.#running < this.most && this.#ready.length > 0)
      void this.#run(this.#ready.shift() as string)
  }

  async #run(key: string): Promise<void> {
    const lane = this.#lanes.get(key) as (() => Promise<void>)[]
    this.#running += 1
    await lane[0]?.()
    this.#running -= 1
    lane.shift()
    if (lane.length === 0) this.#lanes.delete(key)
    else this.#ready.push(key)
    if (this.#closed && this.#running === 0) for (const resolve of this.#idle.splice(0)) resolve()
    this.#go()
  }
}
