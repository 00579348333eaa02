/** Every text of a drawing, wherever it stands. */
export const textsIn = (drawing: unknown): string[] => {
  if (typeof drawing === 'string') return [drawing]
  if (typeof drawing !== 'object' || drawing === null) return []
  return Object.values(drawing).flatMap(textsIn)
}

/** What is set, but not drawn. */
const UNDRAWN = new Set(['\n', '\r'])

/** Characters for which the font has no glyph, each once, in the order of the text. */
export const lackingIn = (drawing: unknown, has: (codePoint: number) => boolean): string[] => {
  const characters = new Set(textsIn(drawing).flatMap((text) => [...text]))
  return [...characters].filter((one) => !UNDRAWN.has(one) && !has(one.codePointAt(0)!))
}
