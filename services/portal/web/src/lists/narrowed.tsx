import { useListed, useWords } from '../words/language.js'
import { listWords } from './words.js'

/** On paper a list says what it is narrowed by. */
export const Narrowed = ({ filters }: { filters: readonly string[] }) => {
  const words = useWords(listWords)
  const listed = useListed()
  return filters.length > 0 && <p className="on-paper">{words.filteredBy(listed(filters))}</p>
}
