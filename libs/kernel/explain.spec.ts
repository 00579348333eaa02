import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { CALENDAR_2025_2026 } from './calendar.sample.js'
import { calendarOf, type CountInput } from './days.js'
import { explain, explainClock } from './explain.js'
import { dayNumber, plusDays } from './instant.js'
import { reckon } from './ledger.js'
import { basis, CASE, facts, one, type Written } from './ledger.sample.js'

const names = { '2026-10-01': { zh: '国庆节', en: 'National Day' } }
const calendar = calendarOf({ ...CALENDAR_2025_2026, names })
const of = (input: Omit<CountInput, 'calendar'>) => explain({ ...input, calendar } as CountInput)
const rules = (input: Omit<CountInput, 'calendar'>) => of(input).days.map(({ day, n, rule }) => [day.slice(5), n, rule])

describe('an explanation', () => {
  it('names every day of a working-day period', () => {
    expect(of({ start: '2026-09-28', n: 5, unit: 'WD' } as never).days.slice(0, 5)).toEqual([
      {
        day: '2026-09-28',
        counted: false,
        rule: 'R-CAL-01',
        zh: '周一，起算之日，不计入',
        en: 'Monday: the day it starts, not counted',
      },
      {
        day: '2026-09-29',
        n: 1,
        counted: true,
        rule: 'R-CAL-02',
        zh: '周二，工作日，计入，第 1 个工作日',
        en: 'Tuesday: working day, counts as working day 1',
      },
      {
        day: '2026-09-30',
        n: 2,
        counted: true,
        rule: 'R-CAL-02',
        zh: '周三，工作日，计入，第 2 个工作日',
        en: 'Wednesday: working day, counts as working day 2',
      },
      {
        day: '2026-10-01',
        counted: false,
        rule: 'R-CAL-02',
        zh: '周四，国庆节放假，不计入',
        en: 'Thursday: holiday (National Day), not counted',
      },
      {
        day: '2026-10-02',
        counted: false,
        rule: 'R-CAL-02',
        zh: '周五，放假，不计入',
        en: 'Friday: holiday, not counted',
      },
    ])
    expect(of({ start: '2026-09-28', n: 5, unit: 'WD' } as never).days.at(-1)).toEqual({
      day: '2026-10-10',
      n: 5,
      counted: true,
      rule: 'R-CAL-04',
      zh: '周六，调休上班日，计入，第 5 个工作日；最后一日，调休上班，不顺延',
      en: 'Saturday: weekend day that is worked, counts as working day 5; last day; it is worked, so nothing rolls',
    })
  })

  it('shows the roll over Qingming', () => {
    expect(rules({ start: '2026-04-01', n: 3, unit: 'CD' } as never)).toEqual([
      ['04-01', undefined, 'R-CAL-01'],
      ['04-02', 1, 'R-CAL-01'],
      ['04-03', 2, 'R-CAL-01'],
      ['04-04', 3, 'R-CAL-01'],
      ['04-05', undefined, 'R-CAL-03'],
      ['04-06', undefined, 'R-CAL-03'],
      ['04-07', undefined, 'R-CAL-03'],
    ])
    expect(of({ start: '2026-04-01', n: 3, unit: 'CD' } as never).days.at(-1)!.zh).toBe(
      '周二，工作日，期限顺延；顺延后的最后一日',
    )
    expect(rules({ start: '2026-04-01', n: 3, unit: 'CD', rolls: false } as never).at(-1)).toEqual([
      '04-04',
      3,
      'R-CAL-11',
    ])
  })

  it('shows what a pause took out, and the day that a pause on the last day leaves', () => {
    const excluded = [['2026-06-03', '2026-06-05']] as const
    expect(rules({ start: '2026-06-01', n: 4, unit: 'WD', excluded } as never)).toEqual([
      ['06-01', undefined, 'R-CAL-01'],
      ['06-02', 1, 'R-CAL-02'],
      ['06-03', 2, 'R-CAL-02'],
      ['06-04', undefined, 'R-CAL-14'],
      ['06-05', undefined, 'R-CAL-14'],
      ['06-06', undefined, 'R-CAL-02'],
      ['06-07', undefined, 'R-CAL-02'],
      ['06-08', 3, 'R-CAL-02'],
      ['06-09', 4, 'R-CAL-02'],
    ])
    expect(rules({ start: '2026-06-01', n: 2, unit: 'CD', excluded } as never).slice(-4)).toEqual([
      ['06-05', undefined, 'R-CAL-14'],
      ['06-06', undefined, 'R-CAL-03'],
      ['06-07', undefined, 'R-CAL-03'],
      ['06-08', undefined, 'R-CAL-14'],
    ])
  })

  it('marks extensions, months, gates and days set beforehand', () => {
    const extended = of({ start: '2026-06-01', n: 1, unit: 'CD', extensions: [{ n: 1, unit: 'CD' }] } as never)
    expect(extended.days.map((one) => one.en)).toEqual([
      'Monday: the day it starts, not counted',
      'Tuesday: counts as day 1',
      'Wednesday: counts as day 2 (extension); last day of the period',
    ])
    const month = of({ start: '2026-01-31', n: 1, unit: 'M' } as never).days
    expect([month.length, month.at(-1)!.n, month.at(-1)!.rule]).toEqual([29, 28, 'R-CAL-04'])
    expect(month[1]!.zh).toBe('周日，按月计算期间的第 1 日')
    expect(of({ start: '2026-05-14', n: 1, unit: 'Y', kind: 'gate' } as never).days.at(-1)!.zh).toBe(
      '周五，按年计算期间的第 365 日；自当日零时起可以办理',
    )
    const set = of({ start: '2026-05-13', n: 1, unit: 'WD', extensions: [{ until: '2026-05-18' }] } as never)
    expect(set.days.map((one) => one.n)).toEqual([undefined, 1, 2, 3, 4, 5])
  })

  it('says when a cap ends the period', () => {
    const capped = of({ start: '2026-06-01', n: 9, unit: 'CD', cap: '2026-06-02' } as never)
    expect(capped.days.map((one) => one.zh)).toEqual(['周一，起算之日，不计入', '周二，计入，第 1 日；最迟至此日'])
  })

  it('counts back to the last day for a notice', () => {
    const days = of({ start: '2026-05-08', n: 7, unit: 'WD', kind: 'before' } as never).days
    expect([days[0]!.day, days[0]!.n, days.at(-1)!.day]).toEqual(['2026-04-24', 7, '2026-05-08'])
    expect(days[0]!.zh).toBe('周五，工作日，计入，第 7 个工作日；最迟在此日办理')
  })

  it('lets hours run on', () => {
    expect(of({ start: '2026-03-06T16:00:00.000+08:00', n: 24, unit: 'H' } as never).days.map((one) => one.zh)).toEqual(
      ['周五，工作日，按小时连续计算', '周六，休息日，按小时连续计算；至 2026-03-07 16:00 届满'],
    )
  })

  it('says where the calendar is not known', () => {
    const days = of({ start: '2026-12-31', n: 1, unit: 'WD' } as never).days
    expect(days.map(({ rule, zh }) => [rule, zh])).toEqual([
      ['R-CAL-01', '周四，起算之日，不计入'],
      ['R-CAL-17', '周五，法定节假日（暂定），不计入'],
      ['R-CAL-02', '周六，休息日，不计入'],
      ['R-CAL-02', '周日，休息日，不计入'],
      ['R-CAL-02', '周一，工作日，计入，第 1 个工作日；期限最后一日'],
    ])
  })

  it('leaves the middle of an endless list out', () => {
    const endless = of({ start: '2026-01-01', until: '9999-12-31' } as never)
    expect(endless.days.length + endless.omitted!).toBe(dayNumber('9999-12-31') - dayNumber('2026-01-01') + 1)
  })

  it('explains a reckoned clock, a paused one up to the day it stands still', () => {
    const filed: Written[] = [
      ['2026-03-02', 'CaseFiled'],
      ['2026-03-07', 'CriminalTransferEntered'],
    ]
    const paused = explainClock(one(CASE, ...filed), CASE, basis)
    expect([paused.due, paused.days.at(-1)!.day, paused.days.at(-1)!.n]).toEqual([undefined, '2026-03-07', 5])
    const [clock] = reckon(CASE, facts(...filed, ['2026-03-20', 'CriminalTransferLeft']), basis)
    const explained = explainClock(clock!, CASE, basis)
    expect([explained.due, explained.days.at(-1)!.day]).toEqual([clock!.due, clock!.due])
    expect(explained.days.filter((day) => day.counted)).toHaveLength(90)
  })
})

describe('every explanation', () => {
  const day = fc.integer({ min: 0, max: 700 }).map((n) => plusDays('2025-01-01', n))
  const span = fc.tuple(day, fc.integer({ min: 1, max: 20 })).map(([from, n]) => [from, plusDays(from, n)] as const)
  const input = fc.record({
    start: day,
    n: fc.integer({ min: 1, max: 60 }),
    unit: fc.constantFrom('CD' as const, 'WD' as const),
    kind: fc.constantFrom('period' as const, 'gate' as const, 'before' as const),
    rolls: fc.boolean(),
    excluded: fc.array(span, { maxLength: 3 }),
  })

  it('lists each day once, numbers the counted ones, and ends on the due day', () => {
    fc.assert(
      fc.property(input, (asked) => {
        const { days, due } = explain({ ...asked, calendar })
        const [first, last] = asked.kind === 'before' ? [due, asked.start] : [asked.start, due]
        const all = Array.from({ length: dayNumber(last) - dayNumber(first) + 1 }, (_, i) => plusDays(first, i))
        expect(days.map((one) => one.day)).toEqual(all)
        const numbers = days.flatMap((one) => one.n ?? [])
        const wanted = Array.from({ length: asked.n }, (_, i) => i + 1)
        expect(numbers).toEqual(asked.kind === 'before' ? wanted.reverse() : wanted)
        expect(days.every((one) => one.counted === (one.n !== undefined))).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})
