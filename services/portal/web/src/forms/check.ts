import type { Title } from '../api/types.js'
import { fenOf, yuanOf } from './fen.js'
import { inRow, valueUnder, type Field } from './fields.js'
import { faultWords } from './fault-words.js'
import type { Node } from './schema.js'
import { isEmpty, type Chosen, type MapRow, type Path, type Values } from './values.js'
import { written } from './written.js'

/** What is wrong with one field, and what to write there. */
export interface Fault extends Title {
  path: Path
}

interface Filled<A extends unknown[]> {
  zh: (...given: A) => string
  en: (...given: A) => string
}

const say = <A extends unknown[]>({ zh, en }: Filled<A>, ...given: NoInfer<A>): Title => ({
  zh: zh(...given),
  en: en(...given),
})

const MISSING: Partial<Record<Field['kind'], Title>> = {
  choice: faultWords.choice,
  choices: faultWords.choices,
  agency: faultWords.agency,
  person: faultWords.person,
  record: faultWords.record,
  day: faultWords.day,
  instant: faultWords.instant,
  yes: faultWords.yes,
}
const EMPTY: Title = faultWords.empty

/** Patterns that have a name of their own. */
const PATTERNS: Readonly<Record<string, Title>> = {
  '^[0-9A-HJ-NP-RTUW-Y]{18}$': faultWords.uscc,
  '^[0-9A-Z]{6,9}$': faultWords.region,
  '^[A-Z0-9][A-Z0-9-]{1,39}$': faultWords.agencyCode,
  '^[a-z2-7]{26}$': faultWords.recordId,
  '^[A-Za-z0-9_-]{1,64}$': faultWords.personId,
}

const formFault = (pattern: string, [like]: readonly unknown[]): Title =>
  PATTERNS[pattern] ?? (typeof like === 'string' ? say(faultWords.formLike, like) : faultWords.form)

const textFault = (node: Node, value: string): Title | undefined => {
  const { pattern, minLength = 0, maxLength = Infinity, examples = [] } = node
  const text = written(node, value)
  if (text.length < minLength) return say(faultWords.short, minLength)
  if (text.length > maxLength) return say(faultWords.long, maxLength, text.length)
  return pattern === undefined || new RegExp(pattern, 'u').test(text) ? undefined : formFault(pattern, examples)
}

const numberFault = ({ format, minimum = -Infinity, maximum = Infinity }: Node, value: unknown): Title | undefined => {
  const money = format === 'fen'
  if (typeof value !== 'number') return money ? faultWords.money : faultWords.whole
  const shown = money ? yuanOf : String
  if (value < minimum) return say(money ? faultWords.leastMoney : faultWords.least, shown(minimum))
  if (value > maximum) return say(money ? faultWords.mostMoney : faultWords.most, shown(maximum))
  return undefined
}

const countFault = ({ minItems = 0, maxItems = Infinity }: Node, n: number): Title | undefined => {
  if (n < minItems) return say(faultWords.few, minItems)
  return n > maxItems ? say(faultWords.many, maxItems) : undefined
}

const at = (path: Path, fault: Title | undefined): Fault[] => (fault ? [{ ...fault, path }] : [])

const itemFaults = (field: Field, value: unknown, path: Path): Fault[] => {
  const items = value as unknown[]
  const own = at(path, countFault(field.node, items.filter((one) => !isEmpty(one)).length))
  if (field.kind === 'choices') return own
  const inner = items.flatMap((one, index) => {
    if (isEmpty(one)) return []
    return field.kind === 'rows'
      ? faultsOf(inRow(field.fields, one as Values), one as Values, [...path, index])
      : valueFaults(field.item!, one, [...path, index])
  })
  return [...own, ...inner]
}

const mapFaults = (field: Field, value: unknown, path: Path): Fault[] => {
  const rows = value as MapRow[]
  const keys = rows.map(({ key }) => key.trim())
  return rows.flatMap(({ key, value: one }, index) => {
    if (isEmpty(key) && isEmpty(one)) return []
    if (isEmpty(key)) return at([...path, index, 'key'], EMPTY)
    const repeated = keys.indexOf(key.trim()) !== index
    return [
      ...at([...path, index, 'key'], repeated ? faultWords.twice : undefined),
      ...(isEmpty(one) && (field.item!.node.minItems ?? 1) === 0
        ? []
        : fieldFaults(valueUnder(field, key.trim()), one, [...path, index, 'value'])),
    ]
  })
}

const valueFaults = (field: Field, value: unknown, path: Path): Fault[] => {
  switch (field.kind) {
    case 'text':
    case 'long':
    case 'agency':
    case 'person':
    case 'record':
      return at(path, textFault(field.node, String(value)))
    case 'whole':
    case 'money':
      return at(path, numberFault(field.node, value))
    case 'group':
      return faultsOf(field.fields, value as Values, path)
    case 'list':
    case 'choices':
    case 'rows':
      return itemFaults(field, value, path)
    case 'map':
      return mapFaults(field, value, path)
    case 'either': {
      const { way = 0, value: inner } = value as Chosen
      return fieldFaults(field.ways![way]!, inner, [...path, 'value'])
    }
    default:
      return []
  }
}

const fieldFaults = (field: Field, value: unknown, path: Path): Fault[] => {
  if (value === null && field.nullable) return []
  const empty = isEmpty(field.kind === 'either' ? (value as Chosen | undefined)?.value : value)
  if (!empty && value !== null) return valueFaults(field, value, path)
  if (!field.required) return []
  if (field.kind === 'group') return faultsOf(field.fields, {}, path)
  if (field.kind === 'list' || field.kind === 'rows')
    return (field.node.minItems ?? 0) > 0 ? at(path, MISSING[field.kind] ?? EMPTY) : []
  return at(field.kind === 'either' ? [...path, 'value'] : path, MISSING[field.kind] ?? EMPTY)
}

/** Everything that is wrong with what stands in a form, in the order of its fields. */
export const faultsOf = (fields: readonly Field[], values: Values, path: Path = []): Fault[] =>
  fields.flatMap((field) => fieldFaults(field, values[field.name], [...path, field.name]))

/** What a text typed for a number stands for; the text itself where it is none, so that it can be mended. */
export const numberOf = (kind: 'money' | 'whole', text: string): number | string | undefined => {
  if (text.trim() === '') return undefined
  if (kind === 'money') return fenOf(text) ?? text
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '')
  return /^-?\d{1,15}$/.test(plain) ? Number(plain) : text
}
