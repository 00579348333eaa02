import type { AnyMaker, RecordType, Service, Step, Title } from '#kernel'
import type { Rules } from '#rules'
import { CHOICES } from './choices.js'
import { factTitles } from './fact-titles.js'
import { inputSchema } from './forms.js'
import type { Lexicon } from './sentence.js'
import { WORDS } from './words.js'

/** Words for codes among the facts of a refusal, for one kind of record (states and steps have their own names in each). */
export type LexiconOf = (kind?: string) => Lexicon

type Entry = readonly [code: string, title: Title]
type Named = Pick<Rules, 'offices' | 'agencies' | 'allClocks'> &
  Partial<Pick<Rules, 'ipTypes' | 'channels' | 'regions' | 'terms' | 'documents' | 'instruments'>>

const ofRules = (rules: Named): Entry[] => [
  ...(rules.terms ?? []).map(({ code, title }) => [code, title] as const),
  ...rules.offices.map(({ code, title }) => [code, title] as const),
  ...rules.agencies.map(({ code, name }) => [code, name] as const),
  ...rules.allClocks.map(({ id, title }) => [id, title] as const),
  ...(rules.ipTypes ?? []).map(({ code, title }) => [code, title] as const),
  ...(rules.documents ?? []).map(({ title }) => [title.zh, title] as const),
  ...(rules.instruments ?? []).map(({ key, name }) => [`ruleSet:${key}`, name] as const),
  ...(rules.channels ?? []).map(({ code, title }) => [code, title] as const),
  ...(rules.regions ?? []).map(({ code, name }) => [`region:${code}`, name] as const),
]

const titleOf = (zh: string, description: string): Title => ({ zh, en: description.split(';')[0]! })

interface Form {
  properties?: Record<string, { title?: string; description?: string }>
}

/** The names of fields, as their forms show them. */
const namesIn = ({ properties = {} }: Form): Entry[] =>
  Object.entries(properties).flatMap(([name, { title, description = name }]) =>
    title === undefined ? [] : [[`field:${name}`, titleOf(title, description)] as const],
  )

/** What the values of a field are called, where its choices have titles. */
const choicesOf = (step: Step): Entry[] =>
  Object.entries(
    (inputSchema(step).properties ?? {}) as Record<string, { 'x-titles'?: Record<string, Title> }>,
  ).flatMap(([name, field]) =>
    Object.entries(field['x-titles'] ?? {}).map(([code, title]) => [`${name}:${code}`, title] as const),
  )

const ofRecord = (record: RecordType, steps: readonly Step[]): Entry[] => [
  [record.kind, record.title],
  ...steps.flatMap((step) => namesIn(inputSchema(step) as Form)),
  ...steps.flatMap(choicesOf),
  ...record.events.map(({ type, title }: AnyMaker) => [type, title] as const),
  ...Object.entries(record.states),
  ...steps.map(({ name, title }) => [name, title] as const),
]

export const lexiconOf = (services: readonly Service[], rules: Named): LexiconOf => {
  const records = services.flatMap(({ records }) => records)
  const common = [...Object.entries(CHOICES), ...Object.entries(WORDS), ...ofRules(rules)]
  const all = records.flatMap(({ record, steps }) => ofRecord(record, steps))
  const everywhere: Lexicon = new Map([...all, ...common])
  const kinds = new Map<string, Lexicon>(
    services.flatMap((service) => {
      const near = service.records.flatMap(({ record, steps }) => ofRecord(record, steps))
      return service.records.map(
        ({ record, steps }) =>
          [
            record.kind,
            new Map([...all, ...near, ...ofRecord(record, steps), ...common, ...factTitles(record.kind)]),
          ] as const,
      )
    }),
  )
  return (kind) => kinds.get(kind ?? '') ?? everywhere
}

/** What the values of the facts of a record are called: `result:not-met`. */
export const factWords = (facts: unknown, lexicon: Lexicon): Record<string, Title> => {
  const words: Record<string, Title> = {}
  const walk = (value: unknown, name: string, within: string): void => {
    if (typeof value === 'string') {
      const title = lexicon.get(`${name}:${value}`) ?? lexicon.get(`${within}:${value}`) ?? lexicon.get(value)
      if (title) words[`${name}:${value}`] = { zh: title.zh, en: title.en }
    } else if (Array.isArray(value)) value.forEach((one) => walk(one, name, within))
    else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) walk(inner, key, name)
  }
  walk(facts, '', '')
  return words
}
