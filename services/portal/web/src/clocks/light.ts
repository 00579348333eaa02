import type { ShownClock } from '../api/records.js'

const OVER = ['satisfied', 'cancelled']

/** Whether anything still waits for this period. */
export const isOpen = ({ state, stoppedAt, waitsFor }: ShownClock): boolean =>
  stoppedAt === undefined && !OVER.includes(state) && (state !== 'lapsed' || waitsFor.length > 0)

const RANK: Readonly<Record<string, number>> = { breached: 0, running: 1, open: 2, paused: 3, lapsed: 4 }

/** The most pressing first. */
export const byPress = (a: ShownClock, b: ShownClock): number =>
  (RANK[a.state] ?? 5) - (RANK[b.state] ?? 5) ||
  Number(a.lapse === 'gate') - Number(b.lapse === 'gate') ||
  (a.due ?? '9').localeCompare(b.due ?? '9')
