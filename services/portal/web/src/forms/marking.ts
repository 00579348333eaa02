/** A piece of a text, marked or not. */
export interface Part {
  part: string
  marked: boolean
}

/** A text cut where marked words begin and end; where several begin the first of the list is taken. */
export const partsOf = (text: string, words: readonly string[]): Part[] => {
  const parts: Part[] = []
  let plain = ''
  const flush = () => {
    if (plain) parts.push({ part: plain, marked: false })
    plain = ''
  }
  for (let at = 0; at < text.length;) {
    const word = words.find((one) => one && text.startsWith(one, at))
    if (word) {
      flush()
      parts.push({ part: word, marked: true })
    } else plain += text[at]!
    at += word?.length ?? 1
  }
  flush()
  return parts
}

/** The marked words that stand in a text, each once. */
export const foundIn = (text: string, words: readonly string[]): string[] => [
  ...new Set(partsOf(text, words).flatMap(({ part, marked }) => (marked ? [part] : []))),
]
