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

export const spoken = ({ id, invalid, describedBy, label, field }: ControlProps) => ({
  id,
  'aria-invalid': invalid || undefined,
  'aria-describedby': describedBy,
  'aria-label': label,
  'aria-required': field.required || undefined,
})
