import type { Day } from '#kernel'

/** Figures of one matter: money in fen, everything else as counts (metrics of rulebook 3.2). */
export type Metrics = Readonly<Record<string, number>>

export interface OtherMatter {
  /** Id of the case or lead, for the record. */
  readonly id: string
  readonly agency?: string
  readonly metrics: Metrics
  /** Offences it may be; left out, those of its `ip`, else those of the question. */
  readonly offences?: readonly string[]
  readonly ip?: string
}

/** An administrative or criminal penalty that may open the two-year repeat tier (R-XFR-08). */
export interface EarlierPenalty {
  readonly on: Day
  readonly ip?: string
  readonly offences?: readonly string[]
  /** Article of the criminal law, for instance 214. */
  readonly article?: string
}

export interface ThresholdQuestion {
  /** Offences to be tried; left out, those of the act kinds, else all of the IP type. */
  readonly offences?: readonly string[]
  readonly ip?: string
  readonly acts?: readonly string[]
  readonly metrics: Metrics
  readonly flags?: readonly string[]
  /** When the act was done; of a continuing act its last day (R-THR-03). */
  readonly actDate: Day
  /** Un-handled and still prosecutable acts of the same actor, in all agencies (R-XFR-07). */
  readonly others?: readonly OtherMatter[]
  readonly penalties?: readonly EarlierPenalty[]
}

export type Tier = 'base' | 'serious' | 'specially_serious'

/** One figure against one row. Money in fen. */
export interface Measured {
  /** For instance T213G-1b. */
  readonly rule: string
  readonly ruleSet: string
  readonly article: string
  readonly offence: string
  readonly tier: Tier
  readonly flag: string
  readonly metric: string
  /** Own and others' amounts together. */
  readonly value: number
  /** The matter's own amount. */
  readonly own: number
  readonly threshold: number
  readonly unit: string
}

export interface Evaluation {
  /** FS5, or the old set that applies (R-THR-02). */
  readonly ruleSet: string
  readonly result: 'met' | 'not-met'
  /** The gravest tier that is met. */
  readonly tier?: Tier
  /** Article of the gravest row met, for instance 213. */
  readonly article?: string
  readonly offence?: string
  /** `accumulation`: met only together with other matters. */
  readonly basis: 'own' | 'accumulation'
  readonly met: readonly Measured[]
  /** Per offence the row that came nearest, when it is not met. */
  readonly nearest: readonly Measured[]
  readonly offences: readonly string[]
  readonly flags: readonly string[]
  /** Both rule sets, where the date of the act makes a choice necessary. */
  readonly compared?: readonly { readonly ruleSet: string; readonly tier?: Tier }[]
}
