import { weekday, type Clock } from '#kernel'

/** Words and dates of the report. */

export const escape = (text: unknown): string =>
  String(text ?? '').replace(
    /[&<>"']/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[sign]!,
  )

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日']

const shortDay = (day: string): string => {
  const [, month, date] = day.split('-').map(Number)
  return `${month}月${date}日`
}

/** 2026年3月 */
export const monthText = (moment: string): string => {
  const [year, month] = moment.split('-').map(Number)
  return `${year}年${month}月`
}

/** 3月7日 周六 16:00; with the year where it is not the one of the page. */
export const dateText = (moment: string, year?: string): string => {
  const day = moment.slice(0, 10)
  const at = moment.length > 10 ? moment.slice(11, 16) : '00:00'
  const before = moment.slice(0, 4) === year ? '' : `${Number(day.slice(0, 4))}年`
  return `${before}${shortDay(day)} 周${WEEKDAYS[weekday(day) - 1]}${at === '00:00' ? '' : ` ${at}`}`
}

/** 4月25日–26日 */
export const daysText = (from: string, to: string, year?: string): string => {
  if (from === to) return dateText(from, year)
  const end = from.slice(0, 7) === to.slice(0, 7) ? `${Number(to.slice(8))}日` : shortDay(to)
  const years = from.slice(0, 4) === year ? '' : `${from.slice(0, 4)}年`
  return `${years}${shortDay(from)}–${from.slice(0, 4) === to.slice(0, 4) ? '' : `${to.slice(0, 4)}年`}${end}`
}

export const CLOCK_STATES: Readonly<Record<Clock['state'], string>> = {
  running: '进行中',
  paused: '中止',
  open: '已可办理',
  satisfied: '已办结',
  lapsed: '届满',
  breached: '超期',
  cancelled: '不再计算',
}

const UNITS: Readonly<Record<string, string>> = { H: '小时', CD: '日', WD: '个工作日', M: '个月', Y: '年' }
export const spanText = ({ n, unit }: { n: number; unit: string }): string => `${n}${UNITS[unit] ?? unit}`

const isMoment = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value)

/** A value as a reader sees it: dates in words, lists with 、, nothing as —. */
export const valueText = (value: unknown, year?: string): string => {
  if (value === null || value === undefined || value === '') return '—'
  if (isMoment(value)) return dateText(value, year)
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (Array.isArray(value)) return value.length ? value.map((one) => valueText(one, year)).join('、') : '无'
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([key, one]) => `${key} ${valueText(one, year)}`)
      .join('，')
  return String(value)
}
