/** Whoever types a word means it however wide or large it is written. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase()

const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

/** Entries in which every word stands somewhere; those that have them in their title or code come first. */
export const lookedFor = <T extends object>(
  entries: readonly T[],
  asked: string | undefined,
  first: (entry: T) => unknown,
): T[] => {
  const words = plain(asked ?? '')
    .split(/\s+/)
    .filter(Boolean)
  const holds = (value: unknown): boolean => {
    const text = plain(textsIn(value).join('\n'))
    return words.every((word) => text.includes(word))
  }
  const found = entries.filter(holds)
  return words.length
    ? [...found.filter((one) => holds(first(one))), ...found.filter((one) => !holds(first(one)))]
    : found
}
