import type { ShownClock } from '../api/records.js'
import type { Light } from '../app/theme.js'

const OVER = ['satisfied', 'cancelled']

/** Whether anything still waits for this period. */
export const isOpen = ({ state, stoppedAt, waitsFor }: ShownClock): boolean =>
  stoppedAt === undefined && !OVER.includes(state) && (state !== 'lapsed' || waitsFor.length > 0)

const QUARTER = 4
const HOUR_MS = 3_600_000

const nextDay = (day: string): string =>
  new Date(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

const isSoon = ({ due, lastSafeDay, start }: ShownClock, now: string): boolean => {
  if (due === undefined) return false
  if (due.length > 10) return Date.parse(due) - Date.parse(now) <= (Date.parse(due) - Date.parse(start)) / QUARTER
  return (lastSafeDay ?? due).slice(0, 10) <= nextDay(now)
}

/** Where a period stands; what only opens when it ends is never late. */
export const lightOf = (clock: ShownClock, now: string | undefined): Light => {
  if (clock.light) return clock.light
  if (clock.state === 'paused') return 'grey'
  if (clock.state === 'breached') return 'red'
  if (clock.lapse !== 'gate' && clock.state === 'running' && now !== undefined && isSoon(clock, now)) return 'amber'
  return clock.provisional ? 'blue' : 'green'
}

export const hoursLeft = (due: string, now: string): number =>
  Math.max(0, Math.floor((Date.parse(due) - Date.parse(now)) / HOUR_MS))

const RANK: Readonly<Record<string, number>> = { breached: 0, running: 1, open: 2, paused: 3, lapsed: 4 }

/** The most pressing first. */
export const byPress = (a: ShownClock, b: ShownClock): number =>
  (RANK[a.state] ?? 5) - (RANK[b.state] ?? 5) ||
  Number(a.lapse === 'gate') - Number(b.lapse === 'gate') ||
  (a.due ?? '9').localeCompare(b.due ?? '9')
