import type { Parked } from '#ports'
import type { Stuck } from './clockwork.js'

/** Under which name the operator sees what could not be published. */
export const RELAY = 'relay'

/** Under which name the operator sees lapses that could not be written. */
export const CLOCK = 'clock'

/** A record that stands still for a group until an operator redrives it: what waits, from which commit on, since when and why. */
export interface Waiting {
  group: string
  record: string
  kind: string
  /** Of the commit that could not be taken; of a lapse it has none. */
  seq?: number
  /** The step of that commit, or the clock of the lapse. */
  step: string
  waiting: number
  error: string
  since: string
}

export const parkedAs = ({ envelope: { kind, seq, step }, ...parked }: Parked): Waiting => ({
  ...parked,
  kind,
  seq,
  step,
})

export const stuckAs = ({ record, kind, clock, error, since }: Stuck): Waiting => ({
  group: CLOCK,
  record,
  kind,
  step: clock,
  waiting: 1,
  error,
  since,
})
