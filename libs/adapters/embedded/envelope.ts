import type { Envelope } from '#ports'

const refuse = (value: unknown): never => {
  throw new TypeError(`an envelope carries JSON only, not ${Object.prototype.toString.call(value)}`)
}

const isPlain = (value: object): boolean => {
  const prototype = Object.getPrototypeOf(value) as unknown
  return prototype === Object.prototype || prototype === null || Array.isArray(value)
}

const frozenObject = (value: object): object => {
  if (!isPlain(value)) return refuse(value)
  if (Array.isArray(value)) return Object.freeze(value.map((one) => (one === undefined ? null : frozen(one))))
  const copy: Record<string, unknown> = {}
  for (const key of Object.keys(value)) {
    const inner = (value as Record<string, unknown>)[key]
    if (inner !== undefined) copy[key] = frozen(inner)
  }
  return Object.freeze(copy)
}

const frozen = (value: unknown): unknown => {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value
  return typeof value === 'object' ? frozenObject(value) : refuse(value)
}

/**
 * What arrives is what a wire would bring: a copy, unchangeable, without undefined fields.
 * @throws TypeError for anything that is not JSON
 */
export const arrived = (envelope: Envelope): Envelope => frozen(envelope) as Envelope
