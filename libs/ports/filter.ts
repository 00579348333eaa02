import type { Filter } from './views.js'

/** What every adapter of views understands; anything else is refused before it reaches a store. */
export const FILTER_OPERATORS = ['$in', '$nin', '$gt', '$gte', '$lt', '$lte', '$ne', '$exists'] as const

const isScalar = (value: unknown): boolean =>
  value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'

const refuse = (what: string): never => {
  throw new TypeError(
    `a filter ${what}; it knows equality, ${FILTER_OPERATORS.join(', ')}, $and, $or with plain values`,
  )
}

const checkOperand = (operator: string, operand: unknown): void => {
  if (!FILTER_OPERATORS.some((known) => known === operator)) refuse(`has no ${operator}`)
  if (operator === '$exists' && typeof operand !== 'boolean') refuse('asks $exists with true or false')
  const listed = operator === '$in' || operator === '$nin'
  if (listed && !(Array.isArray(operand) && operand.every(isScalar))) refuse(`asks ${operator} with a list`)
  if (!listed && !isScalar(operand)) refuse(`compares ${operator} with one value`)
}

const checkCondition = (field: string, condition: unknown): void => {
  if (field.startsWith('$')) refuse(`has no ${field}`)
  if (isScalar(condition)) return
  if (typeof condition !== 'object' || Array.isArray(condition)) refuse(`cannot compare "${field}" with that`)
  const operators = Object.entries(condition as object)
  if (operators.length === 0) refuse(`says nothing about "${field}"`)
  for (const [operator, operand] of operators) checkOperand(operator, operand)
}

/** @throws TypeError when the filter is not one that every adapter answers alike */
export const checkFilter = (filter: Filter): void => {
  for (const [key, condition] of Object.entries(filter)) {
    if (key !== '$and' && key !== '$or') checkCondition(key, condition)
    else if (!Array.isArray(condition) || condition.length === 0) refuse(`lists conditions under ${key}`)
    else for (const part of condition) checkFilter(part as Filter)
  }
}
