import { mayRetry } from './mongo-errors.js'

/** How a failing handler is tried again. */
export interface Patience {
  /** Wait before the first repeat, doubled each time. @default 50 */
  backoffMs: number
  /** Repeats after the first try. @default 4 */
  retries: number
}

export type Outcome = { went: 'through' } | { went: 'wrong'; error: string } | { went: 'halted' }

/** The longest wait while a server is away. */
const LONGEST = 1000

export const sentence = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const isFinal = (error: unknown): boolean => (error as { retry?: boolean } | undefined)?.retry === false

/** A server is away: no fault of the envelope, so no try is counted. */
export const isOutage = (error: unknown): boolean =>
  mayRetry(error) || (error instanceof Error && error.cause !== undefined && isOutage(error.cause))

/** Waits that end early when their owner is closed. */
export class Waits {
  readonly #wakers = new Set<() => void>()

  wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer)
        this.#wakers.delete(wake)
        resolve()
      }
      const timer = setTimeout(wake, ms)
      this.#wakers.add(wake)
    })
  }

  wake(): void {
    for (const wake of this.#wakers) wake()
  }
}

/** Tries until it goes through, fails for good, or `halted` says that somebody else will. */
export const tryPatiently = async (
  work: () => Promise<void>,
  { backoffMs, retries }: Patience,
  waits: Waits,
  halted: () => boolean,
): Promise<Outcome> => {
  for (let repeat = 0, counted = 0; ; repeat += 1) {
    try {
      await work()
      return { went: 'through' }
    } catch (error) {
      if (!isOutage(error) && (isFinal(error) || counted++ >= retries)) return { went: 'wrong', error: sentence(error) }
    }
    if (halted()) return { went: 'halted' }
    await waits.wait(Math.min(LONGEST, backoffMs * 2 ** repeat))
    if (halted()) return { went: 'halted' }
  }
}
