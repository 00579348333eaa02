import { distance } from '#kernel'

/** The known name that looks most like a word. */
export const nearest = (word: string, known: Iterable<string>): string | undefined => {
  let best: string | undefined
  let least = Infinity
  for (const name of known) {
    const d = distance(word, name)
    if (d < least) [best, least] = [name, d]
  }
  return best
}
