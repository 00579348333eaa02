import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { plusMs, type Instant } from '#kernel'
import type { Time } from '#ports'

/** Of the world for one of the wall: six days a second, so that periods end under load. */
export const PACE = 518_400

/**
 * Time that nobody sets, so that the world fires its own lapses as on the machine's clock. It stands at a moment until it is let
 * go, then it hurries.
 */
export const hurriedTime = (from: Instant): Time & { go: () => void } => {
  let began: number | undefined
  return {
    now: () => (began === undefined ? from : plusMs(from, Math.floor((performance.now() - began) * PACE))),
    go: () => void (began ??= performance.now()),
  }
}

/** From a moment of the wall on, the world's time begins at an instant and goes at a pace; 0: it stands. */
interface Stretch {
  wall: number
  at: Instant
  pace: number
}

const SEEN_MS = 50
/** Until when everybody has read what is written now. */
const AHEAD_MS = 300

const nowIn = (stretches: readonly Stretch[]): Instant => {
  const { wall, at, pace } = stretches.findLast((one) => one.wall <= Date.now()) ?? stretches[0]!
  return plusMs(at, Math.floor(Math.max(0, Date.now() - wall) * pace))
}

/** Time of several processes, as a file tells it. */
export const sharedTime = (file: string): Time => {
  let stretches: Stretch[] = []
  let read = -Infinity
  return {
    now: () => {
      if (performance.now() - read > SEEN_MS) {
        stretches = JSON.parse(readFileSync(file, 'utf8')) as Stretch[]
        read = performance.now()
      }
      return nowIn(stretches)
    },
  }
}

/** Whoever lets the time of several processes go and stand. */
export class SharedClock {
  private last: Stretch

  constructor(
    private readonly file: string,
    begin: Instant,
  ) {
    this.last = { wall: 0, at: begin, pace: 0 }
    this.write([this.last])
  }

  /** Resolves when it goes at this pace everywhere. */
  async turn(pace: number): Promise<void> {
    const wall = Date.now() + AHEAD_MS
    const at = plusMs(this.last.at, Math.floor(Math.max(0, wall - this.last.wall) * this.last.pace))
    const next = { wall, at, pace }
    this.write([this.last, next])
    this.last = next
    await new Promise((resolve) => setTimeout(resolve, AHEAD_MS + SEEN_MS))
  }

  private write(stretches: readonly Stretch[]): void {
    writeFileSync(`${this.file}.new`, JSON.stringify(stretches))
    renameSync(`${this.file}.new`, this.file)
  }
}
