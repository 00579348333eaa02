import { clockRowSchema, type ClockRowInput, type NormalRow, normalizeRow } from '#kernel'
import { type Fault, faultsOf, type Parsed } from './faults.js'
import type { LawFile } from './schemas.js'

/** A row of a law file with what the file says of it. */
export interface LawRow {
  readonly row: NormalRow
  /** A period that a guard asks for; it never runs as a clock. */
  readonly guard: boolean
  /** Limits someone's rights: switch `roll.restrictive` decides whether it rolls. */
  readonly restrictive: boolean
  readonly parsed: Parsed
  readonly path: readonly PropertyKey[]
}

interface Written extends Record<string, unknown> {
  guard?: boolean
  restrictive?: boolean
  lengths?: { switch: string } & Record<string, unknown>
  text?: { zh: string; en: string }
}

/** One row per value of the switch that chooses its length. */
const variants = ({ lengths, ...row }: Record<string, unknown> & Written): Record<string, unknown>[] => {
  if (lengths === undefined) return [row]
  const { switch: name, ...values } = lengths
  return Object.entries(values).map(([value, length]) => ({ ...row, length, if: `${name}=${value}` }))
}

const complete = (file: LawFile, { guard: _g, restrictive, text, ...row }: Written): Record<string, unknown> => ({
  law: file.source,
  validFrom: file.validFrom,
  ...(file.validTo && { validTo: file.validTo }),
  ...row,
  ...(text && { text: `${text.zh} / ${text.en}` }),
  ...(restrictive && { rolls: false }),
})

const rowOf = (parsed: Parsed, file: LawFile, written: Written, path: readonly PropertyKey[]) => {
  const faults: Fault[] = []
  const rows = variants(complete(file, written)).flatMap((one): LawRow[] => {
    const checked = clockRowSchema.safeParse(one)
    if (!checked.success) {
      faults.push(...faultsOf(parsed, checked.error, path, String(written.id ?? '')))
      return []
    }
    const row = normalizeRow(one as ClockRowInput)
    return [{ row, guard: written.guard === true, restrictive: written.restrictive === true, parsed, path }]
  })
  return { rows, faults }
}

/** The clock rows of a law file. */
export const clocksOf = (parsed: Parsed, file: LawFile): { rows: LawRow[]; faults: Fault[] } => {
  const all = (file.clocks ?? []).map((written, i) => rowOf(parsed, file, written as Written, ['clocks', i]))
  return { rows: all.flatMap((one) => one.rows), faults: all.flatMap((one) => one.faults) }
}

const FOREVER = '9999-12-31'

export const overlaps = (
  a: { validFrom: string; validTo?: string | null },
  b: { validFrom: string; validTo?: string | null },
): boolean => a.validFrom <= (b.validTo ?? FOREVER) && b.validFrom <= (a.validTo ?? FOREVER)

/** Two values of one switch are never on together. */
const exclusive = (a: string | undefined, b: string | undefined): boolean => {
  const [x, y] = [a?.split('='), b?.split('=')]
  return x?.[1] !== undefined && y?.[1] !== undefined && x[0] === y[0] && x[1] !== y[1]
}

const clash = (a: NormalRow, b: NormalRow): boolean =>
  a.id === b.id && a.on === b.on && overlaps(a, b) && !exclusive(a.if, b.if)

/** No day has two versions of one clock. */
export const clashes = (rows: readonly LawRow[]): Fault[] =>
  rows.flatMap((later, i) => {
    const earlier = rows.slice(0, i).find((one) => clash(one.row, later.row))
    if (!earlier) return []
    const { id, validFrom } = later.row
    const other = `${earlier.parsed.file}:${earlier.parsed.line(earlier.path)}`
    return [
      later.parsed.fault(
        later.path,
        `${id} 的有效期与 ${other} 重叠：请给较早的版本写 validTo，在 ${validFrom} 之前结束`,
        `${id} is valid at the same time as in ${other}: give the earlier version a validTo before ${validFrom}`,
      ),
    ]
  })

/** All switches that a row names, as they are written. */
export const switchesIn = (row: NormalRow): string[] =>
  [row.if, ...row.pauses.map((pause) => pause.if)].flatMap((one) => one ?? [])
