import type { Light } from '../app/theme.js'
import type { Title } from './types.js'

export interface MayTake {
  step: string
  title: Title
  /** Whether the first clock waits for it. */
  awaited: boolean
}

export interface Agency {
  agency: string
  name: Title
}

/** A clock of a line, in words. */
export interface WorkClock {
  id: string
  key: string
  state: string
  due?: string
  title?: Title
  law?: string
  lawTitle?: Title
  article?: string
  light: Light
  lightTitle: Title
  leftTitle?: Title
  dueTitle?: Title
}

/** One record as a line of somebody's work. */
export interface WorkLine {
  id: string
  kind: string
  kindTitle?: Title
  state: string
  stateTitle?: Title
  label: string
  dossier: string
  number?: string
  holder: readonly Agency[]
  light: Light
  lightTitle: Title
  says: Title
  /** The clock that ends first, and the others. */
  clock?: WorkClock
  more: readonly WorkClock[]
  may: readonly MayTake[]
}

export const GROUPS = ['all', 'today', 'soon', 'others', 'paused'] as const
export type Group = (typeof GROUPS)[number]

/** `GET /api/portal/work`. */
export interface Work {
  now: string
  total: number
  counts: Readonly<Record<Group, number>>
  kinds: readonly { kind: string; title?: Title }[]
  clocks: readonly { clock: string; title?: Title }[]
  rows: readonly WorkLine[]
}
