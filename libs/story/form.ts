/** A step's form as far as names are concerned. */
export interface Form {
  format?: string
  anyOf?: readonly Form[]
  items?: Form
  properties?: Record<string, Form>
  additionalProperties?: Form | boolean
}

const choices = (form: Form): readonly Form[] => [form, ...(form.anyOf ?? [])]

export const asks = (form: Form, format: string): boolean => choices(form).some((one) => one.format === format)

/** An id, or what will be one: `${alias.path}`. */
export const isId = (text: string): boolean => /^[a-z2-7]{26}$/.test(text) || text.startsWith('${')

/** The form of a field; of the items of a list: `items`. */
export const within = (form: Form, key: string): Form => {
  for (const one of choices(form)) {
    const inner =
      key === 'items'
        ? one.items
        : (one.properties?.[key] ??
          (typeof one.additionalProperties === 'object' ? one.additionalProperties : undefined))
    if (inner) return inner
  }
  return {}
}

/** The fields that a form knows, where it knows all that may stand there. */
export const fieldsOf = (form: Form): readonly string[] | undefined => {
  const objects = choices(form).filter((one) => one.properties)
  if (!objects.length || objects.some((one) => one.additionalProperties !== false)) return undefined
  if (choices(form).some((one) => typeof one.additionalProperties === 'object')) return undefined
  return objects.flatMap((one) => Object.keys(one.properties!))
}
