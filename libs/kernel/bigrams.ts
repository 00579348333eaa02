const folded = (text: string): string => text.normalize('NFKC').toUpperCase().replace(/\s/g, '')

/** Every two neighbouring signs of a text, each once, whatever their width and case and the blanks between them. */
export const bigramsIn = (text: string): string[] => {
  const signs = [...folded(text)]
  return [...new Set(signs.slice(1).map((sign, n) => signs[n]! + sign))]
}
