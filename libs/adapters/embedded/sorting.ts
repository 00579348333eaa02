import type { Row } from '#ports'

type Direction = 1 | -1

/** A list without members comes before nothing. */
const EMPTY = Symbol('empty list')

const rank = (value: unknown): number => {
  if (value === EMPTY) return -1
  if (value === undefined || value === null) return 0
  if (typeof value === 'number') return 1
  if (typeof value === 'string') return 2
  return typeof value === 'boolean' ? 4 : 3
}

const SURROGATE = /[\ud800-\udfff]/

/** By code point, as stores compare UTF-8. */
const compareText = (a: string, b: string): number => {
  if (a === b) return 0
  if (SURROGATE.test(a) || SURROGATE.test(b)) return Buffer.compare(Buffer.from(a), Buffer.from(b))
  return a < b ? -1 : 1
}

const compareValues = (a: unknown, b: unknown): number => {
  const ranks = rank(a) - rank(b)
  if (ranks !== 0) return ranks
  if (typeof a === 'string') return compareText(a, b as string)
  if (typeof a === 'number' || typeof a === 'boolean') return Number(a) - Number(b)
  return rank(a) <= 0 ? 0 : compareText(JSON.stringify(a), JSON.stringify(b))
}

const valuesAt = (value: unknown, path: readonly string[]): unknown[] => {
  const [part, ...rest] = path
  if (Array.isArray(value) && value.length > 0) return value.flatMap((one) => valuesAt(one, path))
  if (Array.isArray(value)) return [part === undefined ? EMPTY : undefined]
  if (part === undefined) return [value]
  const inner = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[part] : undefined
  return valuesAt(inner, rest)
}

/** Of a list the smallest counts upwards and the largest downwards. */
const keyOf = (row: Row, path: readonly string[], direction: Direction): unknown =>
  valuesAt(row, path).reduce((best, one) => (compareValues(one, best) * direction < 0 ? one : best))

/** Sorts rows as a view sorts them; ties by id ascending. */
export const sorted = (rows: Row[], sort: Record<string, Direction>): Row[] => {
  const order = Object.entries(sort).map(([field, direction]) => ({ path: field.split('.'), direction }))
  const keyed = rows.map((row) => ({ row, keys: order.map(({ path, direction }) => keyOf(row, path, direction)) }))
  keyed.sort((a, b) => {
    for (const [index, { direction }] of order.entries()) {
      const difference = compareValues(a.keys[index], b.keys[index]) * direction
      if (difference !== 0) return difference
    }
    return compareText(a.row.id, b.row.id)
  })
  return keyed.map(({ row }) => row)
}
