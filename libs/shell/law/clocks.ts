import type { NormalRow, Title } from '#kernel'
import type { Rules } from '#rules'
import type { Titles } from '../titles.js'

type Trigger = NormalRow['starts'][number]

const eventsIn = (kind: string, triggers: readonly Trigger[], titles: Titles) =>
  [...new Set(triggers.map(({ event }) => event))].map((event) => ({ event, title: titles.event(kind, event) }))

const UNITS: Readonly<Record<string, Title>> = {
  H: { zh: '小时', en: 'hours' },
  CD: { zh: '日', en: 'calendar days' },
  WD: { zh: '个工作日', en: 'working days' },
  M: { zh: '个月', en: 'months' },
  Y: { zh: '年', en: 'years' },
}

/** A period with its unit in words; one that ends on a day that an act names has none. */
const spanOf = (one: object) => {
  const { n, unit, until, when } = one as { n?: number; unit?: string; until?: string; when?: object }
  const words = unit === undefined ? undefined : UNITS[unit]
  return { n, unit, until, when, words: words && { zh: `${n} ${words.zh}`, en: `${n} ${words.en}` } }
}

/** What the law says, Chinese first: the two languages of a row stand in one text. */
const saysOf = (text: string | undefined): Title | undefined => {
  if (text === undefined) return undefined
  const [zh, en] = text.split(' / ')
  return { zh: zh!, en: en ?? zh! }
}

/** A clock as the law sets it: how long, from which event, what pauses, extends and ends it, by which article. */
export const clockRowShown = (row: NormalRow, rules: Rules, titles: Titles) => {
  const { id, on, title, law, article, text, confidence, validFrom, validTo } = row
  return {
    ...{ id, on, title, law, article, confidence, validFrom, validTo },
    text: saysOf(text),
    lawTitle: rules.instrument(law)?.name,
    kindTitle: titles.kind(on),
    spans: [row.length].flat().map(spanOf),
    starts: eventsIn(on, row.starts, titles),
    stops: eventsIn(on, row.stops, titles),
    pauses: eventsIn(
      on,
      row.pauses.map(({ from }) => from),
      titles,
    ),
    extensions: row.extensions.map(({ by, add, times }) => ({
      ...eventsIn(on, [by], titles)[0]!,
      add: spanOf(add),
      times,
    })),
    lapse: row.lapse.kind,
    /** Under which switch it runs at all, and whether that is so now. */
    if: row.if,
    applies: row.if === undefined || rules.on(row.if),
  }
}
