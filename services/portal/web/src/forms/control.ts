import type { Field } from './fields.js'
import type { Path } from './values.js'

/** What a control is given: the field, what stands in it, where it stands in the form and in the page. */
export interface ControlProps {
  field: Field
  value: unknown
  path: Path
  id: string
  invalid: boolean
  /** Ids of the hint and the fault. */
  describedBy: string | undefined
  /** Said instead of a label where the column is labelled. */
  label?: string | undefined
}

/** What may stand in a field, where the manifest has an example of it. */
export const exampleOf = ({ field }: ControlProps, like: (example: string) => string): string | undefined => {
  const [example] = field.node.examples ?? []
  return typeof example === 'string' || typeof example === 'number' ? like(String(example)) : undefined
}

export const spoken = ({ id, invalid, describedBy, label, field }: ControlProps) => ({
  id,
  'aria-invalid': invalid || undefined,
  'aria-describedby': describedBy,
  'aria-label': label,
  'aria-required': field.required || undefined,
})
