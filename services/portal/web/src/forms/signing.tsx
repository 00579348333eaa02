import { useListed, useTitle, useWords } from '../words/language.js'
import type { StepInfo } from './schema.js'
import { formWords } from './words.js'

interface Signed {
  of: NonNullable<StepInfo['signing']>
  titles: StepInfo['paperTitles']
}

/** Who signs each paper by hand, and what is sealed. */
export const Signing = ({ of, titles }: Signed) => {
  const words = useWords(formWords)
  const [title, listed] = [useTitle(), useListed()]
  return of.map(({ paper, signed, sealed }) => (
    <div key={paper}>
      {title(titles?.[paper], paper)} ·{' '}
      {listed([...signed.map((one) => title(one)), ...(sealed ? [words.sealed] : [])])}
    </div>
  ))
}
