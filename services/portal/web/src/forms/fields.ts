import type { Title, Unit } from '../api/types.js'
import type { Node } from './schema.js'
import { nameOf } from './names.js'

/** How a field is asked for. */
export type FieldKind =
  | 'text'
  | 'long'
  | 'whole'
  | 'money'
  | 'day'
  | 'instant'
  | 'yes'
  | 'choice'
  | 'agency'
  | 'person'
  | 'record'
  | 'group'
  | 'list'
  | 'choices'
  | 'rows'
  | 'map'
  | 'either'

export interface Field {
  /** Its key in the object it stands in; of an item of a list: empty. */
  name: string
  kind: FieldKind
  title: Title
  hint?: Title
  required: boolean
  /** May be null: there is none yet. */
  nullable: boolean
  /** The schema behind it, without the null. */
  node: Node
  /** Fields of a group or of one row. */
  fields: readonly Field[]
  /** One item of a list, or one value of a map. */
  item?: Field
  /** The two ways of an `either`. */
  ways?: readonly Field[]
}

const LONG = 400

const TEXTS: Readonly<Record<string, FieldKind>> = {
  date: 'day',
  'date-time': 'instant',
  agency: 'agency',
  'person-id': 'person',
  record: 'record',
  'record-id': 'record',
}
/** Codes of agencies before they said so themselves. */
const AGENCY = '^[A-Z0-9][A-Z0-9-]{1,39}$'

const textKind = (node: Node): FieldKind => {
  if (node.enum || node['x-titles']) return 'choice'
  const known = TEXTS[node.format ?? '']
  if (known) return known
  if (node.pattern === AGENCY) return 'agency'
  return (node.maxLength ?? 0) > LONG ? 'long' : 'text'
}

const ofMany = (item: Node): FieldKind => {
  if (item.type === 'object' && item.properties) return 'rows'
  const kind = kindOf(item)
  return kind === 'choice' || kind === 'person' || kind === 'record' || kind === 'agency' ? 'choices' : 'list'
}

const kindOf = (node: Node): FieldKind => {
  if (node.anyOf) return 'either'
  switch (node.type) {
    case 'boolean':
      return 'yes'
    case 'integer':
    case 'number':
      return node.format === 'fen' ? 'money' : 'whole'
    case 'array':
      return ofMany(node.items ?? {})
    case 'object':
      return node.properties || typeof node.additionalProperties !== 'object' ? 'group' : 'map'
    default:
      return textKind(node)
  }
}

const isNull = (node: Node): boolean => node.type === 'null'

/** The schema without its null, keeping what was said beside it. */
const withoutNull = (node: Node): { node: Node; nullable: boolean } => {
  const ways = node.anyOf?.filter((one) => !isNull(one))
  if (!ways || ways.length === node.anyOf!.length) return { node, nullable: false }
  const said = { ...node, anyOf: undefined }
  return { node: ways.length === 1 ? { ...ways[0], ...said } : { ...said, anyOf: ways }, nullable: true }
}

/** What stands in a list or under a key; an example of the whole list is one of its items too. */
const itemOf = ({ examples }: Node, inner: Node = {}): Node =>
  Array.isArray(examples?.[0]) ? { examples: examples[0], ...inner } : inner

/** The field that asks for a value of a schema. */
export const fieldOf = (name: string, given: Node, required: boolean): Field => {
  const { node, nullable } = withoutNull(given)
  const kind = kindOf(node)
  const inner = kind === 'map' ? (node.additionalProperties as Node) : node.items
  const rows = kind === 'rows' ? inner : node
  return {
    name,
    kind,
    ...nameOf(name, given),
    required,
    nullable,
    node,
    fields: kind === 'group' || kind === 'rows' ? fieldsOf(rows ?? {}) : [],
    ...(kind === 'list' || kind === 'choices' || kind === 'map'
      ? { item: fieldOf('', itemOf(node, inner), true) }
      : {}),
    ...(kind === 'either' ? { ways: node.anyOf!.map((way) => fieldOf(name, way, required)) } : {}),
  }
}

/** The fields of an object, in the order of the manifest. */
export const fieldsOf = (node: Node): Field[] =>
  Object.entries(node.properties ?? {}).map(([name, one]) =>
    fieldOf(name, one, (node.required?.includes(name) ?? false) && one.default === undefined),
  )

interface Group {
  /** Undefined: fields that stand under no heading. */
  heading: Title | undefined
  fields: readonly Field[]
}

/** Fields that follow each other under one heading. */
export const groupsOf = (fields: readonly Field[]): Group[] => {
  const groups: { heading: Title | undefined; fields: Field[] }[] = []
  for (const field of fields) {
    const heading = field.node['x-group']
    const last = groups.at(-1)
    if (last && last.heading?.zh === heading?.zh) last.fields.push(field)
    else groups.push({ heading, fields: [field] })
  }
  return groups
}

/** A field of figures in the unit of what it stands for: of money, or counted. */
const countedIn = (field: Field, unit: Unit | undefined): Field =>
  field.kind !== 'money' || unit === undefined || unit.format === 'fen'
    ? field
    : { ...field, kind: 'whole', node: { ...field.node, format: 'count', 'x-unit': unit } }

/** The value under a key of a map. */
export const valueUnder = ({ item, node }: Field, key: string): Field => countedIn(item!, node['x-units']?.[key])

/** Fields of one row, as what stands beside them says. */
export const inRow = (fields: readonly Field[], row: Readonly<Record<string, unknown>>): readonly Field[] => {
  if (!fields.some(({ node }) => node['x-unit-of'])) return fields
  return fields.map((field) => {
    const beside = fields.find(({ name }) => name === field.node['x-unit-of'])
    return beside ? countedIn(field, beside.node['x-units']?.[String(row[beside.name])]) : field
  })
}
