import type { CalendarData } from '#kernel'
import { calendarData } from './calendars.js'
import { clocksOf, type LawRow } from './clocks.js'
import type { Fault } from './faults.js'
import type { Files } from './files.js'
import { type Kinds, kindsBehind } from './groups.js'
import type { Papers } from './papers.js'
import type { HearingFile } from './schemas.js'
import { type ThresholdBook, thresholdsOf } from './threshold-rows.js'
import type {
  Agency,
  Channel,
  ToldLead,
  Term,
  Competence,
  Figure,
  Instrument,
  IpType,
  Office,
  Region,
  Right,
  RightSeed,
  Switch,
  Staff,
  User,
} from './types.js'

/** All data files put together; money in fen. */
export interface RulesData {
  readonly clocks: readonly LawRow[]
  readonly calendar: CalendarData
  readonly thresholds: ThresholdBook
  readonly papers: Papers
  readonly switches: readonly Switch[]
  readonly hearing: HearingFile
  readonly figures: readonly Figure[]
  readonly channels: readonly Channel[]
  readonly toldLead: ToldLead
  readonly terms: readonly Term[]
  /** Words for the flags of the thresholds. */
  readonly flagTerms: readonly Term[]
  readonly kinds: Kinds
  readonly offices: readonly Office[]
  readonly officeGroups: readonly string[]
  readonly rights: readonly (Right & { readonly also: readonly string[] })[]
  readonly ipTypes: readonly IpType[]
  readonly competence: readonly Competence[]
  readonly instruments: readonly Instrument[]
  readonly agencies: readonly Agency[]
  readonly regions: readonly Region[]
  readonly users: readonly User[]
  /** People whom a world has beside them. */
  readonly people?: readonly Staff[]
  readonly rightSeeds: readonly RightSeed[]
}

const FEN = 100

const kindsOf = (files: Files): Kinds => {
  const table = files.kinds[0]!.data
  return {
    kinds: table.kinds.map((one) => one.kind),
    outside: new Set(table.kinds.filter((one) => one.outside).map((one) => one.kind)),
    groups: table.groups,
  }
}

const termsOf = (files: Files): Term[] => [
  ...files.kinds[0]!.data.kinds.map(({ kind, title }) => ({ code: kind, title })),
  ...files.offices[0]!.data.groups.map(({ code, title }) => ({ code, title })),
  ...files.offences[0]!.data.metrics.map(({ key, title }) => ({ code: key, title })),
  ...files.offences[0]!.data.offences.map(({ key, title }) => ({ code: key, title })),
  ...files.offences[0]!.data.flags.map(({ key, title }) => ({ code: key, title })),
  ...files.hearing[0]!.data.kinds.map(({ key, title }) => ({ code: key, title })),
]

const papersOf = (files: Files, kinds: Kinds): Papers => {
  const { documents, numbers } = files.documents[0]!.data
  return {
    documents: documents.map(({ code, zh, en, also, served }) => ({
      code,
      title: { zh, en },
      group: code.replace(/\d+$/, ''),
      aliases: also ?? [],
      ...(served && { served }),
    })),
    series: numbers.map((one) => ({ ...one, kinds: kindsBehind(kinds, one.kinds) })),
  }
}

const bookOf = (files: Files): ThresholdBook => {
  const { offences, metrics, flags } = files.offences[0]!.data
  return {
    rows: files.law.flatMap((one) => thresholdsOf(one.data)),
    offences,
    metrics,
    flags: flags.map((one) => one.key),
  }
}

const hearingOf = (files: Files): HearingFile => {
  const { figures, kinds } = files.hearing[0]!.data
  const inFen = Object.entries(figures).map(([key, one]) => [
    key,
    { ...one, person: one.person * FEN, organisation: one.organisation * FEN },
  ])
  return { figures: Object.fromEntries(inFen) as HearingFile['figures'], kinds }
}

const figuresOf = (files: Files): Figure[] =>
  files.figures[0]!.data.figures.map((one) => (one.unit === 'CNY' ? { ...one, value: one.value * FEN } : one))

const competenceOf = (files: Files, kinds: Kinds): Competence[] =>
  files.competence[0]!.data.competence.flatMap(({ ip, ...row }) =>
    ip.map((code) => ({ ...row, ip: code, kinds: kindsBehind(kinds, row.kinds) })),
  )

/** One name per key: the first file of an instrument gives it. */
const instrumentsOf = (files: Files): Instrument[] => {
  const byKey = new Map<string, Instrument>()
  for (const { data } of files.law)
    if (!byKey.has(data.source)) byKey.set(data.source, { key: data.source, name: data.instrument })
  for (const one of files.instruments.flatMap(({ data }) => data.instruments))
    if (!byKey.has(one.key)) byKey.set(one.key, one)
  return [...byKey.values()]
}

const peopleOf = (files: Files) => ({
  agencies: files.agencies.flatMap((one) => one.data.agencies ?? []),
  regions: files.agencies.flatMap((one) => one.data.regions ?? []),
  users: files.users.flatMap(({ data }) => data.users.map((user) => ({ ...user, agency: data.agency }))),
  rightSeeds: files.rightSeeds.flatMap((one) => one.data.rights),
})

const channelsOf = (files: Files) => {
  const { fields, channels, told, periods } = files.channels[0]!.data
  return {
    channels: channels.map((one) => ({
      ...one,
      online: one.online ?? false,
      needs: one.needs ?? [],
      fields: [...fields, ...one.fields],
    })),
    toldLead: { events: told, periods },
  }
}

const rolesOf = (files: Files, kinds: Kinds) => ({
  offices: files.offices[0]!.data.offices.map((one) => ({
    ...one,
    ...(one.kinds && { kinds: kindsBehind(kinds, one.kinds) }),
  })),
  officeGroups: files.offices[0]!.data.groups.map((one) => one.code),
  rights: files.rights[0]!.data.rights.map((one) => ({
    ...one,
    also: one.also ?? [],
    kinds: kindsBehind(kinds, one.kinds),
  })),
})

/** Puts the files together. Every form must be there. */
export const assemble = (files: Files): { data: RulesData; faults: Fault[] } => {
  const kinds = kindsOf(files)
  const clocks = files.law.map(({ parsed, data }) => clocksOf(parsed, data))
  const years = [...files.calendar].map((one) => one.data).sort((a, b) => a.year - b.year)
  const data: RulesData = {
    clocks: clocks.flatMap((one) => one.rows),
    calendar: calendarData(years),
    thresholds: bookOf(files),
    papers: papersOf(files, kinds),
    switches: files.switches[0]!.data.switches,
    hearing: hearingOf(files),
    figures: figuresOf(files),
    ...channelsOf(files),
    terms: termsOf(files),
    flagTerms: files.offences[0]!.data.flags.map(({ key, title }) => ({ code: key, title })),
    kinds,
    ...rolesOf(files, kinds),
    ipTypes: files.ipTypes[0]!.data.ipTypes.map((one) => ({ ...one, patent: one.patent ?? false })),
    competence: competenceOf(files, kinds),
    instruments: instrumentsOf(files),
    ...peopleOf(files),
  }
  return { data, faults: clocks.flatMap((one) => one.faults) }
}
