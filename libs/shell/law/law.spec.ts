import { describe, expect, it } from '@jest/globals'
import { loadRules } from '#rules'
import { services } from '../../../tools/services.js'
import { titlesOf } from '../titles.js'
import { clockRowShown } from './clocks.js'
import { documentsShown, signingOf } from './documents.js'
import { lookedFor } from './looked-for.js'
import { thresholdsShown } from './thresholds.js'

const rules = loadRules()
const titles = titlesOf(services)
const clocks = rules.allClocks.map((row) => clockRowShown(row, rules, titles))

describe('the law behind a clock', () => {
  it('is its article with text, dates and how sure it is', () => {
    expect(clocks.find(({ id }) => id === 'CLK-TF-APPROVE')).toMatchObject({
      ...{ on: 'routing/transfer', law: 'GWY310', article: '5' },
      lawTitle: { zh: expect.stringContaining('行政执法机关移送涉嫌犯罪案件的规定') },
      text: { zh: expect.stringContaining('三日内决定'), en: expect.stringContaining('within three days') },
      kindTitle: { zh: '涉嫌犯罪案件移送' },
      spans: [{ n: 3, unit: 'CD', words: { zh: '3 日', en: '3 calendar days' } }],
      validFrom: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      confidence: 'verified',
    })
  })

  it('is whole for every clock of the rules: instrument, kind of record and length in words', () => {
    expect(clocks.length).toBe(rules.allClocks.length)
    const lacking = clocks.filter(
      ({ law, lawTitle, spans }) =>
        (law !== 'design' && !lawTitle) || !spans.length || spans.some(({ n, words }) => n && !words),
    )
    expect(lacking.map(({ id }) => id)).toEqual([])
  })
})

describe('the law behind a threshold', () => {
  const thresholds = thresholdsShown(rules)

  it('names offence, figures and article', () => {
    expect(thresholds.find(({ id }) => id === 'T213G-1a')).toMatchObject({
      offence: { code: 'counterfeit_mark_goods', article: '213', title: { zh: '假冒注册商标罪（商品）' } },
      ...{ tier: 'serious', at: 3_000_000, unit: 'CNY', law: 'FS5', validFrom: '2025-04-26' },
      sums: [[{ code: 'illegal_gain', title: { zh: expect.any(String), en: expect.any(String) } }]],
      lawTitle: { zh: expect.any(String) },
    })
  })

  it('has words for every code', () => {
    const wordless = thresholds.flatMap(({ flags, sums, requires, offence }) =>
      [...flags, ...sums.flat(), ...requires, offence].filter(({ title }) => !title).map(({ code }) => code),
    )
    expect([...new Set(wordless)]).toEqual([])
  })
})

describe('the catalogue of papers', () => {
  const papers = documentsShown(services, rules)

  it('has the pattern of the number and the step that makes it', () => {
    expect(papers.find(({ code }) => code === 'F5')).toMatchObject({
      title: { zh: '涉嫌犯罪案件移送书' },
      numbers: [{ pattern: '{prefix}罪移〔{year}〕{n}号' }],
    })
    expect(papers.find(({ code }) => code === 'F41')).toMatchObject({
      title: { zh: '听证报告' },
      numbers: [],
      madeBy: [{ kind: 'intake/administrative-case', step: 'SubmitHearingReport' }],
    })
  })
})

describe('a paper that can be printed', () => {
  const paper = (code: string) => documentsShown(services, rules).find((one) => one.code === code)!

  it('says what must stand in it and where that is entered, who signs it and that it is sealed', () => {
    expect(paper('P3')).toMatchObject({
      signed: [{ zh: '接收人（签名）' }, { zh: '送交人（签名）' }],
      sealed: true,
      mandatory: expect.arrayContaining([
        {
          title: { zh: '材料', en: 'Material' },
          where: { zh: '“签收回执”的材料齐全', en: 'whether the material is complete in “Sign the receipt”' },
        },
      ]),
    })
  })

  it('says with a step that makes it who signs and seals it', () => {
    expect(signingOf(['移送书回执', '受案登记表'])).toEqual([
      {
        paper: '移送书回执',
        signed: [
          { zh: '接收人（签名）', en: expect.any(String) },
          { zh: '送交人（签名）', en: expect.any(String) },
        ],
        sealed: true,
      },
    ])
  })

  it('is the only one that says so', () => expect(paper('F56')).not.toHaveProperty('mandatory'))
})

describe('looking for a rule', () => {
  const entries = [
    { id: 'B', text: '二十四小时内移送' },
    { id: 'A-移送', text: '' },
    { id: 'C', text: '听证' },
  ]
  it.each([
    ['移送', ['A-移送', 'B']],
    ['移送 小时', ['B']],
    ['ａ', ['A-移送']],
    ['没有', []],
    ['', ['B', 'A-移送', 'C']],
  ])('%s', (asked, found) => expect(lookedFor(entries, asked, ({ id }) => id).map(({ id }) => id)).toEqual(found))

  it('finds a clock by a word of its article', () => {
    const found = lookedFor(clocks, '正职负责人 三日内', ({ id, title }) => [id, title])
    expect(found.some(({ law }) => law === 'GWY310')).toBe(true)
  })
})
