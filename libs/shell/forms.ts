import { z } from 'zod'
import type { Service, Step, Title } from '#kernel'
import type { Rules } from '#rules'

export type JsonSchema = Record<string, unknown>

/** The form of a step's input as JSON Schema: titles, examples and limits come from the fields themselves. */
export const inputSchema = (step: Step): JsonSchema => {
  const schema = z.toJSONSchema(z.strictObject(step.input ?? {}), {
    io: 'input',
    unrepresentable: 'any',
    target: 'draft-2020-12',
    reused: 'inline',
  })
  return { ...schema, $schema: undefined } as JsonSchema
}

/** What forms ask of the rules: the titles of codes that the law may add to. */
export type Titled = Pick<Rules, 'ipTypes'> & Partial<Pick<Rules, 'channels'>>

/** The channels as a form shows them: titles, what each is for, and which fields of the form belong to it. */
const channelForm = (channels: Rules['channels']): JsonSchema => ({
  'x-titles': Object.fromEntries(channels.map(({ code, title }) => [code, title])),
  'x-about': Object.fromEntries(channels.flatMap(({ code, about }) => (about ? [[code, about]] : []))),
  'x-fields': Object.fromEntries(channels.map(({ code, fields }) => [code, fields])),
})

/** A form with the titles of its types of right, as the rules have them. */
const titledBy = (rules: Titled, schema: unknown): unknown => {
  if (Array.isArray(schema)) return schema.map((one) => titledBy(rules, one))
  if (typeof schema !== 'object' || schema === null) return schema
  const inner = Object.fromEntries(Object.entries(schema).map(([key, one]) => [key, titledBy(rules, one)]))
  if (inner.format === 'channel') return { ...inner, ...channelForm(rules.channels ?? []) }
  if (inner.format === 'online-channel')
    return { ...inner, ...channelForm((rules.channels ?? []).filter(({ online }) => online)) }
  if (inner.format !== 'ip-type') return inner
  return { ...inner, 'x-titles': Object.fromEntries(rules.ipTypes.map(({ code, title }) => [code, title])) }
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
  rules: Titled,
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
    input: titledBy(rules, inputSchema(step)) as JsonSchema,
  }
}

/** The steps that people take, in the order of the manifests; those of the system have no form. */
export const stepForms = (services: readonly Service[], rules: Titled): StepForm[] =>
  services.flatMap((service) =>
    service.records.flatMap(({ record, steps }) =>
      steps.flatMap((step) => (step.who === 'system' ? [] : [formOf(record, step, step.who, rules)])),
    ),
  )
