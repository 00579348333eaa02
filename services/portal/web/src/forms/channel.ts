import type { Field } from './fields.js'
import type { Values } from './values.js'

const isChooser = ({ node }: Field): boolean => node['x-fields'] !== undefined

/** What was chosen in the field that says which others there are. */
export const chosenIn = (fields: readonly Field[], values: Values): unknown => {
  const chooser = fields.find(isChooser)
  return chooser && values[chooser.name]
}

/** Where a field says which others belong to each of its choices: it first, then those of what was chosen, and which of them must be. */
export const fieldsFor = (fields: readonly Field[], chosen: unknown): readonly Field[] => {
  const chooser = fields.find(isChooser)
  if (!chooser) return fields
  const { 'x-fields': belonging = {}, 'x-needs': needs = {} } = chooser.node
  const names = belonging[String(chosen)] ?? []
  const needed = needs[String(chosen)] ?? []
  const others = fields.filter(({ name }) => name !== chooser.name && names.includes(name))
  return [chooser, ...others.map((one) => (needed.includes(one.name) ? { ...one, required: true } : one))]
}
