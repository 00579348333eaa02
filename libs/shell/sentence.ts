import type { Title } from '#kernel'

/**
 * What is said to a person, in both languages. `{name}` stands for a fact; what stands between ⟦ and ⟧ is left out when one of
 * its facts is missing.
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

export type Language = 'zh' | 'en'
export type Facts = Readonly<Record<string, unknown>>
/** Words that codes among the facts stand for: states, offices, clocks, steps. */
export type Lexicon = ReadonlyMap<string, Title>

const MOMENT = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(:\d{2})(\.\d{3})\+08:00$/
const moment = (text: string): string =>
  text.replace(
    MOMENT,
    (_, day: string, hour: string, s: string, ms: string) => `${day} ${hour}${s === ':00' && ms === '.000' ? '' : s}`,
  )

const word = (value: unknown, language: Language, lexicon: Lexicon): string => {
  if (Array.isArray(value))
    return value.map((one) => word(one, language, lexicon)).join(language === 'zh' ? '、' : ', ')
  if (typeof value === 'object' && value !== null) return JSON.stringify(value)
  const text = String(value)
  return lexicon.get(text)?.[language] ?? moment(text)
}

const missing = (value: unknown): boolean =>
  value === undefined || value === null || (Array.isArray(value) && !value.length)
const named = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!)

/** Puts the facts into a sentence. */
export const fill = (template: Title, facts: Facts, lexicon: Lexicon): Title => {
  const put = (language: Language) =>
    template[language]
      .replace(/⟦([^⟧]*)⟧/g, (_, part: string) => (named(part).some((name) => missing(facts[name])) ? '' : part))
      .replace(/\{(\w+)\}/g, (_, name: string) => (missing(facts[name]) ? '…' : word(facts[name], language, lexicon)))
  return { zh: put('zh'), en: put('en') }
}
