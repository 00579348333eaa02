import type { NormalRow, Title } from '#kernel'
import type { Shown } from '#kernel/show'
import type { OwnClock } from '#policy'
import type { Rules } from '#rules'
import { rowOf } from './explain.js'

type Clock = Shown['clocks'][number] | OwnClock
type Kind = NormalRow['kind'] | undefined

const UNITS: Readonly<Record<string, readonly [zh: string, one: string, many: string]>> = {
  H: ['小时', 'hour', 'hours'],
  CD: ['日', 'calendar day', 'calendar days'],
  WD: ['个工作日', 'working day', 'working days'],
  M: ['个月', 'month', 'months'],
  Y: ['年', 'year', 'years'],
}

const lengthOf = ({ length: span }: Clock): Title => {
  if ('until' in span) return { zh: `至 ${moment(span.until)}`, en: `until ${moment(span.until)}` }
  const [zh, one, many] = UNITS[span.unit]!
  return { zh: `${span.n}${zh}`, en: `${span.n} ${span.n === 1 ? one : many}` }
}

/** A day, or a moment to the minute. */
const moment = (text: string): string => text.slice(0, 16).replace('T', ' ')

const isHours = ({ length: span }: Clock): boolean => 'unit' in span && span.unit === 'H'

/** From when it is counted, and which way (R-CAL-01, R-CAL-10, R-CAL-13). */
const fromWords = (clock: Clock, kind: Kind): Title => {
  const [long, base] = [lengthOf(clock), moment(clock.base)]
  if (kind === 'before')
    return {
      zh: `${base} 之前 ${long.zh}（自前一日向前数）`,
      en: `${long.en} before ${base} (counted back from the day before)`,
    }
  if (isHours(clock)) return { zh: `${long.zh}，自 ${base} 起连续计算`, en: `${long.en} from ${base} without a break` }
  return { zh: `${long.zh}，自 ${base} 起算（当日不计）`, en: `${long.en} from ${base} (not counted)` }
}

/** What its end means: a last day, the last day for a notice, or the first on which something may be done. */
const untilOf = (due: string, kind: Kind): Title => {
  const end = moment(due)
  if (kind === 'gate') return { zh: `${end} 00:00 起可以办理`, en: `may be taken from ${end} 00:00` }
  return kind === 'before' ? { zh: `最迟 ${end}`, en: `at the latest ${end}` } : { zh: `截止 ${end}`, en: `due ${end}` }
}

/** One sentence: how long, from when, what was left out or added, until when. Day by day: `explain`. */
export const clockSentence = (clock: Clock, kind?: Kind): Title => {
  const said: Title[] = [fromWords(clock, kind)]
  const say = (zh: string, en: string) => void said.push({ zh, en })
  for (const [from, to] of clock.excluded)
    say(`扣除 ${moment(from)} 之后至 ${moment(to)}`, `without the days after ${moment(from)} up to ${moment(to)}`)
  if (clock.extensions.length) say(`延长 ${clock.extensions.length} 次`, `extended ${clock.extensions.length} times`)
  if (clock.pausedSince) say(`自 ${moment(clock.pausedSince)} 中止`, `paused since ${moment(clock.pausedSince)}`)
  if (clock.due) said.push(untilOf(clock.due, kind))
  if (clock.strict && clock.strict !== clock.due)
    say(`从严计至 ${moment(clock.strict)}`, `strictly ${moment(clock.strict)}`)
  if (clock.provisional) say('日历未公布，暂定', 'provisional: the calendar is not published')
  return { zh: said.map(({ zh }) => zh).join('，'), en: said.map(({ en }) => en).join(', ') }
}

/** What a clock is called and where it stands in the law: the instrument by its code and its name. */
export const ruleWords = (rules: Pick<Rules, 'instrument'>, row: NormalRow | undefined) => ({
  title: row?.title,
  law: row?.law,
  lawTitle: row && rules.instrument(row.law)?.name,
  article: row?.article,
  text: row?.text,
  confidence: row?.confidence,
})

/** A clock as it is shown: with the rule behind it and its sentence. */
export const clockShown = (rules: Rules, kind: string, clock: Clock, href: string) => {
  const row = rowOf(rules, kind, clock)
  return {
    ...clock,
    ...ruleWords(rules, row),
    explanation: {
      ...clockSentence(clock, row?.kind),
      href: `${href}/clocks/${clock.id}/explain${clock.key ? `?key=${encodeURIComponent(clock.key)}` : ''}`,
    },
  }
}
