/** Edits between two words: insertions, deletions, replacements. */
export const distance = (one: string, other: string): number => {
  let before = Array.from({ length: other.length + 1 }, (_, j) => j)
  for (let i = 1; i <= one.length; i++) {
    const row = [i]
    for (let j = 1; j <= other.length; j++)
      row.push(Math.min(before[j]! + 1, row[j - 1]! + 1, before[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1)))
    before = row
  }
  return before[other.length]!
}

/** The known name that is most like this one: few edits away, or holding it whole; undefined when none is. */
export const nearest = (name: string, known: readonly string[]): string | undefined => {
  if (name.length > 80 || name === '') return undefined
  const lower = name.toLowerCase()
  const ranked = known.map((one) => ({ one, far: distance(lower, one.toLowerCase()) })).sort((a, b) => a.far - b.far)
  const close = ranked[0] && ranked[0].far < name.length && ranked[0].far <= Math.max(2, Math.floor(name.length / 2))
  return close ? ranked[0]!.one : known.find((one) => one.toLowerCase().includes(lower))
}

/** Facts of a refusal that names something nobody knows: what was meant, and all that is known. */
export const likeKnown = (name: string, known: readonly string[]): { nearest?: string; known: readonly string[] } => {
  const near = nearest(name, known)
  return { ...(near !== undefined && { nearest: near }), known }
}
