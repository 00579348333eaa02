import type { Filter, Row } from '#ports'
import type { Value } from './sqlite.js'

/**
 * Indexed fields of a view's row, each kept in a column of its own beside the row, in an encoding whose order in SQLite is the
 * filter language's own: nothing, numbers, texts, false, true. The members of a LIST of plain values stand in a table of their own.
 * Other lists and objects have no such place: they are AMBIGUOUS, and rows that hold one are looked at one by one.
 */
export const AMBIGUOUS = new Uint8Array([0])
export const LIST = new Uint8Array([0, 0])
const FALSE = new Uint8Array([1])
const TRUE = new Uint8Array([2])
/** Before every blob, after every text. */
const NO_BYTES = new Uint8Array([])

const scalarCell = (value: unknown): Value => {
  if (value === undefined || value === null) return null
  if (typeof value === 'boolean') return value ? TRUE : FALSE
  return typeof value === 'string' || typeof value === 'number' ? value : AMBIGUOUS
}

/** What the column of a dotted path holds for a row; the members of a list are put into `members`, null left out. */
export const cellOf = (row: Row, path: readonly string[], members: Value[]): Value => {
  let value: unknown = row
  for (const part of path) {
    if (value === undefined || value === null) return null
    if (Array.isArray(value)) return AMBIGUOUS
    value = typeof value === 'object' ? (value as Record<string, unknown>)[part] : undefined
  }
  if (!Array.isArray(value)) return scalarCell(value)
  const cells = value.map(scalarCell)
  if (cells.includes(AMBIGUOUS)) return AMBIGUOUS
  members.push(...cells.filter((cell) => cell !== null))
  return LIST
}

/** The value of which this is the cell. */
export const valueOf = (cell: Value): string | number | boolean | null => {
  if (cell instanceof Uint8Array) return cell[0] === TRUE[0]
  return cell as string | number | null
}

/** `where` holds for every row that the filter wants; `exact`: and for no other. */
export interface Plan {
  where: string
  values: Value[]
  exact: boolean
}

const plan = (where: string, values: Value[] = [], exact = true): Plan => ({ where, values, exact })
const ANY = plan('1', [], false)

const equal = (column: string, value: unknown): Plan =>
  value === null ? plan(`${column} IS NULL`) : plan(`${column} = ?`, [scalarCell(value)])

const unequal = (column: string, value: unknown): Plan =>
  value === null ? plan(`${column} IS NOT NULL`) : plan(`(${column} IS NULL OR ${column} <> ?)`, [scalarCell(value)])

/** Ranges hold among values of one type only. */
const range = (column: string, sign: '>' | '>=' | '<' | '<=', value: unknown): Plan => {
  if (typeof value !== 'number' && typeof value !== 'string') return ANY
  const compared = `${column} ${sign} ?`
  if (sign.startsWith('>'))
    return plan(`(${compared} AND ${column} < ?)`, [value, typeof value === 'number' ? '' : NO_BYTES])
  return typeof value === 'number' ? plan(compared, [value]) : plan(`(${compared} AND ${column} >= '')`, [value])
}

const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ')

const oneOf = (column: string, values: readonly unknown[]): Plan => {
  if (values.length === 0) return plan('0')
  const some = values.filter((value) => value !== null).map(scalarCell)
  const listed = plan(`${column} IN (${marks(some)})`, some)
  return some.length === values.length ? listed : either([listed, plan(`${column} IS NULL`)])
}

const noneOf = (column: string, values: readonly unknown[]): Plan => {
  if (values.length === 0) return plan('1')
  if (values.includes(null)) return ANY
  return plan(`(${column} IS NULL OR ${column} NOT IN (${marks(values)}))`, values.map(scalarCell))
}

const operators: Record<string, (column: string, operand: never) => Plan> = {
  $in: oneOf,
  $nin: noneOf,
  $ne: unequal,
  $gt: (column, value) => range(column, '>', value),
  $gte: (column, value) => range(column, '>=', value),
  $lt: (column, value) => range(column, '<', value),
  $lte: (column, value) => range(column, '<=', value),
}

const all = (plans: readonly Plan[]): Plan => ({
  where: plans.length === 0 ? '1' : `(${plans.map((one) => one.where).join(' AND ')})`,
  values: plans.flatMap((one) => one.values),
  exact: plans.every((one) => one.exact),
})

const either = (plans: readonly Plan[]): Plan => ({
  where: `(${plans.map((one) => one.where).join(' OR ')})`,
  values: plans.flatMap((one) => one.values),
  exact: plans.every((one) => one.exact),
})

export interface Column {
  name: string
  /** Whether some row holds there what has no place in a column: such rows are looked at one by one. */
  ambiguous: boolean
  /** Whether some row holds a list there. */
  lists: boolean
  /** Whether some row holds a single value there. */
  singles: boolean
  /** Holds for rows whose list has one of so many values; what they are is asked to see how it is found soonest. */
  member: (values: readonly Value[]) => string
}

/** The values of which a list has to hold one; undefined when the condition asks something else of it. */
const membersAsked = (condition: unknown): readonly unknown[] | undefined => {
  if (typeof condition !== 'object') return [condition]
  const entries = Object.entries(condition ?? {})
  const [name, operand] = entries[0] ?? []
  return entries.length === 1 && name === '$in' ? (operand as unknown[]) : undefined
}

/** The values of which neither a list nor a single value may be one. */
const membersBarred = (condition: unknown): readonly unknown[] | undefined => {
  const { $nin: barred, ...more } = (condition ?? {}) as { $nin?: readonly unknown[] }
  return barred?.length && !barred.includes(null) && Object.keys(more).length === 0 ? barred : undefined
}

const listPlan = (column: Column, condition: unknown): Plan => {
  const asked = membersAsked(condition)
  if (!asked || asked.includes(null)) return plan(`${column.name} = x'0000'`, [], false)
  if (asked.length === 0) return plan('0')
  const values = asked.map(scalarCell)
  return plan(column.member(values), values)
}

const barringPlan = (column: Column, barred: readonly unknown[]): Plan => {
  const values = barred.map(scalarCell)
  return all([noneOf(column.name, barred), plan(`NOT ${column.member(values)}`, values)])
}

const singlePlan = ({ name }: Column, condition: unknown): Plan =>
  typeof condition !== 'object' || condition === null
    ? equal(name, condition)
    : all(Object.entries(condition).map(([operator, operand]) => operators[operator]?.(name, operand as never) ?? ANY))

const conditionPlan = (column: Column, condition: unknown): Plan => {
  const barred = column.lists && !column.ambiguous ? membersBarred(condition) : undefined
  if (barred) return barringPlan(column, barred)
  const asked = membersAsked(condition)
  const listsAlone = column.lists && !column.singles && asked !== undefined && !asked.includes(null)
  const plans = listsAlone ? [] : [singlePlan(column, condition)]
  if (column.lists) plans.push(listPlan(column, condition))
  if (column.ambiguous) plans.push(plan(`${column.name} = x'00'`, [], false))
  return plans.length === 1 ? plans[0]! : either(plans)
}

/** Compiles a checked filter as far as columns reach. */
export const planOf = (filter: Filter, columnOf: (field: string) => Column | undefined): Plan =>
  all(
    Object.entries(filter).map(([key, condition]) => {
      if (key === '$and') return all((condition as Filter[]).map((part) => planOf(part, columnOf)))
      if (key === '$or') return either((condition as Filter[]).map((part) => planOf(part, columnOf)))
      const column = columnOf(key)
      return column ? conditionPlan(column, condition) : ANY
    }),
  )
