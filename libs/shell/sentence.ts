import type { Title } from '#kernel'

/**
 * What is said to a person, in both languages. `{name}` stands for a fact in words; `{name:fen}` for money, `{name:count}` for how
 * many there are, `{name:code}` for what a person has to type as it is. What stands between ⟦ and ⟧ is left out when one of its
 * facts is missing.
 */
export interface Row {
  /** 409: right at another time or in another state; 422: the input is at fault; 403: the person is. */
  status: number
  says: Title
  /** What can be done. */
  todo: Title
}

export const row = (
  status: number,
  says: readonly [zh: string, en: string],
  todo: readonly [zh: string, en: string],
): Row => ({
  status,
  says: { zh: says[0], en: says[1] },
  todo: { zh: todo[0], en: todo[1] },
})

/** A row of a condition that holds at another time or in another state. */
export const guard = (says: readonly [zh: string, en: string], todo: readonly [zh: string, en: string]): Row =>
  row(409, says, todo)

/** A row of a condition that the input itself fails, whatever the time or the state. */
export const input = (says: readonly [zh: string, en: string], todo: readonly [zh: string, en: string]): Row =>
  row(422, says, todo)

export type Language = 'zh' | 'en'
export type Facts = Readonly<Record<string, unknown>>
/**
 * Words that codes among the facts stand for: states, offices, clocks, steps. A code that means different things in different
 * facts stands under `fact:code`.
 */
export type Lexicon = ReadonlyMap<string, Title>

const MOMENT = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(:\d{2})(\.\d{3})\+08:00$/
const moment = (text: string): string =>
  text.replace(
    MOMENT,
    (_, day: string, hour: string, s: string, ms: string) => `${day} ${hour}${s === ':00' && ms === '.000' ? '' : s}`,
  )

/** Entries of a list that a sentence holds. */
const SHOWN = 20

interface Spoken {
  name: string
  language: Language
  lexicon: Lexicon
}

const inWords = (text: string, { name, language, lexicon }: Spoken): string =>
  (lexicon.get(`${name}:${text}`) ?? lexicon.get(text))?.[language] ?? moment(text)

/** A field is named by its path: `agency.basis`; a field within another as `field:parent.name`, or `field:.name` in any. */
const FIELDS = new Set(['missing', 'field'])
const INDEX = /^\d+$/

const partWords = (part: string, within: string | undefined, { language, lexicon, name }: Spoken): string => {
  const inner =
    within === undefined ? undefined : (lexicon.get(`field:${within}.${part}`) ?? lexicon.get(`field:.${part}`))
  return inner?.[language] ?? inWords(part, { language, lexicon, name })
}

/** A place in a list counts from one: 办案人员第 2 项. */
const joined = (said: string, part: string, next: string, { language }: Spoken): string => {
  if (INDEX.test(part))
    return language === 'zh' ? `${said}第 ${Number(part) + 1} 项` : `${said}, entry ${Number(part) + 1}`
  return language === 'zh' ? `${said}的${next}` : `${said}: ${next}`
}

const fieldWords = (text: string, asked: Spoken): string => {
  const spoken = { ...asked, name: 'field' }
  let within: string | undefined
  let said = ''
  for (const part of text.split('.')) {
    const next = partWords(part, within, spoken)
    said = within === undefined ? next : joined(said, part, next, spoken)
    if (!INDEX.test(part)) within = part
  }
  return said
}

const isBoth = (value: object): value is Title => 'zh' in value && 'en' in value

const word = (value: unknown, spoken: Spoken): string => {
  const { language, lexicon, name } = spoken
  if (Array.isArray(value)) return listed(value, spoken)
  if (typeof value === 'object' && value !== null) {
    if (isBoth(value)) return value[language]
    const parts = Object.entries(value).map(([key, one]) => word(one, { ...spoken, name: key }))
    return language === 'zh' ? parts.join('，') : parts.join(', ')
  }
  const text = String(value)
  return FIELDS.has(name) && !lexicon.has(`${name}:${text}`) ? fieldWords(text, spoken) : inWords(text, spoken)
}

const listed = (values: readonly unknown[], spoken: Spoken): string => {
  const { language } = spoken
  const shown = values.slice(0, SHOWN).map((one) => word(one, spoken))
  const text = shown.join(language === 'zh' ? '、' : ', ')
  const more = values.length - shown.length
  if (more <= 0) return text
  return language === 'zh' ? `${text}……另有 ${more} 项` : `${text} … and ${more} more`
}

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',')

/** Integer fen as yuan: 8600000 is 86,000.00. */
const money = (fen: unknown, language: Language): string => {
  if (Array.isArray(fen)) return fen.map((one) => money(one, language)).join(language === 'zh' ? '、' : ', ')
  const digits = String(Math.abs(Number(fen))).padStart(3, '0')
  const yuan = `${Number(fen) < 0 ? '-' : ''}${grouped(digits.slice(0, -2))}.${digits.slice(-2)}`
  return language === 'zh' ? `${yuan} 元` : `CNY ${yuan}`
}

const NOTHING: Lexicon = new Map()

const put = (value: unknown, format: string | undefined, spoken: Spoken): string => {
  if (format === 'fen') return money(value, spoken.language)
  if (format === 'count') return String(Array.isArray(value) ? value.length : value)
  return word(value, format === 'code' ? { ...spoken, name: '', lexicon: NOTHING } : spoken)
}

const missing = (value: unknown): boolean =>
  value === undefined || value === null || (Array.isArray(value) && !value.length)

const PLACE = /\{(\w+)(?::(\w+))?\}/g

/** The facts that a text stands for. */
export const placesIn = (text: string): string[] => [...text.matchAll(PLACE)].map((match) => match[1]!)

/** What is left out when a fact is missing. */
export const OPTIONAL = /⟦([^⟧]*)⟧/g

/** Puts the facts into a sentence. */
export const fill = (template: Title, facts: Facts, lexicon: Lexicon): Title => {
  const said = (language: Language) =>
    template[language]
      .replace(OPTIONAL, (_, part: string) => (placesIn(part).some((name) => missing(facts[name])) ? '' : part))
      .replace(PLACE, (_, name: string, format?: string) =>
        missing(facts[name]) ? '…' : put(facts[name], format, { name, language, lexicon }),
      )
  return { zh: said('zh'), en: said('en') }
}
