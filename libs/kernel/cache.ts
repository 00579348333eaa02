/** Keeps the most recently used entries, at most `limit`. */
export class Cache<V> {
  private readonly entries = new Map<string, V>()
  constructor(private readonly limit: number) {}

  get(name: string): V | undefined {
    const value = this.entries.get(name)
    if (value === undefined) return undefined
    this.entries.delete(name)
    this.entries.set(name, value)
    return value
  }

  set(name: string, value: V): void {
    this.entries.delete(name)
    this.entries.set(name, value)
    if (this.entries.size > this.limit) this.entries.delete(this.entries.keys().next().value!)
  }

  delete(name: string): void {
    this.entries.delete(name)
  }

  clear(): void {
    this.entries.clear()
  }
}
