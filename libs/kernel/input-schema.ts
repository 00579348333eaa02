import { z } from 'zod'
import type { Step } from './step.js'

/** JSON Schema, as far as inputs of steps need it. */
export interface Node {
  type?: string | string[]
  enum?: readonly unknown[]
  const?: unknown
  anyOf?: readonly Node[]
  oneOf?: readonly Node[]
  properties?: Record<string, Node>
  required?: readonly string[]
  items?: Node
  minItems?: number
  additionalProperties?: Node | boolean
  propertyNames?: Node
  minimum?: number
  maximum?: number
  maxLength?: number
  pattern?: string
  format?: string
}

const schemas = new WeakMap<Step, Node>()

/** The JSON Schema of a step's input. */
export const inputSchema = (step: Pick<Step, 'input'>): Node => {
  const known = schemas.get(step as Step)
  if (known) return known
  const made = z.toJSONSchema(z.strictObject(step.input ?? {}), { io: 'input', unrepresentable: 'any' }) as Node
  schemas.set(step as Step, made)
  return made
}
