import { describe, expect, it } from '@jest/globals'
import type { Shown } from '#kernel/show'
import { clockSentence } from './clock-words.js'
import { leftOf, leftWords } from './time-words.js'
import { CALENDAR_2025_2026 } from '#kernel/calendar.sample'
import { calendarOf } from '#kernel'

type Clock = Shown['clocks'][number]
const clock = (more: object): Clock =>
  ({ excluded: [], extensions: [], provisional: false, ...more }) as unknown as Clock

/** Rulebook 9 and 11.0, in words. */
describe('the sentence of a clock', () => {
  it('says of days that the first is not counted (R-CAL-01)', () => {
    expect(
      clockSentence(
        clock({ length: { n: 3, unit: 'CD' }, base: '2026-04-02', due: '2026-04-07', strict: '2026-04-05' }),
      ).zh,
    ).toBe('3日，自 2026-04-02 起算（当日不计），截止 2026-04-07，从严计至 2026-04-05')
  })

  it('lets hours run from their moment (R-CAL-10)', () => {
    const hours = {
      length: { n: 24, unit: 'H' },
      base: '2026-03-06T16:00:00.000+08:00',
      due: '2026-03-07T16:00:00.000+08:00',
    }
    expect(clockSentence(clock(hours))).toEqual({
      zh: '24小时，自 2026-03-06 16:00 起连续计算，截止 2026-03-07 16:00',
      en: '24 hours from 2026-03-06 16:00 without a break, due 2026-03-07 16:00',
    })
  })

  it('counts back to the last day for a notice (R-CAL-13)', () => {
    const notice = clock({ length: { n: 7, unit: 'WD' }, base: '2026-07-20', due: '2026-07-09' })
    expect(clockSentence(notice, 'before')).toEqual({
      zh: '2026-07-20 之前 7个工作日（自前一日向前数），最迟 2026-07-09',
      en: '7 working days before 2026-07-20 (counted back from the day before), at the latest 2026-07-09',
    })
  })

  it('opens a gate at the first moment of its day (11.0)', () => {
    const gate = clock({ length: { n: 1, unit: 'Y' }, base: '2026-06-10', due: '2027-06-10', provisional: true })
    expect(clockSentence(gate, 'gate')).toEqual({
      zh: '1年，自 2026-06-10 起算（当日不计），2027-06-10 00:00 起可以办理，日历未公布，暂定',
      en: '1 year from 2026-06-10 (not counted), may be taken from 2027-06-10 00:00, provisional: the calendar is not published',
    })
  })
})

describe('what is overdue', () => {
  const calendar = calendarOf(CALENDAR_2025_2026)
  const said = (due: string, now: string) => leftWords(leftOf(due, 'WD', now, calendar)).zh

  it('is so from the first day after its last, a rest day too', () => {
    expect(said('2026-06-18', '2026-06-18T23:59:00.000+08:00')).toBe('最后一天')
    expect(said('2026-06-18', '2026-06-19T09:00:00.000+08:00')).toBe('已超期 1 天')
    expect(said('2026-06-18', '2026-06-22T09:00:00.000+08:00')).toBe('已超期 1 个工作日')
  })
})
