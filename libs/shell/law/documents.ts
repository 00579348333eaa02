import type { Service, Title } from '#kernel'
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
  }))
}
