import type { Language } from './language.js'

/** Days are civil days of Asia/Shanghai, instants ISO strings of that zone: both are read, never reckoned from this machine's clock. */
const WEEKDAYS: Record<Language, readonly string[]> = {
  zh: ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
}
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const numberOf = (day: string): number => Date.parse(`${day.slice(0, 10)}T00:00:00Z`) / 86_400_000

/** Days from one to another, negative when it lies before. */
export const daysBetween = (from: string, to: string): number => numberOf(to) - numberOf(from)

const weekday = (day: string, language: Language): string => WEEKDAYS[language][(((numberOf(day) + 4) % 7) + 7) % 7]!

const NEAR: Record<Language, Readonly<Record<number, string>>> = {
  zh: { 0: '今天', 1: '明天', [-1]: '昨天' },
  en: { 0: 'today', 1: 'tomorrow', [-1]: 'yesterday' },
}

const dated = (day: string, language: Language, year: boolean): string => {
  const [y, m, d] = day.slice(0, 10).split('-').map(Number) as [number, number, number]
  if (language === 'zh') return `${year ? `${y} 年 ` : ''}${m} 月 ${d} 日`
  return `${d} ${MONTHS[m - 1]}${year ? ` ${y}` : ''}`
}

/**
 * A day with its weekday; near days by their names, the year where it is another than that of `now`.
 * @param now the world's own instant or day; without it the year is always said
 */
export const sayDay = (day: string, language: Language, now?: string): string => {
  const near = now === undefined ? undefined : NEAR[language][daysBetween(now, day)]
  const date = dated(day, language, now?.slice(0, 4) !== day.slice(0, 4))
  const full = language === 'zh' ? `${date} ${weekday(day, language)}` : `${weekday(day, language)} ${date}`
  if (near === undefined) return full
  return language === 'zh' ? `${near}（${full}）` : `${near} (${full})`
}

/** An instant: the day, and the time of day where it tells one. */
export const sayInstant = (instant: string, language: Language, now?: string): string => {
  const time = instant.slice(11, 16)
  const day = sayDay(instant, language, now)
  return time ? `${day} ${time}` : day
}

const ISO = /(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?(?:\+08:00)?)?)?/g

/** A sentence with its dates as people read them. */
export const withDays = (text: string, language: Language, now?: string): string =>
  text.replace(ISO, (_all, day: string, time: string | undefined) => {
    const said = sayDay(day, language, now)
    return time ? `${said} ${time}` : said
  })
