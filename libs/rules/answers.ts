import type { Calendar, Counted, Day, Excluded, Instant, NormalRow, Span, Title } from '#kernel'
import type { Evaluation, ThresholdQuestion } from './thresholds.js'
import type { Unit } from './units.js'
import type {
  Agency,
  AgencyKind,
  Channel,
  ToldLead,
  Term,
  Competence,
  Document,
  Figure,
  Instrument,
  IpType,
  Mark,
  Office,
  Region,
  Right,
  RightSeed,
  Staff,
  Switch,
  SwitchValue,
  User,
  Work,
} from './types.js'

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
  /** The first day for which there is law for a kind of record: of its oldest clock; of the oldest thresholds where it has none. */
  readonly lawFrom: (record: string) => Day
  /** The first day for which there are criminal thresholds. */
  readonly actsFrom: Day
  /** When a clock ends and why, day by day. Throws a RulesError for an unknown clock or one not in force on the start. */
  readonly explainClock: (question: ClockQuestion) => ExplainedClock
  /** When a clock ends. Throws as `explainClock`. */
  readonly countClock: (question: ClockQuestion) => Counted & { readonly record: string }

  /** Whether figures reach a criminal threshold, by which rule set, and what came nearest (rulebook 3). */
  readonly evaluate: (question: ThresholdQuestion) => Evaluation
  /** In what the figures of the criminal thresholds are counted, by their keys. */
  readonly figureUnits: Readonly<Record<string, Unit>>
  readonly figureTitles: Readonly<Record<string, Title>>
  readonly offenceTitles: Readonly<Record<string, Title>>
  /** Whether the rules have every offence, metric and flag of a question; `evaluate` throws for one that they have not. */
  readonly understands: (question: ThresholdQuestion) => boolean
  /** The day since which the thresholds of a day have been what they are. */
  readonly thresholdsSince: (day: Day) => Day
  /** Whether a hearing must be offered (R-ADM-16, 16a). */
  readonly hearing: (question: HearingQuestion) => HearingAnswer
  readonly figure: (name: string) => Figure
  /** Years in which an act of that day can be prosecuted, by the highest punishment of the offence or of its tier (XF 87). */
  readonly prosecutionYears: (question: { offence?: string; tier: string; actDate: Day }) => number

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
  /** What the directory has of a natural person, one entry for each agency or office; empty: nobody of that key. */
  readonly staff: (person: string) => readonly Staff[]
  /** Whether the directory holds enforcement licences of this agency's people: police and courts have none. */
  readonly licenses: (agency: string) => boolean
  /** The same rules with people beside those of the seeds: the cast of a story. */
  readonly withPeople: (people: readonly Staff[]) => Rules
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
  /** What whoever submitted a lead without an account is told of it. */
  readonly toldLead: ToldLead
  /** Words for kinds of agency, groups of offices, metrics, offences, flags and kinds of penalty. */
  readonly terms: readonly Term[]
  readonly channel: (code: string) => Channel | undefined
  readonly instruments: readonly Instrument[]
  readonly instrument: (key: string) => Instrument | undefined
}
