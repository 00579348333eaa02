import { describe, expect, it } from '@jest/globals'
import { daysBetween, sayDay, sayInstant, withDays } from './dates.js'

const NOW = '2026-03-09T15:00:00.000+08:00'

describe('dates as people read them', () => {
  it('carry the weekday', () => {
    expect(sayDay('2026-03-17', 'zh', NOW)).toBe('3 月 17 日 星期二')
    expect(sayDay('2026-03-17', 'en', NOW)).toBe('Tue 17 Mar')
  })

  it('are today, tomorrow and yesterday where near', () => {
    expect(sayDay('2026-03-09', 'zh', NOW)).toBe('今天（3 月 9 日 星期一）')
    expect(sayDay('2026-03-10', 'zh', NOW)).toBe('明天（3 月 10 日 星期二）')
    expect(sayDay('2026-03-08', 'en', NOW)).toBe('yesterday (Sun 8 Mar)')
  })

  it('say the year where it is another one, or where nobody said what day it is', () => {
    expect(sayDay('2027-06-10', 'zh', NOW)).toBe('2027 年 6 月 10 日 星期四')
    expect(sayDay('2026-03-17', 'en')).toBe('Tue 17 Mar 2026')
  })

  it('of instants keep the time of day, of days have none', () => {
    expect(sayInstant('2026-03-07T16:00:00.000+08:00', 'zh', NOW)).toBe('3 月 7 日 星期六 16:00')
    expect(sayInstant('2026-03-07', 'zh', NOW)).toBe('3 月 7 日 星期六')
  })

  it('are counted across months', () => {
    expect(daysBetween('2026-02-27', NOW)).toBe(10)
    expect(daysBetween('2026-03-09', '2026-03-01')).toBe(-8)
  })

  it('stand in sentences with their weekdays too', () => {
    const said = '自 2026-03-10 起算，至 2026-03-17 16:00'
    expect(withDays(said, 'zh', NOW)).toBe('自 明天（3 月 10 日 星期二） 起算，至 3 月 17 日 星期二 16:00')
    expect(withDays('due 2027-06-10', 'en', NOW)).toBe('due Thu 10 Jun 2027')
  })
})
