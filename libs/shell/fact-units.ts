import { z } from 'zod'
import type { RecordType, Service, Step } from '#kernel'
import { FEN, type Rules, type Unit } from '#rules'

interface Node {
  format?: string
  properties?: Readonly<Record<string, Node>>
  items?: Node
  anyOf?: readonly Node[]
  additionalProperties?: Node | boolean
  'x-unit'?: Unit
  'x-unit-of'?: string
}

/** The unit itself, or the fact beside it that says in what it is counted. */
type Counted = Unit | { readonly of: string }

const ofNode = (node: Node): Counted | undefined => {
  if (node['x-unit-of'] !== undefined) return { of: node['x-unit-of'] }
  return node.format === 'fen' ? FEN : node['x-unit']
}

/** The units of whatever is counted in a schema, by its name. */
const inNode = (node: Node, name: string): (readonly [string, Counted])[] => {
  const own = ofNode(node)
  const { properties = {}, items, anyOf = [], additionalProperties: rest } = node
  return [
    ...(own ? [[name, own] as const] : []),
    ...Object.entries(properties).flatMap(([key, inner]) => inNode(inner, key)),
    ...[...(items ? [items] : []), ...anyOf, ...(typeof rest === 'object' ? [rest] : [])].flatMap((inner) =>
      inNode(inner, name),
    ),
  ]
}

const schemaOf = (schema: z.ZodType): Node =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as Node

const ofRecord = ({ events }: RecordType, steps: readonly Step[]) => [
  ...events.flatMap(({ schema }) => inNode(schemaOf(schema), '')),
  ...steps.flatMap(({ input }) => inNode(schemaOf(z.object(input ?? {})), '')),
]

const counted = (zh: string, en: string): Unit => ({ zh, en })

/** Facts that no event and no form names. */
const OWN: readonly (readonly [string, Unit])[] = [
  ['principal', FEN],
  ['surchargePaid', FEN],
  ['paid', FEN],
  ['no', counted('期', 'instalment')],
  ['sessions', counted('次', 'times')],
  ['clues', counted('条', 'clues')],
  ['applications', counted('件', 'applications')],
  ['round', counted('次', 'times')],
]

type Names = ReadonlyMap<string, Counted>
type Figures = Readonly<Record<string, Unit>>

const unitOf = (name: string, beside: object, names: Names, figures: Figures): Unit | undefined => {
  const known = figures[name] ?? names.get(name)
  if (!known || !('of' in known)) return known
  const said = (beside as Record<string, unknown>)[known.of]
  return typeof said === 'string' ? (figures[said] ?? counted(said, said)) : undefined
}

const unitsIn = (value: unknown, path: string, names: Names, figures: Figures): [string, Unit][] => {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]): [string, Unit][] => {
    const here = path ? `${path}.${key}` : key
    const unit = typeof inner === 'number' ? unitOf(key, value, names, figures) : undefined
    return [...(unit ? [[here, unit] as [string, Unit]] : []), ...unitsIn(inner, here, names, figures)]
  })
}

/** In what the numbers among the facts of a record are counted, by where they stand: `amounts.0.value`. */
export type FactUnits = (rules: Pick<Rules, 'figureUnits'>, kind: string, facts: unknown) => Record<string, Unit>

/** As the events and forms of each kind of record and the rules say. */
export const factUnits = (services: readonly Service[]): FactUnits => {
  const kinds = new Map<string, Names>(
    services.flatMap(({ records }) =>
      records.map(({ record, steps }) => [record.kind, new Map([...OWN, ...ofRecord(record, steps)])] as const),
    ),
  )
  return (rules, kind, facts) => Object.fromEntries(unitsIn(facts, '', kinds.get(kind) ?? new Map(), rules.figureUnits))
}
