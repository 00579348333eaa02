/** How far a group is in one partition while it holds it: what was taken, what of that is done with. */
export class Progress {
  /** Another member has the partition, or will have: what has not begun is not begun. */
  lost = false
  /** The offset that the group's server knows. */
  committed = -1
  #next = -1
  /** In the order of offsets, because they are taken in it. */
  readonly #unfinished = new Set<number>()

  /** Whether it is new: after a rebalance the server tells again what was taken and not committed. */
  take(offset: number): boolean {
    if (offset < this.#next) return false
    this.#next = offset + 1
    this.#unfinished.add(offset)
    return true
  }

  done(offset: number): void {
    this.#unfinished.delete(offset)
  }

  /** Everything before it is done with. -1 when nothing was taken. */
  get safe(): number {
    for (const lowest of this.#unfinished) return lowest
    return this.#next
  }

  /** Offsets between the lowest unfinished and the newest taken. */
  get span(): number {
    return this.#next - this.safe
  }
}
