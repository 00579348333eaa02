import type { Service, Title } from '#kernel'
import type { Rules } from '#rules'
import type { Lexicon } from './sentence.js'

/** Words for codes among the facts of a refusal, for one kind of record (states and steps have their own names in each). */
export type LexiconOf = (kind?: string) => Lexicon

const ANYWHERE: readonly (readonly [string, Title])[] = [
  ['new', { zh: '（尚未建立）', en: '(not yet made)' }],
  ['open', { zh: '（未结）', en: '(any open state)' }],
]

export const lexiconOf = (
  services: readonly Service[],
  rules: Pick<Rules, 'offices' | 'agencies' | 'allClocks'>,
): LexiconOf => {
  const common: (readonly [string, Title])[] = [
    ...ANYWHERE,
    ...rules.offices.map(({ code, title }) => [code, title] as const),
    ...rules.agencies.map(({ code, name }) => [code, name] as const),
    ...rules.allClocks.map(({ id, title }) => [id, title] as const),
  ]
  const everywhere: Lexicon = new Map(common)
  const kinds = new Map<string, Lexicon>(
    services.flatMap(({ records }) =>
      records.map(({ record, steps }) => [
        record.kind,
        new Map([
          ...common,
          ...Object.entries(record.states),
          ...steps.map(({ name, title }) => [name, title] as const),
        ]),
      ]),
    ),
  )
  return (kind) => kinds.get(kind ?? '') ?? everywhere
}
