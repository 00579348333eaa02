import { plain } from '#kernel'
import type { Row } from '#ports'

/** What of a record was looked for and found. */
export interface Match {
  field: string
  text: string
}

export interface Hit {
  row: Row
  matched: readonly Match[]
  rank: number
}

const WEIGHTS: Readonly<Record<string, number>> = { number: 5, uscc: 5, name: 4, goods: 2, address: 1 }
/** Without capitals, signs and spaces. */
const packed = (text: string): string => plain(text).replaceAll(' ', '')

/** A whole value is found before one that begins so, that before one that holds it somewhere. */
const closeness = (value: string, word: string): number =>
  value === word ? 8 : value.startsWith(word) ? 4 : value.includes(word) ? 2 : 0

const matchOf = (row: Row, word: string, fields: readonly string[]): (Match & { rank: number }) | undefined => {
  const texts = row.texts as Record<string, readonly string[] | undefined>
  const found = fields.flatMap((field) =>
    (texts[field] ?? []).map((text) => ({ field, text, rank: closeness(packed(text), word) * (WEIGHTS[field] ?? 1) })),
  )
  return found.filter(({ rank }) => rank > 0).sort((a, b) => b.rank - a.rank)[0]
}

/** Every word has to stand in one value as it was written. */
const hitOf = (row: Row, words: readonly string[], fields: readonly string[]): Hit[] => {
  const matches = words.map((word) => matchOf(row, word, fields))
  if (matches.some((one) => !one)) return []
  const told = new Map(matches.map((one) => [`${one!.field} ${one!.text}`, { field: one!.field, text: one!.text }]))
  return [{ row, matched: [...told.values()], rank: matches.reduce((sum, one) => sum + one!.rank, 0) }]
}

const byRank = (a: Hit, b: Hit): number => b.rank - a.rank || (String(a.row.at) > String(b.row.at) ? -1 : 1)

/** The words of a text, as they are compared. */
export const wordsIn = (text: string): string[] => [...new Set(text.split(/\s+/u).map(packed).filter(Boolean))]

/** Rows in which every word stands, the best first; among equals the newest. */
export const hitsIn = (rows: readonly Row[], words: readonly string[], fields: readonly string[]): Hit[] =>
  rows.flatMap((row) => hitOf(row, words, fields)).sort(byRank)
