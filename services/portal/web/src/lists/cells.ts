import type { Cell } from 'write-excel-file/universal'

/** What stands in a cell: a text, a number, or a day or moment of Asia/Shanghai. */
export type Value = string | number | { at: string }

const DAY_MS = 86_400_000
/** Spreadsheets count days from here; those of before March 1900 are none of ours. */
const FIRST = Date.parse('1899-12-30T00:00:00Z')
const MINUTE = 16

/** The number of a day, with the time of day as its part; no zone of this machine comes into it. */
const serialOf = (at: string): number => {
  const time = at.length > 10 ? at.slice(11, MINUTE) : '00:00'
  return (Date.parse(`${at.slice(0, 10)}T${time}:00Z`) - FIRST) / DAY_MS
}

/** As it is read, to know how wide it is. */
export const said = (value: Value): string =>
  typeof value === 'object' ? value.at.slice(0, MINUTE).replace('T', ' ') : String(value)

/** A text is a text, whatever it begins with: no formula. */
export const cellOf = (value: Value, bold = false): Cell => {
  if (typeof value === 'number') return { value, type: Number }
  if (typeof value === 'object')
    return {
      value: serialOf(value.at),
      type: Number,
      format: value.at.length > 10 ? 'yyyy-mm-dd hh:mm' : 'yyyy-mm-dd',
      align: 'left',
    }
  return { value, type: String, ...(bold && { fontWeight: 'bold' }) }
}

/** A day or moment that may not be there. */
export const dated = (at: string | undefined): Value => (at ? { at } : '')
