import type { Title } from '#kernel'
import { dataOf, type Rules, type Unit } from '#rules'

interface Entry {
  key: string
  title?: Title
}

const titled = (entries: readonly Entry[]): Record<string, Title> =>
  Object.fromEntries(entries.flatMap(({ key, title }) => (title ? [[key, title]] : [])))

/** What codes of the criminal thresholds are called in forms, and in what each figure is counted; undefined for other formats. */
export const criminalTitles = (
  rules: object,
  format: string | undefined,
  word: (code: string) => Title | undefined,
): { 'x-titles': Record<string, Title>; 'x-units'?: Readonly<Record<string, Unit>> } | undefined => {
  const data = dataOf(rules as Rules)
  if (!data || format === undefined) return undefined
  const { offences, metrics, flags } = data.thresholds
  switch (format) {
    case 'offence':
      return { 'x-titles': titled(offences) }
    case 'flag':
      return {
        'x-titles': titled(flags.map((key) => ({ key, title: data.terms.find(({ code }) => code === key)?.title }))),
      }
    case 'act-kind': {
      const keys = [...new Set(data.ipTypes.flatMap(({ acts }) => Object.keys(acts)))]
      return { 'x-titles': titled(keys.map((key) => ({ key, title: word(key) }))) }
    }
    case 'metric':
    case 'metrics':
      return {
        'x-titles': titled(metrics),
        'x-units': (rules as Rules).figureUnits,
      }
    default:
      return undefined
  }
}
