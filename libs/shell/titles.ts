import { LAPSE_EVENTS, type Service, type Title } from '#kernel'
import type { Rules } from '#rules'

/** What stands in an answer as a code, in words. */
export interface Titles {
  kind: (kind: string) => Title | undefined
  state: (kind: string, state: string) => Title | undefined
  step: (kind: string, step: string) => Title | undefined
  event: (kind: string, event: string) => Title | undefined
}

const indexed = (services: readonly Service[]): ReadonlyMap<string, Title> => {
  const index = new Map<string, Title>()
  for (const { record, steps } of services.flatMap(({ records }) => records)) {
    index.set(record.kind, record.title)
    for (const [state, { zh, en }] of Object.entries(record.states))
      index.set(`${record.kind} state ${state}`, { zh, en })
    for (const { name, title } of steps) index.set(`${record.kind} step ${name}`, title)
    for (const { type, title } of record.events) index.set(`${record.kind} event ${type}`, title)
  }
  return index
}

/** What clocks bring about, in every record. */
const OF_CLOCKS: ReadonlyMap<string, Title> = new Map(LAPSE_EVENTS.map(({ type, title }) => [type, title]))

/** What a clock does to a record by itself. */
const OF_ITSELF: Readonly<Record<string, Title>> = { Lapse: { zh: '期限届满', en: 'A period ended' } }

export const titlesOf = (services: readonly Service[]): Titles => {
  const index = indexed(services)
  return {
    kind: (kind) => index.get(kind),
    state: (kind, state) => index.get(`${kind} state ${state}`),
    step: (kind, step) => index.get(`${kind} step ${step}`) ?? OF_ITSELF[step],
    event: (kind, event) => index.get(`${kind} event ${event}`) ?? OF_CLOCKS.get(event),
  }
}

/** An article as a person cites it: `PROC:64` with the name of the instrument. */
export const lawTitles = (rules: Pick<Rules, 'instrument'>, law: readonly string[]) =>
  law.map((cited) => {
    const [key, article] = cited.split(':') as [string, string | undefined]
    return { cited, instrument: rules.instrument(key)?.name, article }
  })

/** Papers by their Chinese titles, each with both. */
export const paperTitles = (rules: Pick<Rules, 'document'>, papers: readonly string[]): Record<string, Title> =>
  Object.fromEntries(
    [...new Set(papers)].flatMap((zh) => {
      const title = rules.document(zh)?.title
      return title ? [[zh, title]] : []
    }),
  )

/** What offices and groups of offices are called. */
export const officeTitles = (rules: Pick<Rules, 'offices' | 'terms'>, offices: readonly string[]): Title[] =>
  offices.flatMap((code) => [...rules.offices, ...rules.terms].find((one) => one.code === code)?.title ?? [])

/** The agencies and offices that an answer names, each with its title. */
export const namesOf = (
  rules: Pick<Rules, 'agency' | 'offices'>,
  codes: readonly string[],
  offices: readonly string[],
) => ({
  agencies: Object.fromEntries(
    [...new Set(codes)].sort().flatMap((code) => {
      const name = rules.agency(code)?.name
      return name ? [[code, name]] : []
    }),
  ),
  offices: Object.fromEntries(
    [...new Set(offices)].sort().flatMap((code) => {
      const title = rules.offices.find((one) => one.code === code)?.title
      return title ? [[code, title]] : []
    }),
  ),
})

/** Texts of a value, however deep they stand. */
const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

/** The people of agencies whom an answer names by their ids, with their names: only for those who read the file itself. */
export const peopleIn = (rules: Pick<Rules, 'staff'>, told: unknown): Record<string, string> =>
  Object.fromEntries(
    [...new Set(textsIn(told))].sort().flatMap((id) => {
      const name = rules.staff(id).find((one) => one.name)?.name
      return name ? [[id, name]] : []
    }),
  )
