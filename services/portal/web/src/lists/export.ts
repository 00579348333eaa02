import type { Cell } from 'write-excel-file/universal'

/** A sheet as people hand it on: what it is, by which filter, when, then the lines. */
export interface Sheet {
  title: string
  /** Name and value of what is said above the lines. */
  about: readonly (readonly [string, string])[]
  heads: readonly string[]
  lines: readonly (readonly string[])[]
}

/** Always text: whatever it begins with, it is no formula. */
const text = (value: string, bold = false): Cell => ({
  value,
  type: String,
  ...(bold && { fontWeight: 'bold' as const }),
})

const rowsOf = ({ title, about, heads, lines }: Sheet): Cell[][] => [
  [text(title, true)],
  ...about.map(([name, value]) => [text(name), text(value)]),
  [],
  heads.map((head) => text(head, true)),
  ...lines.map((line) => line.map((value) => text(value))),
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
    width: Math.min(60, Math.max(12, ...sheet.lines.map((line) => line[n]!.length * 1.6))),
  }))
  save(await write(rowsOf(sheet), { columns, sheet: sheet.title.slice(0, 30) }).toBlob(), `${sheet.title}.xlsx`)
}
