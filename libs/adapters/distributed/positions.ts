interface Linked {
  record: string
  seq: number
  after: number
}

interface Held<Item> {
  items: Item[]
  timer: NodeJS.Timeout
}

const bySeq = (a: Linked, b: Linked): number => a.seq - b.seq

/**
 * Lets an envelope pass when its record's previous one has passed, and holds it until then. What a record had before this process
 * first heard of it counts as passed: the group's committed offset says so. Kept in memory only.
 */
export class Positions<Item extends Linked> {
  readonly #last = new Map<string, number>()
  readonly #held = new Map<string, Held<Item>>()

  constructor(
    readonly pass: (item: Item) => void,
    /** What was held longer than `holdMs`, in order, and why. */
    readonly overdue: (item: Item, why: string) => void,
    readonly holdMs: number,
    /** Records remembered. */
    readonly most = 50_000,
  ) {}

  take(item: Item): void {
    const last = this.#last.get(item.record)
    if (last !== undefined && item.after > last) return this.#hold(item)
    this.#go(item)
    const held = this.#held.get(item.record)
    if (held) this.#release(item.record, held)
  }

  /** Forgets what passed: others may have gone on with these records meanwhile. */
  forget(): void {
    this.#last.clear()
  }

  close(): void {
    for (const { timer } of this.#held.values()) clearTimeout(timer)
    this.#held.clear()
  }

  #go(item: Item): void {
    this.#note(item)
    this.pass(item)
  }

  #note({ record, seq }: Linked): void {
    const last = Math.max(seq, this.#last.get(record) ?? 0)
    this.#last.delete(record)
    this.#last.set(record, last)
    if (this.#last.size > this.most) for (const oldest of this.#last.keys()) return void this.#last.delete(oldest)
  }

  #hold(item: Item): void {
    const held = this.#held.get(item.record)
    if (held) return void held.items.push(item)
    const timer = setTimeout(() => this.#giveUp(item.record), this.holdMs)
    this.#held.set(item.record, { items: [item], timer })
  }

  #release(record: string, held: Held<Item>): void {
    held.items.sort(bySeq)
    while (held.items.length && held.items[0]!.after <= (this.#last.get(record) ?? Infinity))
      this.#go(held.items.shift()!)
    if (held.items.length === 0) this.#drop(record, held)
  }

  #drop(record: string, { timer }: Held<Item>): void {
    clearTimeout(timer)
    this.#held.delete(record)
  }

  #giveUp(record: string): void {
    const held = this.#held.get(record)
    if (!held) return
    this.#drop(record, held)
    for (const item of held.items.sort(bySeq)) {
      const why = `${record}/${item.seq} follows ${item.after}, which has not come`
      this.#note(item)
      this.overdue(item, why)
    }
  }
}
