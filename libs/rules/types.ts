import type { Day, Title } from '#kernel'

/** How sure a row is (rulebook 0.1). */
export type Mark = 'verified' | 'known' | 'uncertain' | 'design'

/** A kind of agency, for instance SAMR-CITY (rulebook 8.1). Kinds are data. */
export type AgencyKind = string
export type Level = 'nation' | 'province' | 'city' | 'county' | 'outside'

export interface Agency {
  /** For instance SAMR-411003. */
  readonly code: string
  readonly kind: AgencyKind
  readonly level: Level
  /** GB/T 2260 code. */
  readonly region: string
  readonly name: Title
  /** Code of the agency one level above. */
  readonly superior?: string
  /** Beginning of its paper numbers, for instance 许魏市监; of a court its code, 豫1002. */
  readonly prefix?: string
  /** Beginnings that differ for one series of numbers. */
  readonly prefixes?: Readonly<Record<string, string>>
}

/** A code of the rules with its words. */
export interface Term {
  readonly code: string
  readonly title: Title
}

export interface Region {
  readonly code: string
  readonly name: Title
  readonly superior?: string
  /** Zones without a bureau of their own: the county whose bureau acts (R-JUR-10). */
  readonly host?: string
}

/** An officer of the seeds, fictitious. */
export interface User {
  readonly user: string
  readonly name: string
  readonly agency: string
  readonly offices: readonly string[]
  /** Key of the natural person; the same in another office means the same person. */
  readonly person: string
  /** Number of the enforcement licence; '': held, the number is not on file; left out: none. */
  readonly licence?: string
  readonly subject?: string
}

/** Somebody who works for an agency, as the directory has it. */
export type Staff = Pick<User, 'agency' | 'person' | 'licence'> & Partial<Pick<User, 'name'>>

/** A right holder or mark of the seeds, fictitious. */
export interface RightSeed {
  readonly id: string
  readonly ip: string
  readonly name: string
  readonly number: string
  readonly holder: { readonly name: string; readonly uscc?: string; readonly address?: string }
  readonly goods?: string
  readonly validTo?: Day
}

export interface Office {
  readonly code: string
  readonly title: Title
  /** Groups it belongs to: `responsible` 负责人, `head` 正职负责人. */
  readonly groups: readonly string[]
  /** Kinds of agency that have it; left out: every agency, but not outside users. */
  readonly kinds?: readonly AgencyKind[]
}

export interface Right {
  readonly name: string
  readonly title: Title
  readonly kinds: readonly AgencyKind[]
  readonly source: string
}

export interface Channel {
  /** For instance SRC-12315-JB (rulebook 1.1). */
  readonly code: string
  readonly title: Title
  /** 投诉: the complaint track; everything else is verified as a report. */
  readonly complaint: boolean
  /** 举报: TSJB 34, 35 (redirect, merging of repeats) apply. */
  readonly report: boolean
  readonly regime: string
  readonly clocks: readonly string[]
  readonly source: string
  readonly confidence: Mark
  /** Fields that are registered with it. */
  readonly fields: readonly string[]
  /** Those of them that must be filled in. */
  readonly needs: readonly string[]
  /** The public submits it without an account. */
  readonly online: boolean
  /** What it is for, in plain words. */
  readonly about?: Title
}

/** What whoever submitted a lead without an account is told of it; the rest is nobody's who does not work on it (TSJB 37). */
export interface ToldLead {
  readonly events: readonly {
    readonly event: string
    /** `INSTRUMENT:article`. */
    readonly law: string
    /** And how it ended. */
    readonly outcome?: boolean
  }[]
  /** Clocks. */
  readonly periods: readonly string[]
}

/** Which court a dispute belongs to (R-JC-03, GX13). */
export type CourtType = 'basic' | 'intermediate' | 'technical'

export interface IpType {
  readonly code: string
  readonly title: Title
  readonly group: string
  readonly court: CourtType
  /** Offences of the criminal law that an act against it may be, keys of the threshold rows. */
  readonly offences: readonly string[]
  /** Offences by kind of act, where the kind is known. */
  readonly acts: Readonly<Record<string, readonly string[]>>
  /** Sealing, seizure and bank queries: by the responsible person of the bureau, or by the head of a city bureau (FBZ 16). */
  readonly seizure: 'responsible' | 'city-head'
  /** Article under which a named reporter must be told the result; left out: none (R-INT-13). */
  readonly reporterTold?: string
  /** Technical patents, plant varieties and the like need CNIPA or the province: the city only forwards. */
  readonly forwardOnly?: boolean
  /** Whether an application to CNIPA can suspend an adjudication (R-ADJ-15): utility models and designs. */
  readonly mustSuspend?: boolean
  /** Patent disputes: an opinion notice comes before a mediation is accepted (GZ81 65). */
  readonly patent: boolean
}

/** What an agency does for a right (rulebook 1.4). */
export type Work = 'penalty' | 'adjudication' | 'mediation' | 'border'

export interface Competence {
  readonly ip: string
  readonly work: Work
  readonly kinds: readonly AgencyKind[]
  readonly source: string
  readonly confidence: Mark
  readonly note?: Title
}

export interface Instrument {
  readonly key: string
  readonly name: Title
}

/** A paper of the catalogue (rulebook 1.7, appendix A). */
export interface Document {
  /** F1–F56 the SAMR forms, T1–T10 the complaint forms, others by group. */
  readonly code: string
  readonly title: Title
  readonly group: string
  /** A paper for the party of the matter: events by which it reaches it; left out, it stays in the file. */
  readonly served?: readonly string[]
  readonly aliases: readonly string[]
}

export type SwitchValue = string | number | boolean

export interface Switch {
  readonly name: string
  readonly title: Title
  readonly value: SwitchValue
  /** Allowed values; left out: any of the type of the default. */
  readonly values?: readonly SwitchValue[]
  readonly source: string
}

/** A figure that a guard needs; money in fen. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly title: Title
  readonly source: string
  readonly confidence: Mark
}
