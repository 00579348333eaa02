import { fromMs, readInstant } from '#kernel/instant'
import type { Time } from '#ports'

export const systemTime = (): Time => ({ now: () => fromMs(Date.now()) })

const readOrThrow = (text: string): string => {
  const at = readInstant(text)
  if (at === undefined) throw new RangeError(`"${text}" is not an instant; write 2026-03-07T16:00:00.000+08:00`)
  return at
}

/** Stands still until it is set; setting it backwards is an error. Setting fires nothing. */
export const manualTime = (start: string): Time & { set(at: string): void } => {
  let current = readOrThrow(start)
  const set = (at: string): void => {
    const next = readOrThrow(at)
    if (next < current) throw new RangeError(`time never goes back: it is ${current}, asked for ${next}`)
    current = next
  }
  return { now: () => current, set }
}
