import { ApiProblem, Offline } from '../api/client.js'
import { useLanguage, useWords } from '../words/language.js'
import { appWords } from './words.js'

/** Any fault in one sentence of the language that is spoken. */
export const useSaid = (): ((error: unknown) => string) => {
  const words = useWords(appWords)
  const { language } = useLanguage()
  return (error) => {
    if (error instanceof ApiProblem) return error.body[language]
    return error instanceof Offline ? words.offline : words.failed
  }
}
