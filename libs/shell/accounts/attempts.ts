const WINDOW_MS = 15 * 60_000
/** An address may be that of a whole office. */
const MOST = { user: 10, address: 100 }
/** Names kept at most; the oldest are forgotten first. */
const NAMES = 10_000

/** Where somebody comes from: an IPv4 address, or the 64 bits of an IPv6 address that are given to one connection. */
export const placeOf = (address: string): string => {
  const four = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (four || !address.includes(':')) return four ?? address
  const [head = '', tail] = address.toLowerCase().split('%')[0]!.split('::')
  const [first, last] = [head, tail].map((part) => (part ? part.split(':') : [])) as [string[], string[]]
  const between = tail === undefined ? [] : Array<string>(Math.max(0, 8 - first.length - last.length)).fill('0')
  const groups = [...first, ...between, ...last].slice(0, 4)
  return groups.map((group) => group.replace(/^0+(?=.)/, '')).join(':')
}

/** One try at signing in; it counts as failed until it is taken back. */
export interface Attempt {
  succeeded(): void
}

/**
 * Failed sign-ins per user and address, and per address: after ten (a hundred from one address) within a quarter of an hour no more are
 * tried until the first of them is that old. Nobody can shut a user out from another address. Kept in memory only.
 */
export class Attempts {
  private readonly failures = new Map<string, number[]>()
  constructor(private readonly now: () => number = () => performance.now()) {}

  /** Counts a try before it is made, so that many at once are not more than many in a row. Seconds to wait when it may not be made now. */
  begin(user: string, address: string): Attempt | { seconds: number } {
    const place = placeOf(address)
    const [mine, everyones] = [`user:${place}:${user}`, `address:${place}`]
    const seconds = Math.max(this.wait(mine, MOST.user), this.wait(everyones, MOST.address))
    if (seconds > 0) return { seconds }
    const at = this.now()
    this.add(mine, at)
    this.add(everyones, at)
    return { succeeded: () => this.succeeded(mine, everyones, at) }
  }

  private recent(name: string): number[] {
    const since = this.now() - WINDOW_MS
    return (this.failures.get(name) ?? []).filter((at) => at > since)
  }

  private wait(name: string, most: number): number {
    const recent = this.recent(name)
    return recent.length < most ? 0 : Math.ceil((recent[0]! + WINDOW_MS - this.now()) / 1000)
  }

  private add(name: string, at: number): void {
    const recent = [...this.recent(name), at]
    this.failures.delete(name)
    this.failures.set(name, recent)
    while (this.failures.size > NAMES) this.failures.delete(this.failures.keys().next().value!)
  }

  /** Whoever knows the password has not failed; the address keeps what others failed there. */
  private succeeded(mine: string, everyones: string, at: number): void {
    this.failures.delete(mine)
    const others = this.recent(everyones)
    const index = others.indexOf(at)
    if (index >= 0) others.splice(index, 1)
    this.failures.set(everyones, others)
  }
}
