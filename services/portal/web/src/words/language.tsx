import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import type { Title } from '../api/types.js'

export type Language = 'zh' | 'en'

/** Said in both languages: a text, or a function of what is filled in. */
type Said = string | ((...given: never[]) => string)
export type Words = Record<string, { zh: Said; en: Said }>

/** A room's words. The two languages of one word take the same things to be filled in. */
export const table = <const W extends { [K in keyof W]: { zh: Said; en: Said } }>(words: W): W => words

type Spoken<W extends Words> = { [K in keyof W]: W[K]['zh'] extends string ? string : W[K]['zh'] }

interface Speaking {
  language: Language
  speak: (language: Language) => void
}

const KEPT = 'liandun.language'
const Context = createContext<Speaking>({ language: 'zh', speak: () => {} })

const kept = (): Language => (localStorage.getItem(KEPT) === 'en' ? 'en' : 'zh')

export const LanguageRoom = ({ children }: { children: ReactNode }) => {
  const [language, speak] = useState(kept)
  useEffect(() => {
    localStorage.setItem(KEPT, language)
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  }, [language])
  const speaking = useMemo(() => ({ language, speak }), [language])
  return <Context value={speaking}>{children}</Context>
}

export const useLanguage = (): Speaking => useContext(Context)

/** A room's words in the language that is spoken. */
export const useWords = <W extends Words>(words: W): Spoken<W> => {
  const { language } = useLanguage()
  return useMemo(
    () => Object.fromEntries(Object.entries(words).map(([key, said]) => [key, said[language]])) as Spoken<W>,
    [words, language],
  )
}

/** Says a title of the API; a code where there is none. */
export const useTitle = (): ((title: Title | undefined, code?: string) => string) => {
  const { language } = useLanguage()
  return useMemo(
    () =>
      (title, code = '') =>
        title?.[language] ?? code,
    [language],
  )
}

/** Several things in a row, as the language that is spoken parts them. */
export const useListed = (): ((things: readonly string[]) => string) => {
  const { language } = useLanguage()
  return useMemo(() => (things) => things.join(language === 'zh' ? '、' : ', '), [language])
}
