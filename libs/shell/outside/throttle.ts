import { placeOf } from '../accounts/attempts.js'

const WINDOW_MS = 15 * 60_000
/** Places kept at most; the oldest are forgotten first. */
const PLACES = 10_000

/** How often one place may do a thing within a quarter of an hour. Kept in memory only, at the door that people reach. */
export class Throttle {
  private readonly taken = new Map<string, number[]>()
  constructor(
    private readonly most: number,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Seconds to wait; undefined: it may be done now, and is counted. */
  take(address: string): number | undefined {
    const place = placeOf(address)
    const recent = (this.taken.get(place) ?? []).filter((at) => at > this.now() - WINDOW_MS)
    if (recent.length >= this.most) return Math.max(1, Math.ceil((recent[0]! + WINDOW_MS - this.now()) / 1000))
    this.taken.delete(place)
    this.taken.set(place, [...recent, this.now()])
    while (this.taken.size > PLACES) this.taken.delete(this.taken.keys().next().value!)
    return undefined
  }

  /** The last one was no attempt at anything. */
  giveBack(address: string): void {
    this.taken.get(placeOf(address))?.pop()
  }
}
