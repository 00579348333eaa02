/** A day of GET …/explain with the rule that counted or skipped it. */
export interface ExplainedDay {
  day: string
  n?: number
  counted: boolean
  rule: string
  zh: string
  en: string
}

export type DayKind = 'counted' | 'rest' | 'excluded' | 'rolled' | 'start'

/** Shapes of the strip: no colour is needed to read it. */
export const SIGNS: Readonly<Record<DayKind, string>> = {
  counted: '■',
  rest: '□',
  excluded: '▨',
  rolled: '▲',
  start: '○',
}

const EXCLUDED = 'R-CAL-14'
const ROLLED = 'R-CAL-03'
const STARTS = ['R-CAL-01', 'R-CAL-13']

/** What a day is in its period. A day the period rolled onto is one that rolled, though it is worked. */
export const dayKind = ({ counted, rule, n }: ExplainedDay): DayKind => {
  if (rule === ROLLED) return 'rolled'
  if (counted || n !== undefined) return 'counted'
  if (rule === EXCLUDED) return 'excluded'
  return STARTS.includes(rule) ? 'start' : 'rest'
}
