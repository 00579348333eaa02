import type { Light } from '../app/theme.js'
import type { Title } from './types.js'

export interface MayTake {
  step: string
  title: Title
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
  light: Light
  lightTitle: Title
  says: Title
  may: readonly MayTake[]
}

/** `GET /api/portal/work`. */
export interface Work {
  now: string
  total: number
  rows: readonly WorkLine[]
}
