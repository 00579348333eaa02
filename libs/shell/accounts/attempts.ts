const WINDOW_MS = 15 * 60_000
/** An address may be that of a whole office. */
const MOST = (name: string): number => (name.startsWith('address:') ? 100 : 10)
/** Names kept at most; the oldest are forgotten first. */
const NAMES = 10_000

/**
 * Failed sign-ins per user and per address: after ten (a hundred from one address) within a quarter of an hour no more are tried until the first of them is
 * that old. Kept in memory only.
 */
export class Attempts {
  private readonly failures = new Map<string, number[]>()
  constructor(private readonly now: () => number = () => performance.now()) {}

  private recent(name: string): number[] {
    const since = this.now() - WINDOW_MS
    return (this.failures.get(name) ?? []).filter((at) => at > since)
  }

  /** Seconds to wait before the next try, 0 when it may be made now. */
  wait(names: readonly string[]): number {
    const waits = names.map((name) => {
      const recent = this.recent(name)
      return recent.length < MOST(name) ? 0 : Math.ceil((recent[0]! + WINDOW_MS - this.now()) / 1000)
    })
    return Math.max(0, ...waits)
  }

  failed(names: readonly string[]): void {
    for (const name of names) {
      const recent = [...this.recent(name), this.now()]
      this.failures.delete(name)
      this.failures.set(name, recent)
    }
    while (this.failures.size > NAMES) this.failures.delete(this.failures.keys().next().value!)
  }

  succeeded(name: string): void {
    this.failures.delete(name)
  }
}
