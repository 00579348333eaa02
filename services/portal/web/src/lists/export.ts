import { cellOf, said, type Value } from './cells.js'

/** A sheet as people hand it on: what it is, by which filter, when, then the lines. */
export interface Sheet {
  title: string
  /** Name and value of what is said above the lines. */
  about: readonly (readonly [string, Value])[]
  heads: readonly string[]
  lines: readonly (readonly Value[])[]
}

export const rowsOf = ({ title, about, heads, lines }: Sheet) => [
  [cellOf(title, true)],
  ...about.map(([name, value]) => [cellOf(name), cellOf(value)]),
  [],
  heads.map((head) => cellOf(head, true)),
  ...lines.map((line) => line.map((value) => cellOf(value))),
]

const save = (blob: Blob, name: string): void => {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}

/** Writes the sheet to a file of this machine. */
export const exportSheet = async (sheet: Sheet): Promise<void> => {
  const { default: write } = await import('write-excel-file/universal')
  const columns = sheet.heads.map((_, n) => ({
    width: Math.min(60, Math.max(12, ...sheet.lines.map((line) => said(line[n]!).length * 1.6))),
  }))
  save(await write(rowsOf(sheet), { columns, sheet: sheet.title.slice(0, 30) }).toBlob(), `${sheet.title}.xlsx`)
}
