import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { subject as contract } from '#contracts'
import type { Actor, EventOf } from '#kernel'
import { at, specOf } from '#kernel/spec'
import { sampleRules } from '../city.sample.js'
import { newsIn, NOTHING, rootsOf, withNews } from './holdings.js'
import { subject } from './state.js'
import { subjectSteps } from './steps.js'
import { joinSubjects } from './steps/join-subjects.js'
import { noteAmount } from './steps/note-amount.js'
import { noteMatter } from './steps/note-matter.js'
import { noteRepeat } from './steps/note-repeat.js'
import { restoreAmount } from './steps/restore-amount.js'
import { settleAmount } from './steps/settle-amount.js'

const spec = specOf({ record: subject, steps: subjectSteps }, sampleRules())
const SYSTEM: Actor = { agency: 'SYSTEM', office: 'system', person: 'SYSTEM' }

const KEY = 'uscc:91411003MA9FK20288'
const SHOP = 'shop:s1'
const NAME = '某电力器材公司（虚构）'
const id = (letter: string) => letter.repeat(26)
const LEAD: contract.Matter = { id: id('a'), kind: 'intake/lead', agency: 'SAMR-411002' }
const CASE: contract.Matter = { id: id('b'), kind: 'intake/administrative-case', agency: 'SAMR-411003' }
const whose = { key: KEY, name: NAME, keys: [KEY] }

const amount = (matter: contract.Matter, yuan: number, more: Partial<contract.Amount> = {}): contract.Amount => ({
  matter,
  at: '2026-03-04T09:00:00.000+08:00',
  ip: 'trademark',
  offences: ['counterfeit_mark_goods'],
  actDate: '2026-03-02',
  metrics: { illegal_business: yuan * 100 },
  flags: [],
  ...more,
})
const noted = (matter: contract.Matter, ...replaces: string[]): contract.Noted => ({
  matter,
  at: '2026-03-02T09:00:00.000+08:00',
  replaces,
})

type Step = Parameters<ReturnType<typeof spec.given>['when']>[0]
type Told = readonly { type: string; data: unknown }[]

/** Inputs in turn on one ledger; what the last one gave. */
const ledger = (...inputs: readonly [Step, Record<string, unknown>][]): Told => {
  let events: Told = []
  const past: ReturnType<typeof at>[] = []
  for (const [step, input] of inputs) {
    events = spec
      .given(...past)
      .when(step, { by: SYSTEM, at: '2026-03-05', input: { ...whose, ...input } })
      .told().events
    if (events.length) past.push(at('2026-03-05', ...(events as EventOf[])))
  }
  return events
}

const reached = (told: Told) => told.filter(({ type }) => type === 'AccumulationReached').map(({ data }) => data)
const types = (told: Told) => told.map(({ type }) => type)

describe('amounts of one subject add up over agencies (R-XFR-07)', () => {
  it('reach together what none reaches alone, the number included', () => {
    expect(
      reached(ledger([noteAmount, { amount: amount(LEAD, 25_000) }], [noteAmount, { amount: amount(CASE, 25_000) }])),
    ).toEqual([
      {
        rule: 'T213G-1b',
        ruleSet: 'FS5',
        offence: 'counterfeit_mark_goods',
        tier: 'serious',
        ip: 'trademark',
        metrics: { illegal_business: 5_000_000 },
        flags: [],
        amounts: [amount(LEAD, 25_000), amount(CASE, 25_000)],
        matters: [LEAD, CASE],
      },
    ])
  })

  it('stay below by one yuan', () => {
    expect(
      types(ledger([noteAmount, { amount: amount(LEAD, 25_000) }], [noteAmount, { amount: amount(CASE, 24_999) }])),
    ).toEqual(['AmountNoted'])
  })

  it('concern a small matter beside one that is enough alone', () => {
    const told = ledger([noteAmount, { amount: amount(LEAD, 60_000) }], [noteAmount, { amount: amount(CASE, 1_000) }])
    expect(reached(told)).toEqual([expect.objectContaining({ tier: 'serious', matters: [LEAD, CASE] })])
  })

  it('say nothing new where each is enough alone, unless the graver tier is reached', () => {
    const two = (yuan: number) =>
      ledger([noteAmount, { amount: amount(LEAD, yuan) }], [noteAmount, { amount: amount(CASE, yuan) }])
    expect(types(two(60_000))).toEqual(['AmountNoted'])
    expect(reached(two(250_000))).toEqual([expect.objectContaining({ rule: 'T213G-X2', tier: 'specially_serious' })])
  })

  it('name only matters of the offence', () => {
    const copy: contract.Matter = { id: id('2'), kind: 'intake/lead', agency: 'SAMR-411081' }
    const pirated = amount(copy, 0, { ip: 'copyright', offences: ['copyright'], metrics: { copies: 10 } })
    const told = ledger(
      [noteAmount, { amount: pirated }],
      [noteAmount, { amount: amount(LEAD, 30_000) }],
      [noteAmount, { amount: amount(CASE, 30_000) }],
    )
    expect(reached(told)).toEqual([
      expect.objectContaining({ matters: [LEAD, CASE], metrics: { illegal_business: 6_000_000 } }),
    ])
  })

  it('say nothing of one matter alone', () => {
    expect(types(ledger([noteAmount, { amount: amount(LEAD, 90_000) }]))).toEqual(['KeysNoted', 'AmountNoted'])
  })

  it('say it once', () => {
    const first = [
      [noteAmount, { amount: amount(LEAD, 30_000) }],
      [noteAmount, { amount: amount(CASE, 30_000) }],
    ] as const
    const later = amount(CASE, 31_000, { at: '2026-03-05T09:00:00.000+08:00' })
    expect(
      types(
        ledger(...first.map((one) => [...one] as [Step, Record<string, unknown>]), [noteAmount, { amount: later }]),
      ),
    ).toEqual(['AmountNoted'])
  })

  it('say it again for a graver tier and for another offence', () => {
    const first: [Step, Record<string, unknown>][] = [
      [noteAmount, { amount: amount(LEAD, 30_000) }],
      [noteAmount, { amount: amount(CASE, 30_000) }],
    ]
    const later = { at: '2026-03-05T09:00:00.000+08:00' }
    expect(reached(ledger(...first, [noteAmount, { amount: amount(CASE, 600_000, later) }]))).toEqual([
      expect.objectContaining({ tier: 'specially_serious' }),
    ])
    const copies = (of: contract.Matter) =>
      amount(of, 0, { ...later, ip: 'copyright', offences: ['copyright'], metrics: { copies: 300 } })
    const told = ledger(...first, [noteAmount, { amount: copies(LEAD) }], [noteAmount, { amount: copies(CASE) }])
    expect(reached(told)).toEqual([expect.objectContaining({ offence: 'copyright', rule: 'T217-3' })])
  })

  it('a repeated input changes nothing', () => {
    expect(
      ledger([noteAmount, { amount: amount(LEAD, 30_000) }], [noteAmount, { amount: amount(LEAD, 30_000) }]),
    ).toEqual([])
  })

  it('a third matter is told with the others', () => {
    const third: contract.Matter = { id: id('c'), kind: 'intake/lead', agency: 'SAMR-411081' }
    const told = ledger(
      [noteAmount, { amount: amount(LEAD, 30_000) }],
      [noteAmount, { amount: amount(CASE, 30_000) }],
      [noteAmount, { amount: amount(third, 1_000) }],
    )
    expect(reached(told)).toEqual([
      expect.objectContaining({ matters: [LEAD, CASE, third], metrics: { illegal_business: 6_100_000 } }),
    ])
  })

  it('only figures of the same offence add up', () => {
    const sale = amount(CASE, 30_000, { offences: ['sale_counterfeit_goods'], metrics: { sales_amount: 3_000_000 } })
    expect(types(ledger([noteAmount, { amount: amount(LEAD, 30_000) }], [noteAmount, { amount: sale }]))).toEqual([
      'AmountNoted',
    ])
  })

  it('also where they are measured alike', () => {
    const gain = (of: contract.Matter, offence: string) =>
      amount(of, 0, { offences: [offence], metrics: { illegal_gain: 2_000_000 } })
    const made = gain(LEAD, 'counterfeit_mark_goods')
    expect(
      types(ledger([noteAmount, { amount: made }], [noteAmount, { amount: gain(CASE, 'sale_counterfeit_goods') }])),
    ).toEqual(['AmountNoted'])
    expect(
      types(ledger([noteAmount, { amount: made }], [noteAmount, { amount: gain(CASE, 'counterfeit_mark_goods') }])),
    ).toContain('AccumulationReached')
  })

  it('a later figure of a matter takes the place of the earlier, not the other way round', () => {
    const corrected = amount(CASE, 5_000, { at: '2026-03-05T09:00:00.000+08:00' })
    const before: [Step, Record<string, unknown>][] = [
      [noteAmount, { amount: corrected }],
      [noteAmount, { amount: amount(CASE, 30_000) }],
    ]
    expect(ledger(...before)).toEqual([])
    expect(types(ledger(...before, [noteAmount, { amount: amount(LEAD, 30_000) }]))).toEqual(['AmountNoted'])
  })
})

describe('one matter counts once', () => {
  it('a lead and the case it was filed into', () => {
    const told = ledger(
      [noteMatter, { noted: noted(LEAD) }],
      [noteAmount, { amount: amount(LEAD, 30_000) }],
      [noteMatter, { noted: noted(CASE, LEAD.id) }],
      [noteAmount, { amount: amount(CASE, 30_000) }],
    )
    expect(types(told)).toEqual(['AmountNoted'])
  })

  it('whatever arrives first', () => {
    const told = ledger(
      [noteAmount, { amount: amount(CASE, 30_000) }],
      [noteMatter, { noted: noted(CASE, LEAD.id) }],
      [noteAmount, { amount: amount(LEAD, 30_000) }],
    )
    expect(types(told)).toEqual(['AmountNoted'])
  })

  it('the case has its leads’ amounts until it evaluates its own', () => {
    const other: contract.Matter = { id: id('d'), kind: 'intake/lead', agency: 'SAMR-411081' }
    const told = ledger(
      [noteAmount, { amount: amount(LEAD, 30_000) }],
      [noteMatter, { noted: noted(CASE, LEAD.id) }],
      [noteAmount, { amount: amount(other, 20_000) }],
    )
    expect(reached(told)).toEqual([
      expect.objectContaining({ matters: [CASE, other], metrics: { illegal_business: 5_000_000 } }),
    ])
  })
})

describe('what was handled is not added (R-XFR-08)', () => {
  const first: [Step, Record<string, unknown>] = [
    noteAmount,
    { amount: amount(CASE, 30_000, { actDate: '2026-01-05' }) },
  ]
  const penalty: [Step, Record<string, unknown>] = [
    settleAmount,
    { settlement: { matter: CASE.id, ground: 'penalty', on: '2026-02-02' } },
  ]
  const second: [Step, Record<string, unknown>] = [noteAmount, { amount: amount(LEAD, 25_000) }]

  it('a penalty settles it', () => {
    expect(types(ledger(first, penalty))).toEqual(['AmountSettled'])
    expect(types(ledger(first, penalty, second))).toEqual(['AmountNoted'])
  })

  it('but opens the lower figures for two years', () => {
    const repeat = { matter: CASE.id, on: '2026-02-02', ip: 'trademark', by: 'penalty' as const }
    const third: contract.Matter = { id: id('d'), kind: 'intake/lead', agency: 'SAMR-411081' }
    const told = ledger(first, penalty, [noteRepeat, { repeat }], second, [
      noteAmount,
      { amount: amount(third, 5_000) },
    ])
    expect(reached(told)).toEqual([
      expect.objectContaining({
        rule: 'T213G-3b',
        flags: ['repeat_2y'],
        matters: [LEAD, third],
        metrics: { illegal_business: 3_000_000 },
      }),
    ])
  })

  it('counted to the last act', () => {
    const old = { matter: id('f'), on: '2024-03-10', ip: 'trademark', by: 'penalty' as const }
    const until = (actDate: string) =>
      ledger(
        [noteRepeat, { repeat: old }],
        [noteAmount, { amount: amount(LEAD, 20_000) }],
        [noteAmount, { amount: amount(CASE, 15_000, { actDate }) }],
      )
    expect(reached(until('2026-03-05'))).toEqual([expect.objectContaining({ rule: 'T213G-3b' })])
    expect(types(until('2026-03-20'))).toEqual(['AmountNoted'])
  })

  it('a penalty for a right that the rules do not know opens nothing', () => {
    const repeat = { matter: id('f'), on: '2026-02-02', ip: 'nothing', by: 'penalty' as const }
    const two = [second, [noteAmount, { amount: amount(CASE, 10_000) }]] as [Step, Record<string, unknown>][]
    expect(types(ledger([noteRepeat, { repeat }], ...two))).toEqual(['AmountNoted'])
  })

  it('until the penalty is revoked', () => {
    const repeat = { matter: CASE.id, on: '2026-02-02', ip: 'trademark', by: 'penalty' as const }
    const told = ledger(first, penalty, [noteRepeat, { repeat }], second, [restoreAmount, { matter: CASE.id }])
    expect(types(told)).toEqual(['AmountRestored', 'AccumulationReached'])
    expect(reached(told)).toEqual([expect.objectContaining({ metrics: { illegal_business: 5_500_000 }, flags: [] })])
  })
})

describe('what the law does not add up', () => {
  const sold = (of: contract.Matter, yuan: number, actDate: string, more: Partial<contract.Amount> = {}) => ({
    amount: amount(of, 0, {
      ...{ offences: ['sale_counterfeit_goods'], metrics: { sales_amount: yuan * 100 }, actDate },
      ...more,
    }),
  })
  const two = (one: Record<string, unknown>, other: Record<string, unknown>) =>
    reached(ledger([noteAmount, one], [noteAmount, other]))
  const rule = (name: string) => [expect.objectContaining({ rule: name, matters: [LEAD, CASE] })]

  it('an act that can be prosecuted no more, unless all of it is of the graver tier (R-XFR-07)', () => {
    expect(two(sold(LEAD, 49_000, '2014-05-01'), sold(CASE, 1_000, '2026-03-02'))).toEqual([])
    expect(two(sold(LEAD, 49_000, '2021-05-01'), sold(CASE, 1_000, '2026-03-02'))).toEqual(rule('O214-1'))
    expect(two(sold(LEAD, 490_000, '2014-05-01'), sold(CASE, 10_000, '2026-03-02'))).toEqual([
      expect.objectContaining({ tier: 'specially_serious' }),
    ])
  })

  it('218, up to five years since am. XI, can be prosecuted for ten (XF 87, 99)', () => {
    const copies = (of: contract.Matter, yuan: number, actDate: string) =>
      sold(of, 0, actDate, {
        ...{ ip: 'copyright', offences: ['sale_pirated_copies'] },
        metrics: { illegal_gain: yuan * 100 },
      })
    const later = copies(CASE, 20_000, '2026-07-02')
    expect(two(copies(LEAD, 90_000, '2021-03-01'), later)).toEqual(rule('O218-1'))
    expect(two(copies(LEAD, 90_000, '2021-02-28'), later)).toEqual([])
  })

  it('under the repeat figures what was done before the penalty (3.2)', () => {
    const repeat = { matter: id('f'), on: '2026-02-02', ip: 'trademark', by: 'penalty' as const }
    const told = (actDate: string) =>
      reached(
        ledger(
          [noteRepeat, { repeat }],
          [noteAmount, sold(LEAD, 29_000, actDate)],
          [noteAmount, sold(CASE, 1_000, '2026-03-02')],
        ),
      )
    expect(told('2026-01-05')).toEqual([])
    expect(told('2026-02-03')).toEqual(rule('T214-2b'))
  })

  it('a figure that did not count when the act was done (R-THR-02)', () => {
    const gain = (of: contract.Matter, yuan: number, actDate: string) =>
      sold(of, 0, actDate, { metrics: { illegal_gain: yuan * 100 } })
    expect(two(gain(LEAD, 29_000, '2024-05-01'), gain(CASE, 1_000, '2026-03-02'))).toEqual([])
    expect(two(gain(LEAD, 29_000, '2025-04-26'), gain(CASE, 1_000, '2026-03-02'))).toEqual(rule('T214-1a'))
  })

  it('under the figures for two marks what has one', () => {
    const marked = { flags: ['two_marks'] }
    const plain = { amount: amount(CASE, 15_000) }
    const both = { amount: amount(LEAD, 20_000, marked) }
    expect(two(both, plain)).toEqual([])
    expect(two(both, { amount: amount(CASE, 15_000, marked) })).toEqual(rule('T213G-2b'))
    expect(two(both, { amount: amount(CASE, 30_000) })).toEqual(rule('T213G-1b'))
  })
})

describe('matters of one person', () => {
  it('are linked when there is more than one', () => {
    expect(types(ledger([noteMatter, { noted: noted(LEAD) }]))).toEqual(['KeysNoted', 'MatterNoted'])
    const told = ledger([noteMatter, { noted: noted(LEAD) }], [noteMatter, { noted: noted(CASE) }])
    expect(told.at(-1)).toEqual({ type: 'MattersLinked', data: { matters: [LEAD, CASE] } })
  })

  it('a case is not another matter beside its own leads', () => {
    const told = ledger([noteMatter, { noted: noted(LEAD) }], [noteMatter, { noted: noted(CASE, LEAD.id) }])
    expect(types(told)).toEqual(['MatterNoted'])
  })

  it('pass from one bureau to another without being two', () => {
    const moved = { ...noted({ ...LEAD, agency: 'SAMR-411081' }), at: '2026-03-03T09:00:00.000+08:00' }
    expect(types(ledger([noteMatter, { noted: noted(LEAD) }], [noteMatter, { noted: moved }]))).toEqual(['MatterNoted'])
    expect(ledger([noteMatter, { noted: moved }], [noteMatter, { noted: noted(LEAD) }])).toEqual([])
    const two = [
      [noteMatter, { noted: noted(LEAD) }],
      [noteMatter, { noted: noted(CASE) }],
    ] as [Step, Record<string, unknown>][]
    expect(types(ledger(...two, [noteMatter, { noted: moved }]))).toEqual(['MatterNoted'])
  })
})

describe('one person behind several keys', () => {
  it('the ledger of each hears everything when they meet', () => {
    const told = ledger(
      [noteAmount, { amount: amount(LEAD, 30_000) }],
      [noteMatter, { noted: noted(CASE), keys: [KEY, SHOP] }],
    )
    expect(told.filter(({ type }) => type === 'SubjectsJoined')).toEqual([
      {
        type: 'SubjectsJoined',
        data: {
          key: KEY,
          name: NAME,
          holdings: {
            keys: [SHOP, KEY],
            matters: [noted(CASE)],
            amounts: [amount(LEAD, 30_000)],
            settled: [],
            repeats: [],
            restored: [],
          },
        },
      },
    ])
  })

  it('the first key says what follows, the others hold their tongue', () => {
    const holdings = { ...NOTHING, keys: [KEY, SHOP], amounts: [amount(LEAD, 30_000)] }
    const join = (key: string) =>
      spec
        .given(at('2026-03-05', ...(ledger([noteAmount, { amount: amount(CASE, 30_000) }]) as EventOf[])))
        .when(joinSubjects, { by: SYSTEM, at: '2026-03-05', input: { key, name: NAME, holdings } })
        .told().events
    expect(types(join(KEY))).toEqual(['KeysNoted', 'AmountNoted', 'SubjectsJoined'])
    expect(types(join(SHOP)).at(-1)).toBe('AccumulationReached')
  })
})

describe('any order of telling ends alike', () => {
  const matter = fc.constantFrom(LEAD, CASE, { ...LEAD, id: id('d') }, { ...CASE, id: id('e') })
  const told: fc.Arbitrary<contract.Holdings> = fc.record({
    keys: fc.constant<string[]>([KEY]),
    matters: fc.array(
      fc
        .tuple(matter, fc.integer({ min: 1, max: 4 }), fc.subarray([id('a'), id('d')]))
        .map(([of, n, replaces]) => ({ matter: { ...of, agency: `SAMR-41100${n}` }, at: `2026-03-0${n}`, replaces })),
      { maxLength: 2 },
    ),
    amounts: fc.array(
      fc
        .tuple(matter, fc.integer({ min: 1, max: 9 }))
        .map(([of, n]) => amount(of, n * 10_000, { at: `2026-03-0${n}` })),
      { maxLength: 2 },
    ),
    settled: fc.array(
      matter.map(({ id: of }) => ({ matter: of, ground: 'penalty' as const, on: '2026-03-01' })),
      { maxLength: 1 },
    ),
    repeats: fc.constant<contract.Repeat[]>([]),
    restored: fc.array(
      matter.map(({ id: of }) => of),
      { maxLength: 1 },
    ),
  })
  const heldAfter = (lessons: readonly contract.Holdings[]) =>
    lessons.reduce((held, lesson) => withNews(held, newsIn(held, lesson)), NOTHING)
  const single = (lesson: contract.Holdings): contract.Holdings[] => [
    ...lesson.matters.map((one) => ({ ...NOTHING, keys: [KEY], matters: [one] })),
    ...lesson.amounts.map((one) => ({ ...NOTHING, keys: [KEY], amounts: [one] })),
    ...lesson.settled.map((one) => ({ ...NOTHING, keys: [KEY], settled: [one] })),
    ...lesson.restored.map((one) => ({ ...NOTHING, keys: [KEY], restored: [one] })),
  ]

  it('in what counts', () => {
    fc.assert(
      fc.property(fc.array(told, { maxLength: 5 }), fc.infiniteStream(fc.nat()), (lessons, random) => {
        const items = lessons.flatMap(single)
        const shuffled = items
          .map((item) => [random.next().value as number, item] as const)
          .sort(([one], [other]) => one - other)
          .map(([, item]) => item)
        expect(rootsOf(heldAfter(shuffled))).toEqual(rootsOf(heldAfter(items)))
      }),
      { numRuns: 300 },
    )
  })
})
