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
