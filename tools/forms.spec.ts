import { describe, expect, it } from '@jest/globals'
import { loadRules } from '#rules'
import { stepForms } from '#shell'
import { services } from './services.js'

/** What a person reads who fills in a form: every field says what it is, in both languages, and what may stand in it. */

interface Field {
  type?: string | string[]
  format?: string
  title?: string
  description?: string
  examples?: readonly unknown[]
  properties?: Record<string, Field>
  items?: Field
  anyOf?: readonly Field[]
  oneOf?: readonly Field[]
  additionalProperties?: Field | boolean
  enum?: readonly string[]
  'x-kind'?: string
  'x-may'?: string
  'x-hint'?: { zh: string; en: string }
  'x-titles'?: Record<string, { zh: string; en: string }>
}

const rules = loadRules()
const forms = stepForms(services, rules)
const kinds = services.flatMap(({ records }) => records.map(({ record }) => record.kind))

const insideOf = ({ items, anyOf = [], oneOf = [], additionalProperties }: Field): Field[] => [
  ...(items ? [items] : []),
  ...anyOf,
  ...oneOf,
  ...(typeof additionalProperties === 'object' ? [additionalProperties] : []),
]

type Placed = { place: string; field: Field }

/** Every field that has a name, wherever it stands. */
const named = (field: Field, place: string): Placed[] => [
  ...Object.entries(field.properties ?? {}).flatMap(([name, inner]) => {
    const here = `${place}.${name}`
    return [{ place: here, field: inner }, ...named(inner, here)]
  }),
  ...insideOf(field).flatMap((inner) => named(inner, place)),
]

/** Every part of a schema, named or not. */
const parts = (field: Field, place: string): Placed[] => [
  { place, field },
  ...Object.entries(field.properties ?? {}).flatMap(([name, inner]) => parts(inner, `${place}.${name}`)),
  ...insideOf(field).flatMap((inner) => parts(inner, place)),
]

const fields = forms.flatMap((form) => named(form.input as Field, `${form.kind}/${form.step}`))
const all = forms.flatMap((form) => parts(form.input as Field, `${form.kind}/${form.step}`))
const wrong = (placed: readonly Placed[], holds: (field: Field, place: string) => boolean): string[] =>
  placed.filter(({ field, place }) => !holds(field, place)).map(({ place }) => place)

const CHINESE = /\p{Script=Han}/u

describe('every field of every step', () => {
  it('is there', () => expect(fields.length).toBeGreaterThan(470))

  it('has a Chinese title', () => expect(wrong(fields, ({ title }) => CHINESE.test(title ?? ''))).toEqual([]))

  it('has its English name, then what helps to fill it in', () =>
    expect(
      wrong(fields, ({ description: said = '' }) => /^[A-Z]/.test(said.trim()) || /^(the|what|where)\b/.test(said)),
    ).toEqual([]))

  it('helps in both languages', () => {
    const helped = fields.filter(({ field }) => field.description?.includes(';'))
    expect(helped.length).toBeGreaterThan(150)
    expect(wrong(helped, (field) => CHINESE.test(field['x-hint']?.zh ?? '') && field['x-hint']!.en !== '')).toEqual([])
  })

  it('has no Chinese in the English', () =>
    expect(wrong(fields, ({ description = '' }) => !CHINESE.test(description))).toEqual([]))

  it('says of which kind a record is that it names', () =>
    expect(
      wrong(all, (field) => field.format !== 'record' || [...kinds, 'dossier'].includes(field['x-kind']!)),
    ).toEqual([]))

  it('asks for an agency by a right that there is', () => {
    const rights = rules.rights.map(({ name }) => name)
    expect(wrong(all, (field) => field['x-may'] === undefined || rights.includes(field['x-may']))).toEqual([])
  })

  it('names its choices in both languages', () =>
    expect(
      wrong(all, ({ enum: values = [], 'x-titles': titles = {} }) => values.every((one) => titles[one]?.zh)),
    ).toEqual([]))

  it('has examples of its own kind', () =>
    expect(
      wrong(all, ({ type, examples = [] }) =>
        examples.every(
          (one) => type === undefined || [type].flat().includes(Array.isArray(one) ? 'array' : jsonType(one)),
        ),
      ),
    ).toEqual([]))
})

const jsonType = (value: unknown): string => {
  if (value === null) return 'null'
  return typeof value === 'number' ? 'integer' : typeof value
}
