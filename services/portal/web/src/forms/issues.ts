import type { ProblemBody } from '../api/types.js'
import type { Fault } from './check.js'
import { faultWords } from './fault-words.js'
import type { Field } from './fields.js'
import type { Chosen, MapRow, Path, Values } from './values.js'

const OWN = ['at', 'reason']

const findIn = (fields: readonly Field[], name: string): Field | undefined => fields.find((one) => one.name === name)

/** Where in the form the rest of a path of the input stands: maps are rows there, and of an `either` one way is shown. */
const placed = (field: Field | undefined, value: unknown, rest: readonly string[]): Path => {
  const [key, ...more] = rest
  if (!field || key === undefined) return []
  switch (field.kind) {
    case 'group':
      return [key, ...placed(findIn(field.fields, key), (value as Values | undefined)?.[key], more)]
    case 'rows': {
      const row = (value as Values[] | undefined)?.[Number(key)]
      const [name, ...inner] = more
      if (name === undefined) return [Number(key)]
      return [Number(key), name, ...placed(findIn(field.fields, name), row?.[name], inner)]
    }
    case 'list':
      return [Number(key)]
    case 'map': {
      const rows = (value ?? []) as MapRow[]
      const index = rows.findIndex((row) => row.key.trim() === key)
      return index < 0 ? [] : [index, 'value', ...placed(field.item, rows[index]!.value, more)]
    }
    case 'either': {
      const { way = 0, value: inner } = (value ?? {}) as Partial<Chosen>
      return ['value', ...placed(field.ways![way], inner, rest)]
    }
    default:
      return []
  }
}

/** Fields that a refusal names as missing. */
const missingIn = ({ facts }: ProblemBody, fields: readonly Field[]): Fault[] => {
  const missing = Array.isArray(facts.missing) ? (facts.missing as unknown[]) : []
  return fields.filter(({ name }) => missing.includes(name)).map(({ name }) => ({ ...faultWords.lacks, path: [name] }))
}

/** What the server finds wrong, each beside its field; what belongs to none stands on top. */
export const faultsIn = (body: ProblemBody, fields: readonly Field[], values: Values): Fault[] => [
  ...missingIn(body, fields),
  ...(body.issues ?? []).map(({ path, zh, en }) => {
    const keys = path.split('.').filter(Boolean)
    const [name = '', ...rest] = keys[0] === 'input' ? keys.slice(1) : keys
    const field = findIn(fields, name)
    if (!field) return { path: OWN.includes(name) ? [`@${name}`] : [], zh, en }
    return { path: [name, ...placed(field, values[name], rest)], zh, en }
  }),
]
