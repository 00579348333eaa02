import { calendarOf, canonical, isOn, type NormalRow, sm3, type Title } from '#kernel'
import type { LawRow } from './clocks.js'
import { countClock, explainClock } from './counting.js'
import type { RulesData } from './data.js'
import { evaluate, thresholdsSince, understands } from './evaluate.js'
import { wrong } from './faults.js'
import { hearingFor } from './hearing.js'
import { nearest } from './nearest.js'
import { numberText, paperIndex, seriesFor, unnumbered } from './papers.js'
import { valuesOf, type Values } from './switches.js'
import type { Rules } from './answers.js'
import { floorAnswers } from './floors.js'
import { staffAnswers } from './staff.js'
import type { Agency, Staff } from './types.js'
import { unitsOf } from './units.js'

/** Answers to questions about the law, from data that was read and checked once. */

const frozen = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value) || ArrayBuffer.isView(value)) return value
  Object.freeze(value)
  for (const part of Object.values(value)) frozen(part)
  return value
}

const unknown = (what: [zh: string, en: string], name: string, known: readonly string[]) => {
  const near = nearest(name, known)
  return wrong(`没有${what[0]} ${name}，是否应为 ${near}`, `there is no ${what[1]} ${name}; did you mean ${near}?`)
}

/** Restrictive periods roll under `roll.restrictive` only. */
const rowUnder = ({ row, restrictive }: LawRow, values: Values): NormalRow =>
  restrictive && isOn('roll.restrictive', values) ? { ...row, rolls: undefined } : row

const inForce = (row: NormalRow, day: string): boolean => row.validFrom <= day && day <= (row.validTo ?? '9999-12-31')

const clockAnswers = (data: RulesData, values: Values) => {
  const live = data.clocks.filter((one) => isOn(one.row.if, values))
  const all = live.map((one) => ({ row: rowUnder(one, values), guard: one.guard }))
  const running = all.filter((one) => !one.guard).map((one) => one.row)
  const byRecord = new Map<string, readonly NormalRow[]>()
  for (const row of running) byRecord.set(row.on, [...(byRecord.get(row.on) ?? []), row])
  const clockRows = (record: string): readonly NormalRow[] => byRecord.get(record) ?? []
  return {
    allClocks: data.clocks.map((one) => one.row),
    clockRows,
    clocksOn: (record: string, date: string) => clockRows(record).filter((row) => inForce(row, date)),
    clock: (id: string, date: string, record?: string) =>
      all
        .map((one) => one.row)
        .find((row) => row.id === id && inForce(row, date) && (record === undefined || row.on === record)),
  }
}

const paperAnswers = (data: RulesData, agency: (code: string) => Agency | undefined) => {
  const index = paperIndex(data.papers.documents)
  const seriesOf = (code: string, title: string) => seriesFor(data.papers, index, agency(code), title)
  return {
    documents: data.papers.documents,
    document: (title: string) => index.get(title),
    numberScope: (code: string, title: string, year: string | number) => {
      const series = seriesOf(code, title)
      return series && `${code}/${series.series}/${year}`
    },
    number: (code: string, title: string, year: string | number, n: number) => {
      const series = seriesOf(code, title)
      if (!series) throw unnumbered(code, title)
      return numberText(series, agency(code)!, year, n)
    },
  }
}

const agencyAnswers = ({ agencies }: RulesData) => {
  const byCode = new Map(agencies.map((one) => [one.code, one]))
  const agency = (code: string): Agency | undefined => byCode.get(code)
  return {
    agencies,
    agency,
    superiorOf: (code: string) => agency(agency(code)?.superior ?? ''),
    sameLevel: (code: string, kind: string) => {
      const own = agency(code)
      return own && agencies.find((one) => one.kind === kind && one.level === own.level && one.region === own.region)
    },
  }
}

const rightAnswers = ({ rights, offices, officeGroups }: RulesData, agency: (code: string) => Agency | undefined) => {
  const byName = new Map(rights.flatMap((one) => [one.name, ...one.also].map((name) => [name, one.kinds] as const)))
  const right = (name: string): readonly string[] => {
    const kinds = byName.get(name)
    if (!kinds) throw unknown(['权限', 'right'], name, [...byName.keys()])
    return kinds
  }
  const officesIn = (group: string): readonly string[] => {
    const members = offices.filter((one) => one.groups.includes(group)).map((one) => one.code)
    if (members.length > 0) return members
    if (offices.some((one) => one.code === group)) return [group]
    throw unknown(['岗位', 'office'], group, [...offices.map((one) => one.code), ...officeGroups])
  }
  return {
    rights,
    right,
    may: (code: string, name: string) => right(name).includes(agency(code)?.kind ?? ''),
    offices,
    officesIn,
  }
}

const ipAnswers = ({ ipTypes, competence, agencies }: RulesData, values: Values) => {
  const byCode = new Map(ipTypes.map((one) => [one.code, one]))
  const ip = (code: string) => byCode.get(code)
  const court = (value: unknown): string =>
    agencies.find((one) => one.code === value || one.name.zh === value)?.code ?? String(value)
  return {
    ipTypes,
    ip,
    competence,
    competent: (code: string, work: string) => [
      ...new Set(competence.filter((row) => row.ip === code && row.work === work).flatMap((row) => row.kinds)),
    ],
    courtFor: (code: string) => {
      const type = ip(code)
      if (!type) throw unknown(['权利类型', 'type of right'], code, [...byCode.keys()])
      if (type.court === 'technical') return court(values['court.techIp'])
      return type.court === 'basic' ? court(values['court.ipBasic']) : court(values['court.intermediate'])
    },
  }
}

const titlesBy = (rows: readonly { key: string; title: Title }[]): Readonly<Record<string, Title>> =>
  Object.fromEntries(rows.map(({ key, title }) => [key, title]))

const plainAnswers = (data: RulesData) => {
  const channels = new Map(data.channels.map((one) => [one.code, one]))
  const instruments = new Map(data.instruments.map((one) => [one.key, one]))
  const figures = new Map(data.figures.map((one) => [one.name, one]))
  const figure = (name: string) => {
    const found = figures.get(name)
    if (!found) throw unknown(['数字', 'figure'], name, [...figures.keys()])
    return found
  }
  return {
    regions: data.regions,
    users: data.users,
    rightSeeds: data.rightSeeds,
    channels: data.channels,
    toldLead: data.toldLead,
    terms: data.terms,
    channel: (code: string) => channels.get(code),
    instruments: data.instruments,
    instrument: (key: string) => instruments.get(key),
    switchTable: data.switches,
    figure,
    figureUnits: unitsOf(data.thresholds.metrics),
    figureTitles: titlesBy(data.thresholds.metrics),
    offenceTitles: titlesBy(data.thresholds.offences),
    prosecutionYears: ({ offence, tier, actDate }: { offence?: string; tier: string; actDate: string }) => {
      const longer = data.thresholds.offences.find(({ key }) => key === offence)?.prosecution
      return figure(`prosecution.${longer && longer.since <= actDate ? longer.as : tier}`).value
    },
  }
}

const held = new WeakMap<Rules, RulesData>()

/** The data behind rules that `makeRules` made. */
export const dataOf = (rules: Rules): RulesData | undefined => held.get(rules)

/** Rules over checked data; `digest` names the data. */
export const makeRules = (data: RulesData, digest: string, chosen: Values = {}): Rules => {
  const switches = valuesOf(data.switches, chosen)
  const agencies = agencyAnswers(data)
  const clocks = clockAnswers(data, switches)
  const calendar = calendarOf(data.calendar)
  const basis = { ...clocks, calendar, switches }
  const rules = frozen({
    version: sm3(digest + canonical(switches)).slice(0, 32),
    switches,
    on: (name: string) => isOn(name, switches),
    withSwitches: (values: Values) => makeRules(data, digest, { ...chosen, ...values }),
    withPeople: (people: readonly Staff[]) =>
      makeRules({ ...data, people: [...(data.people ?? []), ...people] }, digest, chosen),
    ...clocks,
    ...agencies,
    ...staffAnswers(data),
    ...floorAnswers(data),
    ...paperAnswers(data, agencies.agency),
    ...rightAnswers(data, agencies.agency),
    ...ipAnswers(data, switches),
    ...plainAnswers(data),
    calendar,
    countClock: (question) => countClock(basis, question),
    explainClock: (question) => explainClock(basis, question),
    evaluate: (question) => evaluate(data.thresholds, data.ipTypes, question),
    thresholdsSince: (day) => thresholdsSince(data.thresholds, day),
    understands: (question) => understands(data.thresholds, data.ipTypes, question),
    hearing: (question) => hearingFor(data.hearing, switches, question),
  } satisfies Rules)
  held.set(rules, data)
  return rules
}
