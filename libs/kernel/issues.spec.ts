import { describe, expect, it } from '@jest/globals'
import { z } from 'zod'
import { agency, count, day, fen, list, name, oneOf, text } from './fields.js'
import { issuesOf } from './issues.js'

const item = z.strictObject({ kind: oneOf('seal', 'seize'), amount: fen.min(1) })
const schema = z.strictObject({
  channel: oneOf('SRC-12315-TS', 'SRC-12315-JB'),
  servedOn: day.nullable().optional(),
  to: agency.optional(),
  items: list(item, 1, 2).optional(),
  days: count.max(30).optional(),
  reason: text.optional(),
  evidence: z.union([list(name, 1), z.record(name, list(name, 1))]).optional(),
})

const about = (input: unknown) => {
  const { error } = schema.safeParse(input)
  return error ? issuesOf(schema, input, error) : []
}
const channel = 'SRC-12315-TS'

describe('issues', () => {
  it('say of a field that is missing what belongs there', () => {
    expect(about({})).toEqual([
      {
        path: 'channel',
        zh: '应为以下之一：SRC-12315-TS、SRC-12315-JB',
        en: 'write one of: SRC-12315-TS, SRC-12315-JB',
      },
    ])
    expect(about({ channel, items: [{ kind: 'seal' }] })).toEqual([
      { path: 'items.0.amount', zh: '必须填写，应为数字', en: 'must be given: a number' },
    ])
  })

  it('ask whether the nearest value or field was meant', () => {
    expect(about({ channel: 'SRC-12315-J', servedon: '2026-06-01' })).toEqual([
      {
        path: 'channel',
        zh: '应为以下之一：SRC-12315-TS、SRC-12315-JB；您是否要写“SRC-12315-JB”？',
        en: 'write one of: SRC-12315-TS, SRC-12315-JB; did you mean “SRC-12315-JB”?',
      },
      {
        path: 'servedon',
        zh: '没有这个字段，可写：channel、servedOn、to、items、days、reason、evidence；您是否要写“servedOn”？',
        en: 'there is no such field; there are: channel, servedOn, to, items, days, reason, evidence; did you mean “servedOn”?',
      },
    ])
  })

  it('say once how small or large a value may be', () => {
    const item = { kind: 'seal', amount: -4 }
    expect(about({ channel, items: [item] })).toEqual([
      { path: 'items.0.amount', zh: '不得小于 1', en: 'must be at least 1' },
    ])
    expect(about({ channel, days: 2_000_000_000 })).toEqual([
      { path: 'days', zh: '不得大于 30', en: 'must be at most 30' },
    ])
  })

  it('say that money is written in fen', () => {
    expect(about({ channel, items: [{ kind: 'seal', amount: 8400.55 }], days: 1.5 })).toEqual([
      {
        path: 'items.0.amount',
        zh: '应为整数，收到的是小数；金额以分计，8400.55 元写 840055',
        en: 'write a whole number; this has a fraction; money is written in fen, CNY 8400.55 as 840055',
      },
      { path: 'days', zh: '应为整数，收到的是小数', en: 'write a whole number; this has a fraction' },
    ])
  })

  it('name a field of an object in a list by its path', () => {
    expect(about({ channel, items: [{ kind: 'seel', amount: 0, amuont: 3 }] })).toEqual([
      {
        path: 'items.0.kind',
        zh: '应为以下之一：seal、seize；您是否要写“seal”？',
        en: 'write one of: seal, seize; did you mean “seal”?',
      },
      { path: 'items.0.amount', zh: '不得小于 1', en: 'must be at least 1' },
      {
        path: 'items.0.amuont',
        zh: '没有这个字段，可写：kind、amount；您是否要写“amount”？',
        en: 'there is no such field; there are: kind, amount; did you mean “amount”?',
      },
    ])
  })

  it.each([
    [{ days: '3' }, 'days', '应为数字，收到的是文本', 'write a number; this is text'],
    [{ days: 1.5 }, 'days', '应为整数，收到的是小数', 'write a whole number; this has a fraction'],
    [{ days: 31 }, 'days', '不得大于 30', 'must be at most 30'],
    [{ items: [] }, 'items', '不能为空', 'must not be empty'],
    [{ reason: '' }, 'reason', '不能为空', 'must not be empty'],
    [{ reason: 'x'.repeat(4001) }, 'reason', '至多 4000 个字符', 'takes at most 4000 characters'],
    [
      { evidence: 7 },
      'evidence',
      '应为列表 […]或者对象 {…}，收到的是数字',
      'write a list […] or an object {…}; this is a number',
    ],
    [{ evidence: { a: [] } }, 'evidence.a', '不能为空', 'must not be empty'],
    [
      { servedOn: '2026-02-30' },
      'servedOn',
      '应为存在的日期，如 2026-03-07',
      'write a day that exists, like 2026-03-07',
    ],
    [{ to: 'samr' }, 'to', '应为机构代码，如 SAMR-411003', 'write the code of an agency, like SAMR-411003'],
  ])('say in both languages what to write: %j', (given, path, zh, en) => {
    expect(about({ channel, ...given })).toEqual([{ path, zh, en }])
  })

  it('clip what nobody could read', () => {
    const [issue] = about({ channel, ['k'.repeat(100_000)]: 1 })
    expect(issue!.path).toBe(`${'k'.repeat(80)}…`)
    expect(issue!.zh.length).toBeLessThan(200)
  })
})
