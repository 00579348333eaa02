import type { Field } from './fields.js'
import { written } from './written.js'

/** What stands in a form: as it is sent, but empty texts may stand, maps are rows and an `either` says which of its ways. */
export type Values = Readonly<Record<string, unknown>>
export interface MapRow {
  key: string
  value: unknown
}
export interface Chosen {
  /** @default 0 */
  way?: number
  value?: unknown
}
export type Path = readonly (string | number)[]

/** Whether nothing was written into it. */
export const isEmpty = (value: unknown): boolean => {
  if (value === undefined || value === '') return true
  if (typeof value === 'string') return value.trim() === ''
  if (Array.isArray(value)) return value.every(isEmpty)
  if (typeof value === 'object' && value !== null) return Object.values(value).every(isEmpty)
  return false
}

const rowsOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const objectOf = (value: unknown): Values => (typeof value === 'object' && value !== null ? (value as Values) : {})

const mapSent = ({ item }: Field, value: unknown): unknown =>
  Object.fromEntries(
    (rowsOf(value) as MapRow[])
      .filter(({ key, value: one }) => !isEmpty(key) || !isEmpty(one))
      .map(({ key, value: one }) => [key.trim(), sentOf(item!, one) ?? (isMany(item!) ? [] : '')]),
  )

const isMany = ({ kind }: Field): boolean => kind === 'list' || kind === 'choices' || kind === 'rows'

const listSent = (field: Field, value: unknown): unknown[] =>
  rowsOf(value)
    .filter((one) => !isEmpty(one))
    .map((one) => (field.kind === 'rows' ? inputOf(field.fields, objectOf(one)) : sentOf(field.item!, one)))

/** One value as it is sent; undefined: left out. */
const sentOf = (field: Field, value: unknown): unknown => {
  if (value === null) return field.nullable ? null : undefined
  if (isEmpty(value)) return field.required && isMany(field) ? [] : undefined
  switch (field.kind) {
    case 'text':
    case 'long':
      return written(field.node, String(value))
    case 'group':
      return inputOf(field.fields, objectOf(value))
    case 'map':
      return mapSent(field, value)
    case 'either': {
      const { way = 0, value: inner } = value as Chosen
      return isEmpty(inner) ? undefined : sentOf(field.ways![way]!, inner)
    }
    case 'list':
    case 'choices':
    case 'rows':
      return listSent(field, value)
    default:
      return value
  }
}

/** The input of a step from what stands in its form; what is empty is left out. */
export const inputOf = (fields: readonly Field[], values: Values): Record<string, unknown> =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const sent = sentOf(field, values[field.name])
      return sent === undefined ? [] : [[field.name, sent] as const]
    }),
  )

const filledOf = (field: Field, input: unknown): unknown => {
  if (input === null || input === undefined) return input
  switch (field.kind) {
    case 'group':
      return valuesOf(field.fields, objectOf(input))
    case 'rows':
      return rowsOf(input).map((one) => valuesOf(field.fields, objectOf(one)))
    case 'map':
      return Object.entries(objectOf(input)).map(([key, value]) => ({ key, value: filledOf(field.item!, value) }))
    case 'either': {
      const way = Array.isArray(input) ? field.ways!.findIndex(isMany) : field.ways!.findIndex((one) => !isMany(one))
      return { way, value: filledOf(field.ways![way]!, input) }
    }
    default:
      return input
  }
}

/** What stands in a form that begins with an input, or with parts of one. */
export const valuesOf = (fields: readonly Field[], input: Values): Values =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const value = filledOf(field, input[field.name])
      return value === undefined ? [] : [[field.name, value] as const]
    }),
  )

/** What the manifest fills in when nobody does; only values that say something. */
export const defaultsOf = (fields: readonly Field[]): Values =>
  valuesOf(
    fields,
    Object.fromEntries(
      fields.flatMap(({ name, node }) =>
        isEmpty(node.default) || node.default === null ? [] : [[name, node.default] as const],
      ),
    ),
  )

/** The same values with another one at a path. */
export const withAt = (values: unknown, [key, ...rest]: Path, value: unknown): unknown => {
  if (key === undefined) return value
  if (typeof key === 'number') {
    const rows = [...rowsOf(values)]
    rows[key] = withAt(rows[key], rest, value)
    return rows
  }
  return { ...objectOf(values), [key]: withAt(objectOf(values)[key], rest, value) }
}

/** Where papers are enclosed by their titles. */
const placeIn = (fields: readonly Field[]): Field | undefined =>
  fields.find(({ name, kind, item }) => name === 'enclosures' && kind === 'map' && item!.kind === 'list')

/** The same values with a row for every paper that must be enclosed. */
export const withOffered = (fields: readonly Field[], values: Values, offered: readonly string[]): Values => {
  const place = offered.length ? placeIn(fields) : undefined
  if (!place || values[place.name] !== undefined) return values
  return { ...values, [place.name]: offered.map((key) => ({ key })) }
}

const CHINESE = /\p{Script=Han}/u

/** The same values with a row for every paper that was found missing; names of fields are no papers. */
export const withMissing = (fields: readonly Field[], values: Values, missing: unknown): Values => {
  const place = placeIn(fields)
  if (!place || !Array.isArray(missing)) return values
  const rows = rowsOf(values[place.name]) as MapRow[]
  const papers = missing.filter((one): one is string => typeof one === 'string' && CHINESE.test(one))
  const more = papers.filter((title) => !rows.some(({ key }) => key.trim() === title))
  return more.length
    ? { ...values, [place.name]: [...rows, ...more.map((key) => ({ key, value: undefined }))] }
    : values
}
