import { describe, expect, it } from '@jest/globals'
import { calendarOf } from '#kernel'
import { dayWords, leftOf, leftWords, untilWords, withDayWords } from './time-words.js'

const calendar = calendarOf({
  from: '2026-01-01',
  to: '2026-12-31',
  off: ['2026-10-01', '2026-10-02'],
  work: ['2026-10-10'],
})
const NOW = '2026-09-30T09:00:00.000+08:00'

describe('days as people say them', () => {
  it.each([
    ['2026-09-29', '昨天', 'yesterday'],
    ['2026-09-30', '今天', 'today'],
    ['2026-10-01', '明天', 'tomorrow'],
    ['2026-10-10', '10 月 10 日 星期六', 'Sat 10 Oct'],
    ['2027-01-04', '2027 年 1 月 4 日 星期一', 'Mon 4 Jan 2027'],
  ])('%s', (day, zh, en) => expect(dayWords(day, '2026-09-30')).toEqual({ zh, en }))

  it('a day ends at 24:00, a moment at its own hour', () => {
    expect(untilWords('2026-10-09', NOW)).toEqual({ zh: '10 月 9 日 星期五 24:00', en: 'Fri 9 Oct 24:00' })
    expect(untilWords('2026-10-01T16:30:00.000+08:00', NOW)).toEqual({ zh: '明天 16:30', en: 'tomorrow 16:30' })
  })

  it('within a sentence', () =>
    expect(withDayWords({ zh: '至 2026-10-01 16:00：移送', en: 'until 2026-10-09' }, NOW)).toEqual({
      zh: '至 明天 16:00：移送',
      en: 'until Fri 9 Oct',
    }))
})

describe('what is left', () => {
  it.each<[string, string | undefined, string, string]>([
    // 10-01, 10-02 off, 10-03 and 10-04 a weekend, 10-10 worked
    ['2026-10-10', 'WD', '还剩 6 个工作日', '6 working days left'],
    ['2026-10-10', 'CD', '还剩 10 天', '10 days left'],
    ['2026-10-01', 'M', '还剩 1 天', '1 day left'],
    ['2026-09-30', 'WD', '最后一天', 'the last day'],
    ['2026-09-29', 'CD', '已超期 1 天', 'overdue by 1 day'],
    ['2026-09-28', 'WD', '已超期 2 个工作日', 'overdue by 2 working days'],
    ['2026-09-30T12:30:00.000+08:00', 'H', '还剩 3 小时', '3 hours left'],
    ['2026-09-30T09:30:00.000+08:00', 'H', '还剩 30 分钟', '30 minutes left'],
    ['2026-09-30T07:00:00.000+08:00', 'H', '已超期 2 小时', 'overdue by 2 hours'],
  ])('until %s in %s', (due, unit, zh, en) => expect(leftWords(leftOf(due, unit, NOW, calendar))).toEqual({ zh, en }))
})
