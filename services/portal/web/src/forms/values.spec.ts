import { describe, expect, it } from '@jest/globals'
import { faultsOf } from './check.js'
import { fieldsOf, inRow, valueUnder, type Field } from './fields.js'
import { faultsIn } from './issues.js'
import type { Node } from './schema.js'
import { defaultsOf, inputOf, valuesOf, withAt, withMissing, withOffered } from './values.js'

const text: Node = { type: 'string', minLength: 1, maxLength: 200 }
const day: Node = { type: 'string', format: 'date' }
const fen: Node = { type: 'integer', minimum: 1, maximum: 10_000_000_000_000, format: 'fen' }
const ids: Node = { type: 'array', minItems: 1, maxItems: 200, items: text }

const SCHEMA: Node = {
  type: 'object',
  required: ['name', 'amount', 'performBy', 'kinds', 'told'],
  properties: {
    name: { ...text, title: '名称', description: 'Name' },
    amount: { ...fen, title: '金额', description: 'Amount; 0 where nothing is paid' },
    performBy: {
      title: '履行期限',
      description: 'Last day; null where no day is agreed',
      anyOf: [day, { type: 'null' }],
    },
    kinds: { type: 'array', minItems: 1, maxItems: 3, items: { type: 'string', enum: ['fine', 'warning'] } },
    told: { type: 'boolean' },
    papers: { type: 'array', minItems: 1, items: { type: 'string', enum: ['现场笔录'] }, default: ['现场笔录'] },
    enclosures: { type: 'object', additionalProperties: ids, default: {} },
    subject: { type: 'object', properties: { name: text, shop: text }, required: ['name'] },
    parts: {
      type: 'array',
      items: {
        type: 'object',
        required: ['agency'],
        properties: {
          agency: { type: 'string', pattern: '^[A-Z0-9][A-Z0-9-]{1,39}$' },
          officers: { type: 'array', items: { type: 'object', properties: { licence: text }, required: ['licence'] } },
        },
      },
    },
    evidence: { anyOf: [ids, { type: 'object', additionalProperties: ids }] },
  },
}
const FIELDS = fieldsOf(SCHEMA)
const GOOD = { name: '甲', amount: 100, performBy: null, kinds: ['fine'], told: false }

const kinds = (fields: readonly Field[]): Record<string, string> =>
  Object.fromEntries(fields.map(({ name, kind }) => [name, kind]))

describe('the fields of a schema', () => {
  it('are of the kinds that its types and formats say', () => {
    expect(kinds(FIELDS)).toEqual({
      name: 'text',
      amount: 'money',
      performBy: 'day',
      kinds: 'choices',
      told: 'yes',
      papers: 'choices',
      enclosures: 'map',
      subject: 'group',
      parts: 'rows',
      evidence: 'either',
    })
  })

  it('are called in both languages, without the unit that the field itself shows', () => {
    const [, amount, performBy] = FIELDS
    expect(amount!.title).toEqual({ zh: '金额', en: 'Amount' })
    expect(performBy!.title).toEqual({ zh: '履行期限', en: 'Last day' })
    expect(performBy!.hint).toEqual({ zh: '', en: 'null where no day is agreed' })
  })

  it('need a value where one is required and the manifest has none', () => {
    expect(FIELDS.filter((one) => one.required).map(({ name }) => name)).toEqual([
      'name',
      'amount',
      'performBy',
      'kinds',
      'told',
    ])
    expect(FIELDS.filter((one) => one.nullable).map(({ name }) => name)).toEqual(['performBy'])
  })

  it('begin with what the manifest says, and with a row for each paper that must be enclosed', () => {
    expect(defaultsOf(FIELDS)).toEqual({ papers: ['现场笔录'] })
    expect(withOffered(FIELDS, {}, ['检察意见书'])).toEqual({ enclosures: [{ key: '检察意见书' }] })
    expect(withOffered(FIELDS, {}, [])).toEqual({})
  })

  it('get a row for each paper that was found missing, once', () => {
    const values = { enclosures: [{ key: '调查报告', value: ['r1'] }] }
    const rows = withMissing(FIELDS, values, ['调查报告', '涉案物品清单', 'seal']).enclosures as { key: string }[]
    expect(rows.map(({ key }) => key)).toEqual(['调查报告', '涉案物品清单'])
    expect(withMissing(FIELDS, values, undefined)).toBe(values)
  })
})

describe('figures', () => {
  const units = {
    illegal_business: { format: 'fen' as const, zh: '分', en: 'fen' },
    copies: { zh: '份', en: 'copies' },
  }
  const [metrics, amounts] = fieldsOf({
    properties: {
      metrics: { type: 'object', additionalProperties: fen, 'x-units': units },
      amounts: {
        type: 'array',
        items: {
          type: 'object',
          properties: { metric: { ...text, 'x-units': units }, value: { ...fen, 'x-unit-of': 'metric' } },
        },
      },
    },
  })

  it('are money or counted, as their key says', () => {
    expect(['illegal_business', 'copies', 'unheard_of'].map((key) => valueUnder(metrics!, key).kind)).toEqual([
      'money',
      'whole',
      'money',
    ])
  })

  it('are money or counted, as the field beside them says', () => {
    const kindsIn = (metric: string) => inRow(amounts!.fields, { metric }).map(({ kind }) => kind)
    expect([kindsIn('illegal_business'), kindsIn('copies')]).toEqual([
      ['text', 'money'],
      ['text', 'whole'],
    ])
  })
})

describe('what is sent', () => {
  it('is what was written, trimmed, without what is empty', () => {
    const values = {
      ...GOOD,
      name: ' 甲 ',
      enclosures: [
        { key: '调查报告', value: ['r1', ''] },
        { key: '', value: [] },
      ],
      subject: { name: '', shop: '' },
      parts: [{ agency: 'SAMR-411002', officers: [{ licence: ' L1 ' }, {}] }, {}],
      evidence: { way: 1, value: [{ key: 'illegal_gain', value: ['e1'] }] },
    }
    expect(inputOf(FIELDS, values)).toEqual({
      name: '甲',
      amount: 100,
      performBy: null,
      kinds: ['fine'],
      told: false,
      enclosures: { 调查报告: ['r1'] },
      parts: [{ agency: 'SAMR-411002', officers: [{ licence: 'L1' }] }],
      evidence: { illegal_gain: ['e1'] },
    })
  })

  it('comes back as it was', () => {
    const input = {
      ...GOOD,
      enclosures: { 调查报告: ['r1'] },
      subject: { name: '乙' },
      parts: [{ agency: 'SAMR-411002' }],
      evidence: ['e1'],
    }
    expect(inputOf(FIELDS, valuesOf(FIELDS, input))).toEqual(input)
  })

  it('changes at one place only', () => {
    const values = { parts: [{ agency: 'A' }, { agency: 'B' }], name: '甲' }
    const next = withAt(values, ['parts', 1, 'agency'], 'C') as typeof values
    expect(next).toEqual({ parts: [{ agency: 'A' }, { agency: 'C' }], name: '甲' })
    expect(next.parts[0]).toBe(values.parts[0])
  })
})

describe('what is wrong', () => {
  it('is nothing where all is given', () => {
    expect(faultsOf(FIELDS, GOOD)).toEqual([])
  })

  it('is named field by field, in their order', () => {
    expect(faultsOf(FIELDS, {}).map(({ path, zh }) => [path.join('.'), zh])).toEqual([
      ['name', '请填写'],
      ['amount', '请填写'],
      ['performBy', '请填写日期'],
      ['kinds', '请选择'],
      ['told', '请选择是或者否'],
    ])
  })

  it('is said with its numbers, money in yuan', () => {
    const values = { ...GOOD, name: '长'.repeat(201), amount: 0, kinds: ['fine', 'fine', 'fine', 'fine'] }
    expect(faultsOf(FIELDS, values)).toEqual([
      { path: ['name'], zh: '至多 200 个字，现有 201 个', en: 'at most 200 characters; there are 201' },
      { path: ['amount'], zh: '不得小于 0.01 元', en: 'at least CNY 0.01' },
      { path: ['kinds'], zh: '至多 3 项', en: 'at most 3' },
    ])
    expect(faultsOf(FIELDS, { ...GOOD, amount: '八万' })).toEqual([
      { path: ['amount'], zh: '应为金额（元），如 86,000.50', en: 'an amount in yuan, like 86,000.50' },
    ])
  })

  it('of a part that may be left out counts only where something was written there', () => {
    expect(faultsOf(FIELDS, { ...GOOD, subject: { shop: '店' } })).toEqual([
      { path: ['subject', 'name'], zh: '请填写', en: 'fill this in' },
    ])
    expect(faultsOf(FIELDS, { ...GOOD, parts: [{}, { agency: 'samr' }] })).toEqual([
      {
        path: ['parts', 1, 'agency'],
        zh: '应为机构代码，如 SAMR-411003',
        en: 'the code of an agency, like SAMR-411003',
      },
    ])
    const twice = [
      { key: '清单', value: ['a'] },
      { key: '清单', value: [''] },
    ]
    expect(faultsOf(FIELDS, { ...GOOD, enclosures: twice }).map(({ path, zh }) => [path.join('.'), zh])).toEqual([
      ['enclosures.1.key', '已有同名的一行'],
      ['enclosures.1.value', '请填写'],
    ])
  })

  it('by the server stands beside its field', () => {
    const values = { enclosures: [{ key: '调查报告', value: ['r1'] }], parts: [{ officers: [{ licence: 'x' }] }] }
    const issue = (path: string) => ({ path, zh: '错', en: 'wrong' })
    const issues = ['enclosures.调查报告.0', 'parts.0.officers.0.licence', 'at', 'nothing.there', 'name'].map(issue)
    const body = { code: 'INVALID_INPUT', status: 400, zh: '', en: '', todo: { zh: '', en: '' }, facts: {}, issues }
    expect(faultsIn(body, FIELDS, values).map(({ path }) => path)).toEqual([
      ['enclosures', 0, 'value', 0],
      ['parts', 0, 'officers', 0, 'licence'],
      ['@at'],
      [],
      ['name'],
    ])
  })
})

describe('a code', () => {
  const properties: Record<string, Node> = {
    uscc: { type: 'string', format: 'uscc', pattern: '^[0-9A-HJ-NP-RTUW-Y]{18}$' },
    person: { type: 'string', format: 'id-number' },
    clue: { type: 'string', maxLength: 4000 },
  }
  const fields = fieldsOf({ properties })

  it('is the same in whatever width, case and groups it was typed', () => {
    const typed = { uscc: ' ９１４１１００２　ma9fk1017e ', person: '411002 19900101 123x', clue: ' ｇａ ma ' }
    expect(faultsOf(fields, typed)).toEqual([])
    expect(inputOf(fields, typed)).toEqual({
      uscc: '91411002MA9FK1017E',
      person: '41100219900101123X',
      clue: 'ｇａ ma',
    })
  })
})
