import { z } from 'zod'
import type { RecordType, Service, Step, Title } from '#kernel'
import type { Rules } from '#rules'
import { ownTitles } from './fact-titles.js'

interface Node {
  title?: string
  description?: string
  properties?: Readonly<Record<string, Node>>
  items?: Node
  anyOf?: readonly Node[]
  additionalProperties?: Node | boolean
}

const titleOf = ({ title, description }: Node, name: string): Title | undefined =>
  title === undefined ? undefined : { zh: title, en: (description ?? name).split(';')[0]! }

type Entry = readonly [place: string, title: Title]

/** Titles by the field's own name and by that of the field it stands in: `agency`, `parts.agency`. */
const inNode = (node: Node, within: string): Entry[] => {
  const { properties = {}, items, anyOf = [], additionalProperties: rest } = node
  return [
    ...Object.entries(properties).flatMap(([name, inner]): Entry[] => {
      const title = titleOf(inner, name)
      const place = within ? `${within}.${name}` : name
      return [...(title ? [[place, title] as const] : []), ...inNode(inner, name)]
    }),
    ...[...(items ? [items] : []), ...anyOf, ...(typeof rest === 'object' ? [rest] : [])].flatMap((inner) =>
      inNode(inner, within),
    ),
  ]
}

const schemaOf = (schema: z.ZodType): Node =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as Node

const ofRecord = ({ kind, events }: RecordType, steps: readonly Step[]): Entry[] => [
  ...events.flatMap(({ schema }) => inNode(schemaOf(schema), '')),
  ...steps.flatMap(({ input }) => inNode(schemaOf(z.object(input ?? {})), '')),
  ...ownTitles(kind),
]

/** The narrowest title that a place has: that of the fact in the fact it stands in, of any fact so called within, of the fact. */
const titleAt = (place: readonly string[], titles: ReadonlyMap<string, Title>): Title | undefined => {
  const [name, within] = [place.at(-1)!, place.at(-2)]
  return within === undefined
    ? titles.get(name)
    : (titles.get(`${within}.${name}`) ?? titles.get(`.${name}`) ?? titles.get(name))
}

const NUMBER = /^\d+$/

const places = (facts: unknown, place: readonly string[]): (readonly string[])[] => {
  if (typeof facts !== 'object' || facts === null) return []
  return Object.entries(facts).flatMap(([key, inner]) => {
    if (inner === undefined) return []
    const here = NUMBER.test(key) ? place : [...place, key]
    return [...(here === place ? [] : [here]), ...places(inner, here)]
  })
}

type Titles = Readonly<Record<string, Title>>

const CHINESE = /\p{Script=Han}/u

/** A key that is a name itself, as that of a platform. */
const spelled = (name: string): Title | undefined => (CHINESE.test(name) ? { zh: name, en: name } : undefined)

/** What the facts of a record are called, by where they stand, without the numbers of lines: `amounts.value`. */
export type FactNames = (
  rules: Pick<Rules, 'figureTitles' | 'offenceTitles'>,
  kind: string,
  facts: unknown,
) => Record<string, Title>

/** As the forms and events of their own kind of record call them; what nothing of it names has no title. */
export const factNames = (services: readonly Service[]): FactNames => {
  const kinds = new Map(
    services.flatMap(({ records }) =>
      records.map(({ record, steps }) => [record.kind, new Map(ofRecord(record, steps))] as const),
    ),
  )
  return ({ figureTitles, offenceTitles }, kind, facts) => {
    const titles = kinds.get(kind) ?? new Map<string, Title>()
    const keyed: Readonly<Record<string, Titles>> = { metrics: figureTitles, met: offenceTitles }
    return Object.fromEntries(
      places(facts, []).flatMap((place) => {
        const [name, within] = [place.at(-1)!, place.at(-2) ?? '']
        const title = keyed[within]?.[name] ?? titleAt(place, titles) ?? spelled(name)
        return title ? [[place.join('.'), title] as const] : []
      }),
    )
  }
}
