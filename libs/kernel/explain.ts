import type { NormalRow } from './clock-row.js'
import { type Calendar, count, type Counted, type CountInput, isWorking, type Span } from './days.js'
import { type Day, dayNumber, dayOf, type Instant, plusDays, weekday } from './instant.js'
import type { Clock } from './reckon.js'
import { rollsUnder, type Basis } from './runs.js'

/** One day between start and end with the rule that counted or skipped it. */
export interface ExplainedDay {
  readonly day: Day
  /** Its number in the period; absent on days that are not counted. */
  readonly n?: number
  readonly counted: boolean
  /** Rule of the rulebook. */
  readonly rule: string
  readonly zh: string
  readonly en: string
}

export interface Explanation extends Counted {
  readonly days: readonly ExplainedDay[]
  /** How many days in the middle are left out of a list of more than `LONGEST`. */
  readonly omitted?: number
}

/** Days that an explanation lists at most; the longest period of the catalogue has 1,096. */
export const LONGEST = 4000

type Words = Pick<ExplainedDay, 'rule' | 'zh' | 'en'>
type Reason = Words & { readonly counted: boolean }

const ZH_DAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日']
const EN_DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

const said = (day: Day, reason: Reason, n?: number): ExplainedDay => ({
  day,
  ...(n !== undefined && { n }),
  counted: reason.counted,
  rule: reason.rule,
  zh: `${ZH_DAYS[weekday(day) - 1]}，${reason.zh}`,
  en: `${EN_DAYS[weekday(day) - 1]}: ${reason.en}`,
})

const known = ({ data }: Calendar, day: Day): boolean => day >= data.from && day <= data.to
const isWeekend = (day: Day): boolean => weekday(day) > 5

/** What kind of day it is, apart from any period. */
const nature = (calendar: Calendar, day: Day): Words => {
  const name = calendar.data.names?.[day]
  if (isWorking(calendar, day))
    return isWeekend(day)
      ? { rule: 'R-CAL-02', zh: '调休上班日', en: 'weekend day that is worked' }
      : { rule: 'R-CAL-02', zh: '工作日', en: 'working day' }
  if (!known(calendar, day) && !isWeekend(day))
    return { rule: 'R-CAL-17', zh: '法定节假日（暂定）', en: 'statutory holiday (provisional)' }
  if (calendar.off.has(day))
    return name
      ? { rule: 'R-CAL-02', zh: `${name.zh}放假`, en: `holiday (${name.en})` }
      : { rule: 'R-CAL-02', zh: '放假', en: 'holiday' }
  return { rule: 'R-CAL-02', zh: '休息日', en: 'rest day' }
}

const spanOver = (excluded: CountInput['excluded'], day: Day) =>
  excluded?.find(([from, to]) => dayOf(from) < day && day <= dayOf(to))

const isDayOut = (day: Day, [from, to]: readonly [string, string]): Reason => ({
  counted: false,
  rule: 'R-CAL-14',
  zh: `扣除期间（${dayOf(from)} 次日起至 ${dayOf(to)}），不计入`,
  en: `in the excluded span after ${dayOf(from)} up to ${dayOf(to)}, not counted`,
})

/** One stretch of the period: the length itself, or an extension. */
interface Stretch {
  readonly span: Span
  /** Its last day, before any roll. */
  readonly end: Day
  readonly extension: boolean
}

const stretchesOf = (input: CountInput): Stretch[] => {
  const extensions = input.extensions ?? []
  return [input as Span, ...extensions].map((span, i) => ({
    span,
    end: dayOf(count({ ...input, kind: 'gate', cap: undefined, extensions: extensions.slice(0, i) }).strict),
    extension: i > 0,
  }))
}

const inStretch = ({ span, extension }: Stretch, n: number): Words => {
  const [zh, en] = extension ? ['（延长期内）', ' (extension)'] : ['', '']
  if ('until' in span)
    return {
      rule: 'R-CAL-01',
      zh: `在定至 ${dayOf(span.until)} 的期限内${zh}`,
      en: `within the period set to ${dayOf(span.until)}${en}`,
    }
  if (span.unit === 'M' || span.unit === 'Y')
    return {
      rule: 'R-CAL-05',
      zh: `按${span.unit === 'M' ? '月' : '年'}计算期间的第 ${n} 日${zh}`,
      en: `day ${n} of the period of ${span.unit === 'M' ? 'months' : 'years'}${en}`,
    }
  return { rule: 'R-CAL-01', zh: `计入，第 ${n} 日${zh}`, en: `counts as day ${n}${en}` }
}

/** A day of the period proper; `n` is its number should it count. */
const within = (input: CountInput, stretch: Stretch, day: Day, n: number): Reason => {
  const out = spanOver(input.excluded, day)
  if (out && !('until' in stretch.span)) return isDayOut(day, out)
  if ('until' in stretch.span || stretch.span.unit !== 'WD') return { counted: true, ...inStretch(stretch, n) }
  const { rule, zh, en } = nature(input.calendar, day)
  if (!isWorking(input.calendar, day)) return { counted: false, rule, zh: `${zh}，不计入`, en: `${en}, not counted` }
  const [more, also] = stretch.extension ? ['（延长期内）', ' (extension)'] : ['', '']
  return {
    counted: true,
    rule,
    zh: `${zh}，计入，第 ${n} 个工作日${more}`,
    en: `${en}, counts as working day ${n}${also}`,
  }
}

/** A day after the last counted one: the period waits for a working day, or for a pause to end. */
const rolling = (input: CountInput, day: Day): Reason => {
  const out = spanOver(input.excluded, day)
  if (out) return isDayOut(day, out)
  const { zh, en } = nature(input.calendar, day)
  return { counted: false, rule: 'R-CAL-03', zh: `${zh}，期限顺延`, en: `${en}, the period rolls on` }
}

const LAST: Words = { rule: 'R-CAL-01', zh: '期限最后一日', en: 'last day of the period' }

/** Why the period ends on this day; `end` is where counting alone ended. */
const lastWords = (input: CountInput, end: Day, due: Day): Words => {
  if (input.kind === 'gate')
    return { rule: 'R-CAL-01', zh: '自当日零时起可以办理', en: 'from 00:00 of this day it may be done' }
  if (due < end) return { rule: 'R-CAL-01', zh: '最迟至此日', en: 'the period ends here at the latest' }
  if (due > end && input.excluded?.some(([from, to]) => dayOf(from) < due && dayOf(to) > end))
    return {
      rule: 'R-CAL-14',
      zh: '暂停跨过最后一日，结束后留此一日为最后一日',
      en: 'last day: the pause was open on the last day, which leaves one more',
    }
  if (due > end) return { ...LAST, rule: 'R-CAL-03', zh: '顺延后的最后一日', en: 'last day after the roll' }
  if (!isWorking(input.calendar, due))
    return { rule: 'R-CAL-11', zh: '最后一日，不顺延', en: 'last day, which does not roll' }
  if (isWeekend(due))
    return { rule: 'R-CAL-04', zh: '最后一日，调休上班，不顺延', en: 'last day; it is worked, so nothing rolls' }
  return LAST
}

/** The last day says both how it was counted and why the period ends there. */
const closing = (one: ExplainedDay, words: Words): ExplainedDay => ({
  ...one,
  rule: words === LAST ? one.rule : words.rule,
  zh: `${one.zh}；${words.zh}`,
  en: `${one.en}; ${words.en}`,
})

const START: Reason = {
  counted: false,
  rule: 'R-CAL-01',
  zh: '起算之日，不计入',
  en: 'the day it starts, not counted',
}

/** Days up to the last one counted, then up to the one the period ends on. */
const forward = (input: CountInput, counted: Counted): ExplainedDay[] => {
  const stretches = stretchesOf(input)
  const end = stretches.at(-1)!.end
  const [start, due] = [dayOf(input.start), dayOf(counted.due)]
  const days = [said(start, START)]
  let n = 0
  for (let day = plusDays(start, 1); day <= due && days.length <= LONGEST; day = plusDays(day, 1)) {
    const stretch = stretches.find((one) => day <= one.end)
    const reason = stretch ? within(input, stretch, day, n + 1) : rolling(input, day)
    const counts = stretch !== undefined && reason.counted
    days.push(said(day, reason, counts ? ++n : undefined))
  }
  return closeAt(days, due, lastWords(input, end, due))
}

const closeAt = (days: ExplainedDay[], due: Day, words: Words): ExplainedDay[] =>
  days.map((one) => (one.day === due && days.length > 1 ? closing(one, words) : one))

/** From the last day for the act up to the day that is counted back from. */
const backward = (input: CountInput, counted: Counted): ExplainedDay[] => {
  const [start, due] = [dayOf(input.start), dayOf(counted.due)]
  const days: ExplainedDay[] = [
    said(start, {
      counted: false,
      rule: 'R-CAL-13',
      zh: '由此日向前倒算，此日不计入',
      en: 'counted back from here, not counted',
    }),
  ]
  const stretch: Stretch = { span: input, end: due, extension: false }
  let n = 0
  for (let day = plusDays(start, -1); day >= due && days.length <= LONGEST; day = plusDays(day, -1)) {
    const reason = within(input, stretch, day, n + 1)
    days.push(said(day, reason, reason.counted ? ++n : undefined))
  }
  const words: Words = { rule: 'R-CAL-13', zh: '最迟在此日办理', en: 'the act must be done on this day or before' }
  return closeAt(days, due, words).reverse()
}

const clockTime = (at: Instant): string => `${at.slice(0, 10)} ${at.slice(11, 16)}`

/** Hours run through everything; a line per day says so. */
const hourly = (input: CountInput, counted: Counted): ExplainedDay[] => {
  const [first, last] = [dayOf(input.start), dayOf(counted.due)]
  const days: ExplainedDay[] = []
  for (let day = first; day <= last && days.length <= LONGEST; day = plusDays(day, 1)) {
    const { zh, en } = nature(input.calendar, day)
    days.push(said(day, { counted: true, rule: 'roll.hours', zh: `${zh}，按小时连续计算`, en: `${en}, hours run on` }))
  }
  const due = clockTime(counted.due)
  return closeAt(days, last, { rule: 'roll.hours', zh: `至 ${due} 届满`, en: `ends at ${due}` })
}

/** When a period ends, and every day from start to end with the rule that counted or skipped it, in Chinese and English. */
export const explain = (input: CountInput): Explanation => {
  const counted = count(input)
  const hours = 'unit' in input && input.unit === 'H'
  const days = hours
    ? hourly(input, counted)
    : input.kind === 'before'
      ? backward(input, counted)
      : forward(input, counted)
  const omitted = Math.abs(dayNumber(dayOf(counted.due)) - dayNumber(dayOf(input.start))) + 1 - days.length
  return { ...counted, days, ...(omitted > 0 && { omitted }) }
}

/** The dates of a reckoned clock with its days; a paused one is explained up to the day it stands still. */
export const explainClock = (
  clock: Clock,
  row: NormalRow,
  basis: Basis,
): Partial<Counted> & Pick<Explanation, 'days' | 'omitted'> => {
  const { due, strict, lastSafeDay, provisional, pausedSince } = clock
  const explained = explain(inputOf(clock, row, basis))
  if (pausedSince === undefined)
    return { due, strict, lastSafeDay, provisional, days: explained.days, omitted: explained.omitted }
  return { provisional, days: explained.days.filter((one) => one.day <= dayOf(pausedSince)) }
}

const inputOf = (clock: Clock, row: NormalRow, basis: Basis): CountInput => ({
  ...clock.length,
  start: clock.base,
  calendar: basis.calendar,
  kind: row.kind,
  rolls: rollsUnder(row, basis.switches),
  excluded: clock.excluded,
  extensions: clock.extensions.map((one) => one.add),
  cap: clock.cap,
})
