/**
 * Keeps what was used last, between half of `limit` and `limit` entries: when the younger half is full, the older one is forgotten as a
 * whole. (To put an entry in front again at each use costs more than all else about it.)
 */
export class Cache<V> {
  private young = new Map<string, V>()
  private old = new Map<string, V>()

  /** `held`: entries that may not be forgotten yet. */
  constructor(
    private readonly limit: number,
    private readonly held: (value: V) => boolean = () => false,
  ) {}

  get(name: string): V | undefined {
    const young = this.young.get(name)
    if (young !== undefined) return young
    const old = this.old.get(name)
    if (old !== undefined) this.set(name, old)
    return old
  }

  set(name: string, value: V): void {
    this.young.set(name, value)
    if (this.young.size * 2 >= this.limit) this.turn()
  }

  delete(name: string): void {
    this.young.delete(name)
    this.old.delete(name)
  }

  clear(): void {
    this.young.clear()
    this.old.clear()
  }

  private turn(): void {
    const gone = this.old
    this.old = this.young
    this.young = new Map()
    for (const [name, value] of gone) if (!this.old.has(name) && this.held(value)) this.young.set(name, value)
  }
}
