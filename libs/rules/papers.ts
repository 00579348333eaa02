import { wrong, type Fault, type Parsed } from './faults.js'
import { nearest } from './nearest.js'
import type { NumberSeries } from './schemas.js'
import type { Agency, Document } from './types.js'

/** The document catalogue and the numbers of papers (rulebook 1.7). */
export interface Papers {
  readonly documents: readonly Document[]
  readonly series: readonly NumberSeries[]
}

/** Titles, aliases and codes, each to its paper. */
export const paperIndex = (documents: readonly Document[]): ReadonlyMap<string, Document> => {
  const index = new Map<string, Document>()
  for (const one of documents) for (const name of [one.code, ...one.aliases, one.title.zh]) index.set(name, one)
  return index
}

/** The series from which this agency numbers this paper. */
export const seriesFor = (
  papers: Papers,
  index: ReadonlyMap<string, Document>,
  agency: Agency | undefined,
  title: string,
) => {
  const document = index.get(title)
  if (!document || !agency?.prefix) return undefined
  return papers.series.find((one) => one.papers.includes(document.title.zh) && one.kinds.includes(agency.kind))
}

/** Without leading zeros, the year in full, hexagonal brackets (GB/T 9704). */
export const numberText = (series: NumberSeries, agency: Agency, year: string | number, n: number): string =>
  series.pattern
    .replace('{prefix}', agency.prefixes?.[series.series] ?? agency.prefix ?? '')
    .replace('{year}', String(year))
    .replace('{n}', String(n))

export const unnumbered = (agency: string, title: string) =>
  wrong(`${agency} 的《${title}》不编文号`, `${title} of ${agency} carries no number`)

/** Two papers of one name, numbers for papers that are not there, patterns without year or number. */
export const paperFaults = (parsed: Parsed, { documents, series }: Papers): Fault[] => {
  const seen = new Map<string, string>()
  const twice = documents.flatMap((one, i) =>
    [one.code, one.title.zh, ...one.aliases].flatMap((name) => {
      const other = seen.get(name)
      seen.set(name, one.code)
      return other === undefined
        ? []
        : [parsed.fault(['documents', i], `“${name}”已是 ${other} 的名称`, `"${name}" already names ${other}`)]
    }),
  )
  const titles = documents.map((one) => one.title.zh)
  const numbered = series.flatMap((one, i) => [
    ...one.papers
      .filter((title) => !titles.includes(title))
      .map((title) => {
        const near = nearest(title, titles)
        return parsed.fault(
          ['numbers', i, 'papers'],
          `目录中没有《${title}》，是否应为《${near}》`,
          `no paper ${title}; did you mean ${near}?`,
        )
      }),
    ...['{prefix}', '{year}', '{n}']
      .filter((part) => !one.pattern.includes(part))
      .map((part) => parsed.fault(['numbers', i, 'pattern'], `文号格式缺少 ${part}`, `the pattern lacks ${part}`)),
  ])
  return [...twice, ...numbered]
}
