import { inFigures, money as sum } from './money.js'
import type { Names, Source } from './source.js'

/** How a value stands in a paper; undefined: it says nothing. */
export type Format = (value: unknown, names: Names, source: Source) => string | undefined

const each =
  (format: (value: unknown, names: Names, source: Source) => string | undefined, between = '、'): Format =>
  (value, names, source) => {
    const all = [value].flat().flatMap((one) => format(one, names, source) ?? [])
    return all.length ? [...new Set(all)].join(between) : undefined
  }

export const text = each((value) => (typeof value === 'object' ? undefined : String(value)))

const DAY = /^(\d{4})-(\d{2})-(\d{2})/
const MOMENT = /T(\d{2}):(\d{2})/

const dayText = (value: unknown): string | undefined => {
  const [, year, month, date] = DAY.exec(String(value)) ?? []
  return year === undefined ? undefined : `${year}年${Number(month)}月${Number(date)}日`
}

/** 2026年3月7日. */
export const day = each(dayText)

/** 2026年3月7日16时00分. */
export const moment = each((value) => {
  const [, hour, minute] = MOMENT.exec(String(value)) ?? []
  return dayText(value) + (hour === undefined ? '' : `${Number(hour)}时${minute}分`)
})

export const money = each((value) => sum(Number(value)))
/** Without capitals: in tables. */
export const figures = each((value) => inFigures(Number(value)))

/** An agency by its name. */
export const agency = each((value, { rules }) => rules.agency(String(value))?.name.zh ?? String(value))

const SYSTEM = 'SYSTEM'

const nameOf = (value: unknown, { rules }: Names): string =>
  value === SYSTEM ? '系统' : (rules.staff(String(value)).find(({ name }) => name)?.name ?? String(value))

/** A natural person of an agency by name. */
export const person = each(nameOf)

/** By name, with the number of the enforcement licence where it is on file. */
export const officer = each((value, names) => {
  const licence = names.rules.staff(String(value)).find((one) => one.licence)?.licence
  return `${nameOf(value, names)}（执法证号：${licence ?? '　　　　　　'}）`
}, '\n')

export const ip = each((value, { rules }) => rules.ip(String(value))?.title.zh ?? String(value))

export const channel = each((value, { rules }) => rules.channel(String(value))?.title.zh)

/** A code in the words that its record has for it. */
export const word = (fact: string): Format =>
  each((value, { word: said }) => said(fact, String(value)) ?? String(value))

/** A code in words of the paper's own. */
export const said = (words: Readonly<Record<string, string>>): Format => each((value) => words[String(value)])

/** Each on a line of its own, numbered where there are several. */
export const numbered =
  (format: Format = text): Format =>
  (value, names, source) => {
    const all = [value].flat().flatMap((one) => format(one, names, source) ?? [])
    if (all.length < 2) return all[0]
    return all.map((one, index) => `${index + 1}．${one}`).join('\n')
  }

/** Whether an agency is a market regulator: only these go by the rules of their ministry (rulebook 1.1, 1.4). */
export const isRegulator = (code: unknown, { rules }: Names): boolean =>
  rules.agency(String(code))?.kind.startsWith('SAMR-') === true

const regionName = (code: unknown, { rules }: Names): string | undefined => {
  const region = rules.agency(String(code))?.region
  return rules.regions.find((one) => one.code === region)?.name.zh
}

/** The people's government at the level of an agency: where it is asked to reconsider. */
export const government = each((value, names) => `${regionName(value, names) ?? '本级'}人民政府`)

/** The court before which an agency is sued. */
export const court = each(
  (value, { rules }) => rules.sameLevel(String(value), 'COURT')?.name.zh ?? '有管辖权的人民法院',
)
