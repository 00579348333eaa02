/** What a commit may hold: JSON values and nothing else. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined }

/**
 * RFC 8785 canonical text: keys in order of their UTF-16 units, no white space, fields that are undefined left out.
 * @throws TypeError for what JSON cannot say (NaN, functions, bigints, class instances such as Date).
 */
export const canonical = (value: unknown): string => {
  if (value === undefined) throw new TypeError('not a JSON value: undefined')
  const sorted = ordered(value)
  return sorted === STRANGE ? spelled(value) : JSON.stringify(sorted)
}

/** Somewhere within is a key whose place in an object is the engine's choice, so that `JSON.stringify` cannot be told the order. */
const STRANGE = Symbol('strange')
const strangeKey = (key: string): boolean => key === '__proto__' || (key >= '0' && key < ':')

const plain = (value: object): void => {
  const prototype = Object.getPrototypeOf(value) as unknown
  if (prototype !== Object.prototype && prototype !== null) throw new TypeError('not a plain object')
}

/** The value with all keys in order: itself, where they are. */
const ordered = (value: unknown): unknown => {
  switch (typeof value) {
    case 'string':
    case 'boolean':
    case 'undefined':
      return value
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`not a JSON number: ${value}`)
      return value
    case 'object':
      if (value === null) return null
      return Array.isArray(value) ? orderedList(value) : orderedFields(value as Record<string, unknown>)
    default:
      throw new TypeError(`not a JSON value: ${typeof value}`)
  }
}

const orderedList = (values: readonly unknown[]): unknown => {
  let copy: unknown[] | undefined
  for (let i = 0; i < values.length; i++) {
    const one = ordered(values[i])
    if (one === STRANGE) return STRANGE
    if (one !== values[i]) (copy ??= [...values])[i] = one
  }
  return copy ?? values
}

const orderedFields = (value: Record<string, unknown>): unknown => {
  plain(value)
  const keys = Object.keys(value)
  let copy: Record<string, unknown> | undefined
  if (!inOrder(keys)) {
    keys.sort()
    copy = {}
  }
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!
    const one = strangeKey(key) ? STRANGE : ordered(value[key])
    if (one === STRANGE) return STRANGE
    if (!copy && one !== value[key]) copy = Object.fromEntries(keys.slice(0, i).map((known) => [known, value[known]]))
    if (copy) copy[key] = one
  }
  return copy ?? value
}

const inOrder = (keys: readonly string[]): boolean => {
  for (let i = 1; i < keys.length; i++) if (keys[i - 1]! > keys[i]!) return false
  return true
}

const spelled = (value: unknown): string => {
  if (value === null || typeof value !== 'object') return JSON.stringify(ordered(value))
  return Array.isArray(value) ? spelledList(value) : spelledFields(value as Record<string, unknown>)
}

const spelledList = (values: readonly unknown[]): string =>
  `[${values.map((one) => (one === undefined ? 'null' : spelled(one))).join(',')}]`

const spelledFields = (value: Record<string, unknown>): string => {
  plain(value)
  const known = Object.keys(value).filter((key) => value[key] !== undefined)
  return `{${known
    .sort()
    .map((key) => `${JSON.stringify(key)}:${spelled(value[key])}`)
    .join(',')}}`
}
