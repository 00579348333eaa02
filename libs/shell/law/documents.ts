import type { Service, Title } from '#kernel'
import { LAYOUTS, type Layout } from '#papers'
import { dataOf, type Rules } from '#rules'

interface Maker {
  kind: string
  step: string
  title: Title
}

/** Steps by the titles of the papers that they are known to make. */
const makersOf = (services: readonly Service[], rules: Rules): ReadonlyMap<string, Maker[]> => {
  const makers = new Map<string, Maker[]>()
  for (const { record, steps } of services.flatMap(({ records }) => records))
    for (const { name, title, makes } of steps)
      for (const made of typeof makes === 'function' ? [] : [makes ?? []].flat()) {
        const paper = rules.document(made)?.title.zh ?? made
        makers.set(paper, [...(makers.get(paper) ?? []), { kind: record.kind, step: name, title }])
      }
  return makers
}

/** Each title once, in its order. */
const once = <T extends { title: Title }>(all: readonly T[]): T[] => [
  ...new Map(all.map((one) => [one.title.zh, one])).values(),
]

/** What a paper may not be without and where a person enters it, who signs it by hand, and whether it is sealed. */
const onPaper = (layouts: readonly Layout[]) => ({
  mandatory: once(
    layouts
      .flatMap(({ fields }) => Object.values(fields))
      .flatMap(({ title, where }) => (where ? [{ title, where }] : [])),
  ),
  signed: once(
    layouts
      .flatMap(({ blocks }) => blocks.flatMap((one) => ('sign' in one ? one.sign : [])))
      .map((title) => ({ title })),
  ).map(({ title }) => title),
  sealed: layouts.some(({ blocks }) => blocks.some((one) => 'seal' in one)),
})

/** Of the papers that can be printed: who signs the others is said by no rule. */
const printed = (paper: string) => {
  const layouts = LAYOUTS.filter((one) => one.paper === paper)
  return layouts.length ? onPaper(layouts) : undefined
}

/** Who signs such papers by hand and whether they are sealed, by their Chinese titles. */
export const signingOf = (papers: readonly string[]) =>
  papers.flatMap((paper) => {
    const { signed = [], sealed = false } = printed(paper) ?? {}
    return signed.length || sealed ? [{ paper, signed, sealed }] : []
  })

/** The catalogue of papers with the patterns of their numbers and the steps that make them. */
export const documentsShown = (services: readonly Service[], rules: Rules) => {
  const series = dataOf(rules)?.papers.series ?? []
  const makers = makersOf(services, rules)
  return rules.documents.map((paper) => ({
    ...paper,
    numbers: series
      .filter(({ papers }) => papers.includes(paper.title.zh))
      .map(({ pattern, kinds, confidence }) => ({ pattern, kinds, confidence })),
    madeBy: makers.get(paper.title.zh) ?? [],
    ...printed(paper.title.zh),
  }))
}
