/** What a commit may hold: JSON values and nothing else. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined }

/**
 * RFC 8785 canonical text: keys in order of their UTF-16 units, no white space, fields that are undefined left out.
 * @throws TypeError for what JSON cannot say (NaN, functions, bigints, class instances such as Date).
 */
export const canonical = (value: unknown): string => {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return JSON.stringify(value)
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`not a JSON number: ${value}`)
      return JSON.stringify(value)
    case 'object':
      if (value === null) return 'null'
      return Array.isArray(value) ? list(value) : fields(value)
    default:
      throw new TypeError(`not a JSON value: ${typeof value}`)
  }
}

const list = (values: readonly unknown[]): string => {
  let text = '['
  for (let i = 0; i < values.length; i++)
    text += (i ? ',' : '') + (values[i] === undefined ? 'null' : canonical(values[i]))
  return text + ']'
}

const fields = (value: object): string => {
  const prototype = Object.getPrototypeOf(value) as unknown
  if (prototype !== Object.prototype && prototype !== null) throw new TypeError('not a plain object')
  const record = value as Record<string, unknown>
  let text = '{'
  for (const key of Object.keys(record).sort()) {
    if (record[key] === undefined) continue
    text += (text.length > 1 ? ',' : '') + JSON.stringify(key) + ':' + canonical(record[key])
  }
  return text + '}'
}
