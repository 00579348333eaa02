import { describe, expect, it } from '@jest/globals'
import { z } from 'zod'
import type { Step } from '#kernel'
import { loadRules } from '#rules'
import { factNames, factWords, lexiconOf, stepForms } from '#shell'
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
  'x-unit'?: { zh: string; en: string }
  'x-unit-of'?: string
  'x-units'?: Record<string, { zh: string; en: string }>
  'x-group'?: { zh: string; en: string }
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

  it('is counted in something, where it is a number', () => {
    const numbers = all.filter(({ field: { type } }) => type === 'integer' || type === 'number')
    expect(numbers.length).toBeGreaterThan(20)
    expect(
      wrong(numbers, (field) => CHINESE.test(field['x-unit']?.zh ?? '') || field['x-unit-of'] !== undefined),
    ).toEqual([])
  })

  it('says no unit in its title', () =>
    expect(
      wrong(
        fields,
        ({ title = '', description = '' }) => !/（分）/.test(title) && !/\bfen\b/i.test(description.split(';')[0]!),
      ),
    ).toEqual([]))

  it('is counted as the rules say, where it is a figure of theirs', () => {
    const figures = all.filter(({ field }) => field['x-units'])
    expect(figures.length).toBeGreaterThan(2)
    expect(
      wrong(figures, (field) =>
        Object.keys(field['x-titles']!).every((key) => CHINESE.test(field['x-units']![key]?.zh ?? '')),
      ),
    ).toEqual([])
  })
})

/** More than so many fields are put under headings. */
const MANY = 6

describe('the fields of a long form', () => {
  const long = forms.filter(({ input }) => Object.keys((input as Field).properties ?? {}).length > MANY)
  const headings = long.map(({ kind, step, input }) => ({
    form: `${kind}/${step}`,
    groups: Object.values((input as Field).properties!).map((field) => field['x-group']),
  }))

  it('are in groups with a heading in both languages', () => {
    expect(long.length).toBeGreaterThan(10)
    expect(
      headings.filter(({ groups }) => !groups.every((one) => one && CHINESE.test(one.zh) && /^[A-Z]/.test(one.en))),
    ).toEqual([])
  })

  it('are together where they are of one group', () => {
    const parted = headings.filter(({ groups }) => {
      const runs = groups.map((one) => one?.zh).filter((one, index, named) => one !== named[index - 1])
      return new Set(runs).size !== runs.length
    })
    expect(parted).toEqual([])
  })
})

type Schema = z.core.$ZodType

/** What a schema is made of. */
const within = (schema: Schema): Schema[] => {
  const { def } = (schema as z.ZodType)._zod as unknown as {
    def: {
      shape?: Record<string, Schema>
      innerType?: Schema
      element?: Schema
      valueType?: Schema
      options?: readonly Schema[]
      in?: Schema
    }
  }
  return [
    ...Object.values(def.shape ?? {}),
    ...[def.innerType, def.element, def.valueType, def.in].flatMap((one) => one ?? []),
    ...(def.options ?? []),
  ]
}

const examplesIn = (schema: Schema, place: string): { place: string; example: unknown; accepted: boolean }[] => {
  const { examples = [] } = (z.globalRegistry.get(schema) ?? {}) as { examples?: readonly unknown[] }
  return [
    ...examples.map((example) => ({ place, example, accepted: z.safeParse(schema, example).success })),
    ...within(schema).flatMap((inner) => examplesIn(inner, place)),
  ]
}

describe('every example', () => {
  const steps: readonly Step[] = services.flatMap(({ records }) => records.flatMap((one) => one.steps))
  const examples = steps.flatMap(({ kind, name, input = {} }) =>
    Object.entries(input).flatMap(([key, schema]) => examplesIn(schema as Schema, `${kind}/${name}.${key}`)),
  )

  it('is accepted by its own schema', () => {
    expect(examples.length).toBeGreaterThan(300)
    expect(examples.filter(({ accepted }) => !accepted)).toEqual([])
  })

  /** Formats that nobody knows by heart: free texts say by their title what stands in them, choices offer what there is. */
  const OBVIOUS = [
    'date',
    'date-time',
    'agency',
    'person-id',
    'record',
    'ip-type',
    'channel',
    'online-channel',
    'offence',
  ]
  const LONG = 400

  it('is there where the format is not obvious', () => {
    const asked = fields.filter(
      ({ field }) =>
        field.type === 'string' &&
        !field.enum &&
        !field['x-titles'] &&
        !OBVIOUS.includes(field.format ?? '') &&
        ((field as { maxLength?: number }).maxLength ?? 0) <= LONG,
    )
    expect(wrong(asked, ({ examples: given = [] }) => given.length > 0)).toEqual([])
  })
})

describe('what stands on a record', () => {
  const called = factNames(services)
  const words = (kind: string, facts: object) => factWords(facts, lexiconOf(services, rules)(kind))

  it('is called as in the forms it was written in, defaults, groups and rows included', () => {
    const notice = { fine: 2_000_000, confiscation: 0, kinds: ['fine'] }
    expect(called(rules, 'intake/administrative-case', { notice })).toMatchObject({
      'notice.confiscation': { zh: '没收价值' },
      'notice.kinds': { zh: '处罚种类' },
    })
    const amounts = [{ metric: 'sales_amount', value: 4_000_000 }]
    expect(called(rules, 'routing/transfer', { amounts, basis: 'suspicion' })).toMatchObject({
      'amounts.metric': { zh: '指标' },
      'amounts.value': { zh: '数值' },
      basis: { zh: '怎样发现' },
    })
    expect(words('routing/transfer', { basis: 'suspicion' })).toMatchObject({ 'basis:suspicion': { zh: '办案中发现' } })
  })
})
