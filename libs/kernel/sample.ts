import { derive } from './hash.js'
import { dayFromNumber } from './instant.js'
import type { Node } from './input-schema.js'

export { inputSchema } from './input-schema.js'

/** A source of whole numbers below `n`; seeded by the caller. */
export type Draw = (n: number) => number

/** Ids, people and agencies that samples may name, so that some of them are real. */
export interface Pool {
  ids: readonly string[]
  persons: readonly string[]
  agencies: readonly string[]
}

const pick = <T>(draw: Draw, from: readonly T[]): T => from[draw(from.length)]!

const USCC = ['91411002MA9FK1017E', '91411003MA9FK20288', '91411082MA9FK30391']

const WORDS = ['样品', 'sample', '仿冒发饰四十件', 'a', '确认商标权归甲方']
/** A code of the tariff, a digest. */
const CODES = ['39269090', '0123456789abcdef'.repeat(4)]

/** Words that the pattern lets through; any, where none of them does. */
const wordsFor = ({ pattern }: Node): readonly string[] => {
  if (pattern === undefined) return WORDS
  const fitting = [...WORDS, ...CODES].filter((word) => new RegExp(pattern).test(word))
  return fitting.length ? fitting : WORDS
}

const textOf = (node: Node, draw: Draw, pool: Pool): string => {
  if (node.format === 'date') return dayFromNumber(20_454 + draw(365))
  if (node.format === 'date-time')
    return `${dayFromNumber(20_454 + draw(365))}T${String(8 + draw(10)).padStart(2, '0')}:00`
  if (node.format === 'record') return pool.ids.length ? pick(draw, pool.ids) : derive('sample', draw(9))
  if (node.pattern?.startsWith('^[0-9A-HJ')) return pick(draw, USCC)
  if (node.format === 'person-id') return pick(draw, pool.persons)
  if (node.pattern?.startsWith('^[A-Z0-9][')) return pick(draw, pool.agencies)
  return pick(draw, wordsFor(node)).slice(0, node.maxLength ?? 200)
}

const numberOf = (node: Node, draw: Draw): number => {
  const low = Math.max(node.minimum ?? 0, -1_000_000)
  const high = Math.min(node.maximum ?? 1_000_000, low + 20_000_000)
  return pick(draw, [low, Math.min(high, low + 1), Math.min(high, low + 2_000_000), low + draw(high - low + 1)])
}

const objectOf = (node: Node, draw: Draw, pool: Pool): Record<string, unknown> => {
  const made: Record<string, unknown> = {}
  for (const [name, inner] of Object.entries(node.properties ?? {}))
    if (node.required?.includes(name) || draw(3) > 0) made[name] = sampleOf(inner, draw, pool)
  if (typeof node.additionalProperties === 'object' && draw(3) > 0)
    made[String(sampleOf(node.propertyNames ?? { type: 'string' }, draw, pool))] = sampleOf(
      node.additionalProperties,
      draw,
      pool,
    )
  return made
}

/** A value that a JSON Schema lets through, as far as the schema tells. */
export const sampleOf = (node: Node, draw: Draw, pool: Pool): unknown => {
  if (node.const !== undefined) return node.const
  if (node.enum) return pick(draw, node.enum)
  const choices = node.anyOf ?? node.oneOf
  if (choices) return sampleOf(pick(draw, choices), draw, pool)
  switch ([node.type ?? 'string'].flat()[0]) {
    case 'object':
      return objectOf(node, draw, pool)
    case 'array':
      return Array.from({ length: (node.minItems ?? 0) + draw(3) }, () => sampleOf(node.items ?? {}, draw, pool))
    case 'integer':
    case 'number':
      return numberOf(node, draw)
    case 'boolean':
      return draw(2) === 1
    case 'null':
      return null
    default:
      return textOf(node, draw, pool)
  }
}
