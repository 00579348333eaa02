import type { Field } from './fields.js'
import type { Chosen, Values } from './values.js'

/** What somebody typed and did not send yet; it survives a closed tab, on this machine only. */
export interface Draft {
  values: Values
  at?: string
  reason?: string
  /** The key and the body of an attempt whose answer was lost: the same body goes with the same key. */
  sent?: { key: string; body: string }
}

const PREFIX = 'liandun.draft.'

export const draftName = (person: string, kind: string, id: string | undefined, step: string): string =>
  `${PREFIX}${person}.${kind}.${id ?? 'new'}.${step}`

export const keptDraft = (name: string): Draft | undefined => {
  try {
    const text = localStorage.getItem(name)
    return text === null ? undefined : (JSON.parse(text) as Draft)
  } catch {
    return undefined
  }
}

const openIn = (field: Field, value: unknown): unknown => {
  if (field.node.format === 'id-number') return undefined
  if (value === null || typeof value !== 'object') return value
  switch (field.kind) {
    case 'group':
      return withoutNumbers(field.fields, value as Values)
    case 'rows':
      return (value as Values[]).map((row) => withoutNumbers(field.fields, row))
    case 'either': {
      const { way = 0, value: inner } = value as Chosen
      return { ...value, value: openIn(field.ways![way]!, inner) }
    }
    default:
      return value
  }
}

/** Without the numbers of identity documents, wherever they stand. */
const withoutNumbers = (fields: readonly Field[], values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => {
      const field = fields.find((one) => one.name === key)
      return [key, field ? openIn(field, value) : value]
    }),
  )

/** Keeps a draft without what the house keeps sealed: fields that hold an identity, numbers of identity documents; what cannot be kept is not. */
export const keepDraft = (
  name: string,
  { values, sent, ...rest }: Draft,
  { sealed, fields }: { sealed: readonly string[]; fields: readonly Field[] },
): void => {
  const shown = Object.fromEntries(Object.entries(values).filter(([key]) => !sealed.includes(key)))
  const open = withoutNumbers(fields, shown)
  const whole = !sealed.length && JSON.stringify(open) === JSON.stringify(values)
  try {
    localStorage.setItem(name, JSON.stringify({ ...rest, values: open, ...(sent && whole && { sent }) }))
  } catch {
    // The browser's store is full or closed: the form goes on without a draft.
  }
}

export const forgetDraft = (name: string): void => localStorage.removeItem(name)

/** On sign-out nothing of what somebody typed stays behind. */
export const forgetDrafts = (person: string): void => {
  for (const name of Object.keys(localStorage)) if (name.startsWith(`${PREFIX}${person}.`)) forgetDraft(name)
}
