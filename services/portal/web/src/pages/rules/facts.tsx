import type { ReactNode } from 'react'
import { sayDay } from '../../words/dates.js'
import { useLanguage, useTitle, useWords } from '../../words/language.js'
import { clockWords } from '../../clocks/words.js'
import type { LawClock } from './read.js'
import { rulesWords } from './words.js'

/** What is said of a rule, name beside value; what is not there is left out. */
export const Facts = ({ rows }: { rows: readonly (readonly [name: string, value: ReactNode])[] }) => (
  <dl className="rule-facts">
    {rows.map(
      ([name, value]) =>
        value !== undefined &&
        value !== '' && (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ),
    )}
  </dl>
)

type Ruled = Pick<LawClock, 'law' | 'lawTitle' | 'article' | 'confidence' | 'validFrom' | 'validTo'>

/** Where a rule stands, since when, and how sure that is. */
export const useRuled = () => {
  const words = useWords(rulesWords)
  const clock = useWords(clockWords)
  const title = useTitle()
  const { language } = useLanguage()
  return ({ law, lawTitle, article, confidence, validFrom, validTo }: Ruled) => {
    const name = title(lawTitle, law)
    const from = sayDay(validFrom, language)
    return [
      [words.article, article === undefined ? name : clock.law(name, article)],
      [words.valid, validTo === undefined ? words.since(from) : words.between(from, sayDay(validTo, language))],
      [words.sure, words[confidence]],
    ] as const
  }
}

/** In one line: the article by the code of its instrument, and until when where it is law no more. */
export const Standing = ({ rule: { law, article, validTo } }: { rule: Ruled }) => {
  const words = useWords(rulesWords)
  const { language } = useLanguage()
  return (
    <span className="rule-standing">
      {[law, article].filter(Boolean).join(' ')}
      {validTo !== undefined && ` · ${words.until(sayDay(validTo, language))}`}
    </span>
  )
}
