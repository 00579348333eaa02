import type { Calendar, Counted, Excluded, Span } from '#kernel'
import type { NormalRow } from '#kernel'
import type { Day, Instant, Title } from '#kernel'
import type { Evaluation, ThresholdQuestion } from './thresholds.js'

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
  /** Number of the enforcement licence. */
  readonly licence?: string
  readonly subject?: string
}

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

/** What a hearing is about to cost the party; money in fen. */
export interface HearingQuestion {
  /** Individual businesses count as natural persons by default (R-ADM-16). */
  readonly party: 'person' | 'individual-business' | 'organisation'
  readonly fine?: number
  /** Value of what is confiscated. */
  readonly confiscation?: number
  /** Keys of hearing.yaml: shutdown, closure, employment-ban, downgrade, revocation, other-heavy. */
  readonly kinds?: readonly string[]
}

export interface HearingAnswer {
  readonly inScope: boolean
  /** The kinds and figures that bring it into scope. */
  readonly because: readonly string[]
  /** Figure in fen at or above which a fine or confiscation opens a hearing. */
  readonly figure: number
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

/** What `explainClock` counts. */
export interface ClockQuestion {
  readonly clock: string
  /** Record of the clock, where one id stands on several. */
  readonly record?: string
  readonly start: Day | Instant
  /** Day that chooses the version, where that is not the start (`versionBy`): of a complaint the day it was received. */
  readonly versionOn?: Day
  /** Fields of the starting event that a conditional length asks for. */
  readonly data?: Readonly<Record<string, unknown>>
  readonly excluded?: Excluded
  readonly extensions?: readonly Span[]
  readonly cap?: Day | Instant
}

export interface ExplainedDay {
  readonly day: Day
  /** Position in the period; left out on days that are not counted. */
  readonly n?: number
  readonly counted: boolean
  /** Id of the rule that counted or skipped it. */
  readonly rule: string
  readonly zh: string
  readonly en: string
}

export interface ExplainedClock extends Counted {
  readonly clock: string
  readonly record: string
  readonly title: Title
  readonly law: string
  readonly article?: string
  readonly confidence: Mark
  readonly validFrom: Day
  readonly start: Day | Instant
  readonly length: string
  readonly days: readonly ExplainedDay[]
}

/** Everything that the law sets, read once; frozen, and pure after reading. */
export interface Rules {
  /** Digest of all data and switches: kept in every commit. */
  readonly version: string
  readonly calendar: Calendar
  /** Values of all policy switches (rulebook 0.3). */
  readonly switches: Readonly<Record<string, SwitchValue>>
  readonly switchTable: readonly Switch[]
  /** Whether a switch is on: `name`, or `name=value`. */
  readonly on: (name: string) => boolean
  /** The same rules under other policy. Unknown names and values throw a RulesError. */
  readonly withSwitches: (values: Readonly<Record<string, SwitchValue>>) => Rules

  /** All versions of all clocks of a record that the switches leave on; guards' periods are not among them. */
  readonly clockRows: (record: string) => readonly NormalRow[]
  /** The versions in force for clocks that start on a day. */
  readonly clocksOn: (record: string, date: Day) => readonly NormalRow[]
  /** One clock or guard's period, as in force on a day. */
  readonly clock: (id: string, date: Day, record?: string) => NormalRow | undefined
  /** Every row, guards' periods and rows that a switch turns off included. */
  readonly allClocks: readonly NormalRow[]
  /** When a clock ends and why, day by day. Throws a RulesError for an unknown clock or one not in force on the start. */
  readonly explainClock: (question: ClockQuestion) => ExplainedClock
  /** When a clock ends. Throws as `explainClock`. */
  readonly countClock: (question: ClockQuestion) => Counted & { readonly record: string }

  /** Whether figures reach a criminal threshold, by which rule set, and what came nearest (rulebook 3). */
  readonly evaluate: (question: ThresholdQuestion) => Evaluation
  /** Whether a hearing must be offered (R-ADM-16, 16a). */
  readonly hearing: (question: HearingQuestion) => HearingAnswer
  readonly figure: (name: string) => Figure

  readonly documents: readonly Document[]
  /** A paper by title, alias or code. */
  readonly document: (title: string) => Document | undefined
  /** Name of the counter from which a paper takes its number; undefined for papers without one. */
  readonly numberScope: (agency: string, title: string, year: string | number) => string | undefined
  /** 许魏市监处罚〔2026〕12号. Throws a RulesError for a paper without number. */
  readonly number: (agency: string, title: string, year: string | number, n: number) => string

  readonly agencies: readonly Agency[]
  readonly agency: (code: string) => Agency | undefined
  readonly superiorOf: (code: string) => Agency | undefined
  /** The agency of a kind in the region and on the level of another: the police or procuratorate of the same level. */
  readonly sameLevel: (code: string, kind: AgencyKind) => Agency | undefined
  readonly regions: readonly Region[]
  readonly users: readonly User[]
  readonly rightSeeds: readonly RightSeed[]

  readonly rights: readonly Right[]
  /** Kinds of agency that may use a right of rulebook 8.2. Throws a RulesError for an unknown right. */
  readonly right: (name: string) => readonly AgencyKind[]
  /** Whether an agency, by code, may use a right. */
  readonly may: (agency: string, right: string) => boolean
  readonly offices: readonly Office[]
  /** Offices of a group; an office stands for itself. Throws a RulesError for an unknown name. */
  readonly officesIn: (group: string) => readonly string[]

  readonly ipTypes: readonly IpType[]
  readonly ip: (code: string) => IpType | undefined
  readonly competence: readonly Competence[]
  /** Kinds of agency that do a work for a right; none: nobody in the city does. */
  readonly competent: (ip: string, work: Work) => readonly AgencyKind[]
  /** Code of the court that confirms an agreement about a right (R-JC-03); switches court.ipBasic and court.techIp. */
  readonly courtFor: (ip: string) => string
  readonly channels: readonly Channel[]
  readonly channel: (code: string) => Channel | undefined
  readonly instruments: readonly Instrument[]
  readonly instrument: (key: string) => Instrument | undefined
}
