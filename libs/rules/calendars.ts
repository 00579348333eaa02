import type { CalendarData } from '#kernel'
import { type Day, dayNumber, plusDays, type Title, weekday } from '#kernel'
import type { Fault, Parsed } from './faults.js'
import type { CalendarFile } from './schemas.js'

interface Year {
  readonly parsed: Parsed
  readonly file: CalendarFile
}

const daysOf = ({ from, to }: { from: Day; to: Day }): Day[] =>
  Array.from({ length: Math.max(0, dayNumber(to) - dayNumber(from) + 1) }, (_, i) => plusDays(from, i))

const isWeekend = (day: Day): boolean => weekday(day) > 5
const first = (year: number): Day => `${year}-01-01`
const last = (year: number): Day => `${year}-12-31`

/** Working days by month, as the file lists them. */
const countMonths = ({ year, holidays, work }: CalendarFile): number[] => {
  const off = new Set(holidays.flatMap(daysOf))
  const on = new Set(work)
  const months = Array<number>(12).fill(0)
  for (const day of daysOf({ from: first(year), to: last(year) }))
    if (on.has(day) || (!isWeekend(day) && !off.has(day))) months[+day.slice(5, 7) - 1]! += 1
  return months
}

const wrongWork = ({ parsed, file }: Year): Fault[] => {
  const off = new Set(file.holidays.flatMap(daysOf))
  return file.work.flatMap((day, i) => {
    const at = ['work', i]
    if (!day.startsWith(`${file.year}-`))
      return [parsed.fault(at, `${day} 不在 ${file.year} 年`, `${day} is not in ${file.year}`)]
    if (!isWeekend(day))
      return [
        parsed.fault(
          at,
          `${day} 是周一至周五，不是调休上班日，请删除`,
          `${day} is a weekday, no adjusted workday: remove it`,
        ),
      ]
    return off.has(day)
      ? [parsed.fault(at, `${day} 同时列为放假与上班，请删除其一`, `${day} is listed as off and as worked: remove one`)]
      : []
  })
}

const wrongHolidays = ({ parsed, file }: Year): Fault[] => {
  const seen = new Set<Day>()
  return file.holidays.flatMap((holiday, i) => {
    const days = daysOf(holiday)
    const twice = days.find((day) => seen.has(day))
    days.forEach((day) => seen.add(day))
    const at = ['holidays', i]
    if (days.length === 0) return [parsed.fault(at, '起日晚于止日', 'it begins after it ends')]
    if (holiday.from < first(file.year) || holiday.to > last(file.year))
      return [
        parsed.fault(
          at,
          `假期不在 ${file.year} 年，请写入该年的文件`,
          `not in ${file.year}: write it into the file of its year`,
        ),
      ]
    return twice ? [parsed.fault(at, `${twice} 属于两个假期`, `${twice} is in two holidays`)] : []
  })
}

/** A working Sunday that was forgotten shows in the number of working days. */
const wrongCount = ({ parsed, file }: Year): Fault[] => {
  const months = countMonths(file)
  const total = months.reduce((sum, n) => sum + n, 0)
  const month = file.months?.findIndex((n, i) => n !== months[i]) ?? -1
  if (month >= 0) {
    const [name, is, should] = [
      `${file.year}-${String(month + 1).padStart(2, '0')}`,
      months[month]!,
      file.months![month]!,
    ]
    return [
      parsed.fault(
        ['work'],
        `${name} 列出的工作日为 ${is} 天，应为 ${should} 天：${is < should ? '请在 work 中补列调休上班的周末' : '请核对 holidays 与 work'}`,
        `${name} has ${is} working days as listed, ${should} as stated: ${is < should ? 'list the working weekend day under work' : 'check holidays and work'}`,
      ),
    ]
  }
  return total === file.workingDays
    ? []
    : [
        parsed.fault(
          ['workingDays'],
          `列出的工作日为 ${total} 天，应为 ${file.workingDays} 天：请核对 work 与 holidays`,
          `${total} working days as listed, ${file.workingDays} as stated: check work and holidays`,
        ),
      ]
}

const wrongPlace = ({ parsed, file }: Year): Fault[] =>
  parsed.file.endsWith(`/${file.year}.yaml`)
    ? []
    : [parsed.fault(['year'], `文件名应为 ${file.year}.yaml`, `the file is to be named ${file.year}.yaml`)]

const gaps = (years: readonly Year[]): Fault[] =>
  years.slice(1).flatMap(({ parsed, file }, i) => {
    const before = years[i]!.file.year
    return file.year === before + 1
      ? []
      : [parsed.fault(['year'], `缺少 ${before + 1} 年的日历`, `the calendar of ${before + 1} is missing`)]
  })

/** What is wrong with the calendars. */
export const calendarFaults = (years: readonly Year[]): Fault[] => [
  ...years.flatMap((year) => {
    const listed = [...wrongPlace(year), ...wrongHolidays(year), ...wrongWork(year)]
    return listed.length > 0 ? listed : wrongCount(year)
  }),
  ...gaps(years),
]

/** One calendar over all years. */
export const calendarData = (files: readonly CalendarFile[]): CalendarData => {
  const names: Record<Day, Title> = {}
  for (const { holidays } of files) for (const one of holidays) for (const day of daysOf(one)) names[day] = one.title
  return {
    from: first(files[0]!.year),
    to: last(files.at(-1)!.year),
    off: files.flatMap(({ holidays }) => holidays.flatMap(daysOf)),
    work: files.flatMap(({ work }) => work),
    names,
  }
}
