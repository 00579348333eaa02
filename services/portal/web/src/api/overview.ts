import type { Title } from './types.js'
import type { Agency } from './work.js'

/** The filter of the list that a figure counts. */
export type ListOf = Readonly<Record<string, string>>

export interface ClockFigures {
  holder: readonly Agency[]
  clock: string
  title?: Title
  running: number
  paused: number
  breached: number
  late: number
  lapsed: number
  list: ListOf
}

export interface Waiting {
  holder: readonly Agency[]
  kind: string
  kindTitle?: Title
  state: string
  stateTitle?: Title
  n: number
  medianWeeks: number
  list: ListOf
}

export interface Week {
  week: string
  opened: number
  closed: number
  lists: { opened: ListOf; closed: ListOf }
}

/** `GET /api/portal/overview`. */
export interface Overview {
  now: string
  totals: { open: number; closed: number; breached: number; lapsed: number }
  clocks: readonly ClockFigures[]
  waiting: readonly Waiting[]
  trend: readonly Week[]
}
