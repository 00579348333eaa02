import type { Day, Subject } from '#kernel'
import type { Amount } from './amount.js'

/** Who has to act now. */
export type Side = 'agency' | 'police' | 'prosecutor' | 'court'

/** A paper on its way; its day of receipt starts what counts from it. */
export interface Unserved {
  /** Type of the event whose paper it is. */
  of: string
  to: 'agency' | 'police'
  /** The day it was made. */
  since: Day
}

export interface TransferFacts {
  case?: string
  lead?: string
  agency: string
  subject: Subject
  ip?: string
  /** Which suspicion of the same case or lead. */
  round: number
  basis?: string
  offence?: string
  /** Why an officer suspects it. */
  reason?: string
  ruleSet?: string
  amounts: readonly Amount[]
  /** The task force (专案组). */
  officers: readonly string[]
  /** Who handed in the report. */
  author?: string
  police?: string
  prosecutor?: string
  /** Court of the same level, where the case would be tried. */
  forum?: string
  /** The court that has the case. */
  court?: string
  /** Police that forwarded it. */
  former: readonly string[]
  hand: Side
  /** Enclosures of GWY310:6 that are missing. */
  missing: readonly string[]
  /** Why, as it was said when it was sent. */
  missingWhy?: Readonly<Record<string, string>>
  ownField: boolean
  complete: boolean
  unserved: readonly Unserved[]
  /** Reasons for not filing were given. */
  explained: boolean
  /** The agency must go on with its own case. */
  back: boolean
  outcome?: string
  measures: readonly string[]
  /** The procuratorate told the agency that the reasons hold. */
  informed: boolean
}

export const noFacts: TransferFacts = {
  agency: '',
  subject: { name: '' },
  round: 0,
  amounts: [],
  officers: [],
  former: [],
  hand: 'agency',
  missing: [],
  ownField: true,
  complete: true,
  unserved: [],
  explained: false,
  back: false,
  measures: [],
  informed: false,
}
