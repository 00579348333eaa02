import { endOf, fromMs, plusDays, startOf, toMs, type Instant } from './instant.js'
import type { SummaryClock } from './service.js'

/** From when a clock is about to lapse: its last safe day or the day before; of hours the last quarter. */
export const alarmOf = ({ state, start, due, lastSafeDay }: SummaryClock): Instant | undefined => {
  if (state !== 'running' || due === undefined) return undefined
  if (due.length === 10) return startOf(plusDays(lastSafeDay ?? due, -1))
  const began = toMs(start.length === 10 ? endOf(start) : start)
  return fromMs(toMs(due) - Math.max(0, toMs(due) - began) / 4)
}
