import { setTimeout as pause } from 'node:timers/promises'
import type { FiveProcesses } from '../five-processes.js'
import type { Audit } from './audit.js'
import type { SharedClock } from './clock.js'
import type { FarDoors } from './far-doors.js'
import { Load } from './load.js'
import type { Trouble } from './troubles.js'

/** Everything is at rest again by then. */
export const REST_MS = 30_000
/** Whoever is late may still come: that is told apart from never. */
const NEVER_MS = 3 * REST_MS
const LANES = 4
const THINK_MS = 30

export interface City {
  five: FiveProcesses
  doors: FarDoors
  audit: Audit
  clock: SharedClock
  /** World for wall, while there is load. */
  pace: number
  longestMs: number
  /** A whole number below n. */
  draw: (n: number) => number
}

/** Rounds of load, one trouble in each, and rest. */
export class Rounds {
  readonly said: string[] = []
  readonly violations: string[] = []
  readonly met = new Map<string, number>()
  longestRestMs = 0
  private round = 0
  private working = false

  constructor(private readonly city: City) {}

  async meet(trouble: Trouble): Promise<void> {
    const { clock, pace, doors, draw } = this.city
    this.round += 1
    await clock.turn(pace)
    doors.until = Infinity
    const lanes = this.work()
    await pause(300 + draw(1500))
    await trouble.begin()
    await pause(trouble.lasts === 'while' ? this.whileMs() : draw(2000))
    await trouble.heal()
    const healed = performance.now()
    doors.until = Date.now() + NEVER_MS
    await pause(500 + draw(500))
    this.working = false
    await lanes
    await clock.turn(0)
    await this.rests(trouble.name, healed)
    this.met.set(trouble.name, (this.met.get(trouble.name) ?? 0) + 1)
    for (const ended of this.city.five.endedByThemselves.splice(0))
      this.blame(trouble.name, `ended by itself: ${ended}`)
  }

  /** Mostly short ones, now and then a long one. */
  private whileMs(): number {
    return 1000 + (this.city.draw(1000) / 1000) ** 3 * (this.city.longestMs - 1000)
  }

  private async work(): Promise<void> {
    this.working = true
    const load = new Load(this.city.doors, (line) => this.said.push(line), String(this.round), REST_MS)
    const lane = async (number: number) => {
      for (let n = 0; this.working; n += 1) {
        await load.matter(number, n)
        await pause(THINK_MS)
      }
    }
    const lanes = Array.from({ length: LANES }, (_, number) => lane(number))
    for (const result of await Promise.allSettled(lanes))
      if (result.status === 'rejected') this.blame('load', String((result.reason as Error).stack))
  }

  private async rests(after: string, healed: number): Promise<void> {
    let why: string[] = []
    for (; performance.now() - healed < NEVER_MS; await pause(100)) {
      why = await this.restless()
      if (!why.length) break
    }
    const ms = performance.now() - healed
    this.longestRestMs = Math.max(this.longestRestMs, ms)
    if (why.length) for (const one of why.slice(0, 5)) this.blame(after, `never comes to rest: ${one}`)
    else if (ms > REST_MS) this.blame(after, `comes to rest after ${(ms / 1000).toFixed(1)} s`)
  }

  private async restless(): Promise<string[]> {
    try {
      await this.city.doors.quiet()
      return await this.city.audit.restless()
    } catch (error) {
      return [(error as Error).message]
    }
  }

  private blame(whom: string, what: string): void {
    this.violations.push(`${this.round}, ${whom}: ${what}`)
    process.stderr.write(`✗ ${this.violations.at(-1)}\n`)
  }
}
