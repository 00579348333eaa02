/**
 * What was copied from a sheet: rows of cells, or undefined where it is one value. A cell in quotation marks may hold line breaks.
 */
export const cellsOf = (text: string): string[][] | undefined => {
  const rows = rowsOf(text.replace(/\r\n?/g, '\n').replace(/\n+$/, ''))
  return rows.length > 1 || (rows[0]?.length ?? 0) > 1 ? rows : undefined
}

const CELL = /(?:^|([\t\n]))(?:"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*))/g

const rowsOf = (text: string): string[][] => {
  const rows: string[][] = [[]]
  for (const [, before, quoted, bare] of text.matchAll(CELL)) {
    if (before === '\n') rows.push([])
    rows.at(-1)!.push((quoted?.replaceAll('""', '"') ?? bare ?? '').trim())
  }
  return rows.filter((row) => row.some((cell) => cell !== ''))
}
