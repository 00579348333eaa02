import {
  dayNumber,
  dayOf,
  toMs,
  weekday,
  workingDaysBetween,
  type Calendar,
  type Day,
  type Instant,
  type Title,
} from '#kernel'

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日']
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const NEAR: Readonly<Record<string, Title>> = {
  '-1': { zh: '昨天', en: 'yesterday' },
  '0': { zh: '今天', en: 'today' },
  '1': { zh: '明天', en: 'tomorrow' },
}

/** A day as people say it: near ones by name, others with their weekday, those of another year with the year. */
export const dayWords = (day: Day, today: Day): Title => {
  const near = NEAR[dayNumber(day) - dayNumber(today)]
  if (near) return near
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const other = day.slice(0, 4) !== today.slice(0, 4)
  const on = weekday(day) - 1
  return {
    zh: `${other ? `${year} 年 ` : ''}${month} 月 ${date} 日 星期${WEEKDAYS[on]}`,
    en: `${DAYS[on]} ${date} ${MONTHS[month - 1]}${other ? ` ${year}` : ''}`,
  }
}

/** The end of a day, or a moment. */
export const untilWords = (until: Day | Instant, now: Instant): Title => {
  const { zh, en } = dayWords(dayOf(until), dayOf(now))
  const hour = until.length === 10 ? '24:00' : until.slice(11, 16)
  return { zh: `${zh} ${hour}`, en: `${en} ${hour}` }
}

/** The first moment of the day on which something may be done. */
export const openingWords = (day: Day, now: Instant): Title => {
  const { zh, en } = dayWords(day, dayOf(now))
  return { zh: `${zh} 00:00`, en: `${en} 00:00` }
}

const ISO = /(\d{4}-\d{2}-\d{2})( \d{2}:\d{2})?/g

/** The dates in a sentence as people say them. */
export const withDayWords = ({ zh, en }: Title, now: Instant): Title => {
  const said = (language: keyof Title) => (_: string, day: Day, hour: string | undefined) =>
    dayWords(day, dayOf(now))[language] + (hour ?? '')
  return { zh: zh.replace(ISO, said('zh')), en: en.replace(ISO, said('en')) }
}

/** What is left of a period, or (`over`) by how much it is overdue, in the unit of the rule. */
export interface Left {
  n: number
  unit: 'MIN' | 'H' | 'WD' | 'CD'
  over: boolean
}

const HOUR_MS = 3_600_000

const hoursLeft = (due: Instant, now: Instant): Left => {
  const ms = toMs(due) - toMs(now)
  const over = ms < 0
  const whole = Math.floor(Math.abs(ms) / HOUR_MS)
  return whole > 0 ? { n: whole, unit: 'H', over } : { n: Math.floor(Math.abs(ms) / 60_000), unit: 'MIN', over }
}

export const leftOf = (due: Day | Instant, unit: string | undefined, now: Instant, calendar: Calendar): Left => {
  if (due.length > 10) return hoursLeft(due, now)
  const today = dayOf(now)
  const over = today > due
  const [from, to] = over ? [due, today] : [today, due]
  const working = unit === 'WD' ? workingDaysBetween(calendar, from, to) : 0
  // On the rest days after the last day no working day has passed yet, and it is overdue all the same.
  if (unit === 'WD' && !(over && working === 0)) return { n: working, unit: 'WD', over }
  return { n: dayNumber(to) - dayNumber(from), unit: 'CD', over }
}

const UNITS: Readonly<Record<Left['unit'], readonly [zh: string, one: string, many: string]>> = {
  MIN: ['分钟', 'minute', 'minutes'],
  H: ['小时', 'hour', 'hours'],
  WD: ['个工作日', 'working day', 'working days'],
  CD: ['天', 'day', 'days'],
}

export const leftWords = ({ n, unit, over }: Left): Title => {
  const [zh, one, many] = UNITS[unit]
  const amount: Title = { zh: `${n} ${zh}`, en: `${n} ${n === 1 ? one : many}` }
  if (over) return { zh: `已超期 ${amount.zh}`, en: `overdue by ${amount.en}` }
  if (n === 0 && unit !== 'MIN') return { zh: '最后一天', en: 'the last day' }
  return { zh: `还剩 ${amount.zh}`, en: `${amount.en} left` }
}
