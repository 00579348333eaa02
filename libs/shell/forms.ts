import { z } from 'zod'
import type { Service, Step, Title } from '#kernel'
import type { Rules } from '#rules'
import { CHOICES, namedElsewhere } from './choices.js'
import { criminalTitles } from './criminal-titles.js'
import { hintIn } from './hints.js'
import { oncePer } from './once.js'
import { WORDS } from './words.js'

export type JsonSchema = Record<string, unknown>

/** The form of a step's input as JSON Schema: titles, examples and limits come from the fields themselves. */
export const inputSchema = oncePer(({ input }: Step): JsonSchema => {
  const schema = z.toJSONSchema(z.strictObject(input ?? {}), {
    io: 'input',
    unrepresentable: 'any',
    target: 'draft-2020-12',
    reused: 'inline',
  })
  return { ...schema, $schema: undefined } as JsonSchema
})

/** What forms ask of the rules: the titles of codes that the law may add to. */
export type Titled = Pick<Rules, 'ipTypes'> & Partial<Pick<Rules, 'documents' | 'channels'>>

type Words = (field: string, choice: string) => Title | undefined

interface Field extends JsonSchema {
  format?: string
  enum?: readonly unknown[]
}

const titlesFor = (choices: readonly unknown[], field: string, words: Words) => ({
  'x-titles': Object.fromEntries(
    choices.flatMap((one) => {
      const title = words(field, String(one))
      return title ? [[String(one), title]] : []
    }),
  ),
})

type Channels = Rules['channels']
type Channel = Channels[number]

const byCode = <T>(channels: Channels, of: (channel: Channel) => T | undefined): Record<string, T> =>
  Object.fromEntries(
    channels.flatMap((one) => {
      const said = of(one)
      return said === undefined ? [] : [[one.code, said]]
    }),
  )

/** Channels as a form shows them: what each is called and for, which fields belong to it, and which of them must be filled in. */
const channelForm = (channels: Channels) => ({
  'x-titles': byCode(channels, ({ title }) => title),
  'x-about': byCode(channels, ({ about }) => about),
  'x-fields': byCode(channels, ({ fields }) => fields),
  'x-needs': byCode(channels, ({ needs }) => needs),
})

/** Fields that choose a channel, by their format: which channels they offer. */
const OFFERED: Readonly<Record<string, (channel: Channel) => boolean>> = {
  channel: () => true,
  'online-channel': ({ online }) => online,
}

/** Keys under which a schema holds schemas by name, whose names are those of fields. */
const NAMED = 'properties'

/** A form with the titles of its choices, as the rules, the records and the tables of words have them. */
const titledBy = (rules: Titled, words: Words, schema: unknown, field = ''): unknown => {
  if (Array.isArray(schema)) return schema.map((one) => titledBy(rules, words, one, field))
  if (typeof schema !== 'object' || schema === null) return schema
  const own: Field = Object.fromEntries(
    Object.entries(schema).map(([key, one]) => [
      key,
      key === NAMED
        ? Object.fromEntries(
            Object.entries(one as object).map(([name, of]) => [name, titledBy(rules, words, of, name)]),
          )
        : titledBy(rules, words, one, field),
    ]),
  )
  const hint = hintIn(own.description)
  const inner: Field = hint && field ? { ...own, 'x-hint': hint } : own
  if (inner.format === 'ip-type')
    return { ...inner, 'x-titles': Object.fromEntries(rules.ipTypes.map(({ code, title }) => [code, title])) }
  const criminal = criminalTitles(rules, inner.format, (code) => words(field, code))
  if (criminal) return { ...inner, ...criminal }
  const offered = OFFERED[inner.format ?? '']
  if (offered) return { ...inner, ...channelForm((rules.channels ?? []).filter(offered)) }
  return inner.enum && !inner['x-titles'] ? { ...inner, ...titlesFor(inner.enum, field, words) } : inner
}

const wordsOf = (services: readonly Service[], rules: Titled): Words => {
  const elsewhere = namedElsewhere(services, rules)
  const tables = { ...WORDS, ...CHOICES }
  return (field, choice) => tables[`${field}:${choice}`] ?? elsewhere.get(choice) ?? tables[choice]
}

export interface StepForm {
  /** `service/record`. */
  kind: string
  service: string
  record: string
  step: string
  title: Title
  /** What its kind of record is called. */
  recordTitle: Title
  law: readonly string[]
  from: readonly string[]
  /** Whose step it is; `apart`: some natural persons are kept from it. */
  who: { of?: readonly string[]; may?: string; office: readonly string[]; apart: boolean }
  /** Papers it makes; undefined where that depends on the input. */
  makes?: readonly string[]
  given: readonly string[]
  events: readonly string[]
  /** Whether it makes the record. */
  first: boolean
  method: 'POST'
  /** One address, or two where it also follows on a record that exists. */
  paths: readonly string[]
  /** Fields that hold an identity and are sealed before anything else. */
  sealed: readonly string[]
  input: JsonSchema
}

const formOf = (
  { kind, title }: { kind: string; title: Title },
  step: Step,
  who: Exclude<Step['who'], 'system'>,
  titled: (schema: JsonSchema) => JsonSchema,
): StepForm => {
  const [service, record] = kind.split('/') as [string, string]
  const first = step.from.includes('new')
  const paths = [
    ...(first ? [`/api/${kind}/${step.name}`] : []),
    ...(step.from.some((state) => state !== 'new') ? [`/api/${kind}/{id}/${step.name}`] : []),
  ]
  return {
    kind,
    service,
    record,
    step: step.name,
    title: step.title,
    recordTitle: title,
    law: step.law,
    from: step.from,
    who: {
      ...(who.of === undefined ? {} : { of: [who.of].flat() }),
      ...(who.may === undefined ? {} : { may: who.may }),
      office: [who.office].flat(),
      apart: who.apart !== undefined,
    },
    ...(typeof step.makes === 'function' ? {} : { makes: [step.makes ?? []].flat() }),
    given: step.given ?? [],
    events: step.emits.map((made) => made.type),
    first,
    method: 'POST',
    paths,
    sealed: step.vault ?? [],
    input: titled(inputSchema(step)),
  }
}

/** The steps that people take, in the order of the manifests; those of the system have no form. */
export const stepForms = (services: readonly Service[], rules: Titled): StepForm[] => {
  const words = wordsOf(services, rules)
  const titled = (schema: JsonSchema) => titledBy(rules, words, schema) as JsonSchema
  return services.flatMap((service) =>
    service.records.flatMap(({ record, steps }) =>
      steps.flatMap((step) => (step.who === 'system' ? [] : [formOf(record, step, step.who, titled)])),
    ),
  )
}
