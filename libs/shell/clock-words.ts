import type { NormalRow, Title } from '#kernel'
import type { Shown } from '#kernel/show'
import type { OwnClock } from '#policy'
import type { Rules } from '#rules'
import { rowOf } from './explain.js'

type Clock = Shown['clocks'][number] | OwnClock

const UNITS: Readonly<Record<string, Title>> = {
  H: { zh: '小时', en: 'hours' },
  CD: { zh: '日', en: 'calendar days' },
  WD: { zh: '个工作日', en: 'working days' },
  M: { zh: '个月', en: 'months' },
  Y: { zh: '年', en: 'years' },
}

const length = ({ length: span }: Clock): Title => {
  if ('until' in span) return { zh: `至 ${span.until}`, en: `until ${span.until}` }
  const unit = UNITS[span.unit]!
  return { zh: `${span.n}${unit.zh}`, en: `${span.n} ${unit.en}` }
}

/** One sentence: how long, from when, what was left out or added, until when. Day by day: `explain`. */
export const clockSentence = (clock: Clock): Title => {
  const long = length(clock)
  const zh = [`${long.zh}，自 ${clock.base} 起算（当日不计）`]
  const en = [`${long.en} from ${clock.base} (not counted)`]
  const say = (chinese: string, english: string) => void (zh.push(chinese), en.push(english))
  for (const [from, to] of clock.excluded)
    say(`扣除 ${from} 之后至 ${to}`, `without the days after ${from} up to ${to}`)
  if (clock.extensions.length) say(`延长 ${clock.extensions.length} 次`, `extended ${clock.extensions.length} times`)
  if (clock.pausedSince) say(`自 ${clock.pausedSince} 中止`, `paused since ${clock.pausedSince}`)
  if (clock.due) say(`截止 ${clock.due}`, `due ${clock.due}`)
  if (clock.strict && clock.strict !== clock.due) say(`从严计至 ${clock.strict}`, `strictly ${clock.strict}`)
  if (clock.provisional) say('日历未公布，暂定', 'provisional: the calendar is not published')
  return { zh: zh.join('，'), en: en.join(', ') }
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
  return {
    ...clock,
    ...ruleWords(rules, rowOf(rules, kind, clock)),
    explanation: {
      ...clockSentence(clock),
      href: `${href}/clocks/${clock.id}/explain${clock.key ? `?key=${encodeURIComponent(clock.key)}` : ''}`,
    },
  }
}
