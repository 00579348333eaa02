import { sampleOf, inputSchema, type Draw, type Pool } from '#kernel/sample'
import type { Step } from '#kernel'
import { z } from 'zod'

/** A way into an input: names of fields, places in lists. */
export type Path = readonly (string | number)[]

/** Whole numbers below n, the same for the same seed. */
export const drawFrom = (seed: number): Draw => {
  let state = seed >>> 0
  return (n) => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) % n
  }
}

/** The form as the kernel reads it. */
export const reads = (step: Step, input: unknown): boolean => z.strictObject(step.input ?? {}).safeParse(input).success

/** Inputs that the form lets through, as different as the seeds make them. */
export const samplesOf = (step: Step, pool: Pool, wanted: number, seed = 1): Record<string, unknown>[] => {
  const found: Record<string, unknown>[] = []
  for (let n = 0; n < 400 && found.length < wanted; n++) {
    const made = sampleOf(inputSchema(step), drawFrom(seed * 1000 + n), pool) as Record<string, unknown>
    if (reads(step, made)) found.push(made)
  }
  return found
}

/** Every way into a value, the value itself left out. */
export const pathsIn = (value: unknown, at: Path = []): Path[] => {
  if (typeof value !== 'object' || value === null) return []
  const entries: (readonly [string | number, unknown])[] = Array.isArray(value)
    ? value.slice(0, 1).map((one, index) => [index, one] as const)
    : Object.entries(value)
  return entries.flatMap(([key, inner]) => [[...at, key], ...pathsIn(inner, [...at, key])])
}

interface Node {
  properties?: Record<string, Node>
  items?: Node
  anyOf?: readonly Node[]
  additionalProperties?: Node | boolean
}

/** The fields a form names, places in lists and free keys as `*`. */
export const fieldsIn = (node: Node, at = ''): string[] => [
  ...Object.entries(node.properties ?? {}).flatMap(([name, inner]) => [
    `${at}.${name}`,
    ...fieldsIn(inner, `${at}.${name}`),
  ]),
  ...(node.items ? [`${at}.*`, ...fieldsIn(node.items, `${at}.*`)] : []),
  ...(typeof node.additionalProperties === 'object'
    ? [`${at}.*`, ...fieldsIn(node.additionalProperties, `${at}.*`)]
    : []),
  ...(node.anyOf ?? []).flatMap((one) => fieldsIn(one, at)),
]

/** Whether a path leads to a field that the form names. */
export const fieldOf = (path: Path, fields: ReadonlySet<string>): string | undefined => {
  let at = ''
  for (const key of path) at = fields.has(`${at}.${key}`) ? `${at}.${key}` : `${at}.*`
  return fields.has(at) ? at : undefined
}

const HOLE = '\ue000hole\ue000'

const put = (value: unknown, [first, ...rest]: Path, leaf: unknown): unknown => {
  if (first === undefined) return leaf
  if (Array.isArray(value)) return value.map((one, index) => (index === first ? put(one, rest, leaf) : one))
  return { ...(value as object), [first]: put((value as Record<string, unknown>)[first], rest, leaf) }
}

/** The JSON text of an input with raw text at one place. */
export const withRaw = (input: unknown, path: Path, raw: string): string =>
  JSON.stringify(put(input, path, HOLE)).replace(JSON.stringify(HOLE), () => raw)

/** The input without one field; undefined where the path ends in a list. */
export const without = (input: unknown, path: Path): unknown => {
  const last = path.at(-1)
  if (typeof last !== 'string') return undefined
  const holder = path.slice(0, -1).reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], input)
  const rest = Object.fromEntries(Object.entries(holder as object).filter(([name]) => name !== last))
  return put(input, path.slice(0, -1), rest)
}
