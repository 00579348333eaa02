import { inputSchema } from './input-schema.js'
import type { Step } from './step.js'

/** A form, as far as it says where people and dates stand. */
interface Form {
  format?: string
  /** Of a person: holds an enforcement licence. */
  'x-licensed'?: boolean
  /** Of a day: when an act against a right was done, not when something was done about it. */
  'x-act'?: boolean
  anyOf?: readonly Form[]
  oneOf?: readonly Form[]
  items?: Form
  properties?: Record<string, Form>
  additionalProperties?: Form | boolean
}

/** What stands beside a value, in its object or one around it. */
interface Around {
  field: string
  /** Place of the list that it stands in. */
  list: string
  agency?: unknown
  licence?: unknown
}

/** A person, a number of one, a type of right or a date in an input. */
export interface Place extends Around {
  form: Form
  value: string
}

const LOOKED_AT = ['person-id', 'id-number', 'ip-type', 'date', 'date-time']

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const innerOf = ({ properties, additionalProperties }: Form, key: string): Form | undefined =>
  properties?.[key] ?? (typeof additionalProperties === 'object' ? additionalProperties : undefined)

const partsOf = ({ anyOf = [], oneOf = [], items, properties = {}, additionalProperties }: Form): readonly Form[] => [
  ...anyOf,
  ...oneOf,
  ...(items ? [items] : []),
  ...Object.values(properties),
  ...(typeof additionalProperties === 'object' ? [additionalProperties] : []),
]

const holds = (form: Form): boolean => LOOKED_AT.includes(form.format ?? '') || partsOf(form).some(holds)

const within = (form: Form, value: unknown, around: Around): Place[] => {
  const choices = form.anyOf ?? form.oneOf
  if (choices) return choices.flatMap((one) => within(one, value, around))
  if (typeof value === 'string') return LOOKED_AT.includes(form.format ?? '') ? [{ ...around, form, value }] : []
  if (Array.isArray(value)) {
    const inList = (index: number) => ({ ...around, list: around.field, field: `${around.field}.${index}` })
    return form.items ? value.flatMap((one, index) => within(form.items!, one, inList(index))) : []
  }
  if (!isObject(value)) return []
  const { agency = around.agency, licence } = value
  return Object.entries(value).flatMap(([key, one]) => {
    const inner = innerOf(form, key)
    const field = around.field ? `${around.field}.${key}` : key
    return inner ? within(inner, one, { ...around, field, agency, licence }) : []
  })
}

const forms = new WeakMap<Step, Form | false>()

/** False: a form without any of them. */
const formOf = (step: Step): Form | false => {
  const known = forms.get(step)
  if (known !== undefined) return known
  const schema = inputSchema(step) as Form
  const form = holds(schema) && schema
  forms.set(step, form)
  return form
}

/** Every such place in an input. */
export const placesIn = (step: Step, input: Record<string, unknown>): readonly Place[] => {
  const form = formOf(step)
  return form ? within(form, input, { field: '', list: '' }) : []
}
