import { describe, expect, it } from '@jest/globals'
import { draw } from './draw.js'
import { fillIn, missingIn } from './fill.js'
import { textsIn } from './glyphs.js'
import { LAYOUTS, layoutOf } from './layouts/index.js'
import { firm, names, source, whole } from './papers.sample.js'
import type { Source } from './source.js'

const layoutFor = ({ kind, paper }: Source) => layoutOf(paper.title, kind)!
const lacking = (one: Source) => missingIn(layoutFor(one), one, names).map(({ field }) => field)
const textOf = (one: Source) => textsIn(draw(fillIn(layoutFor(one), one, names)).content).join('\n')
const find = (kind: string, title: string) => whole.find((one) => one.kind === kind && one.paper.title === title)!

const PARTY = ['party', 'partyNumber']
const FULL = [...PARTY, 'address', 'representative']

/** What a paper may not be without, by rulebook 1.7, 4.2, 10, R-MED-13, R-POL-09 and the articles that its layout names. */
const MANDATORY: readonly [kind: string, title: string, fields: readonly string[]][] = [
  ['intake/lead', '案件来源登记表', ['party', 'channel', 'registered', 'content', 'registrar']],
  ['intake/lead', '立案/不予立案审批表', ['party', 'channel', 'ground', 'officers', 'approver']],
  [
    'intake/administrative-case',
    '立案/不予立案审批表',
    [...PARTY, 'act', 'ip', 'conditions', 'officers', 'approver', 'approved'],
  ],
  ['intake/administrative-case', '现场笔录', ['party', 'time', 'place', 'officers', 'told', 'scene', 'items']],
  ['routing/joint-action', '现场笔录', ['time', 'place', 'recorder', 'targets', 'scene']],
  ['intake/measure', '实施行政强制措施决定书', [...FULL, 'number', 'kind', 'basis', 'ip', 'until', 'kinds']],
  ['intake/measure', '场所/设施/财物清单', ['party', 'kinds']],
  ['intake/administrative-case', '行政处罚告知书', [...PARTY, 'number', 'found', 'reasons', 'basis', 'content']],
  [
    'intake/administrative-case',
    '行政处罚决定书',
    [...FULL, 'number', 'found', 'evidence', 'noticeNumber', 'reasons', 'basis', 'content'],
  ],
  ['intake/administrative-case', '送达回证', ['party', 'served', 'servedOn']],
  ['routing/transfer', '涉嫌犯罪案件移送书', ['party', 'number', 'to', 'offence', 'officers', 'enclosures', 'copied']],
  ['routing/transfer', '移送书回执', ['party', 'to', 'letter', 'received', 'receiver', 'own', 'complete']],
  [
    'mediation/mediation',
    '调解协议书',
    [
      ...['requester', 'respondent', 'dispute', 'found', 'obligations', 'amount', 'currency', 'way', 'stop', 'stock'],
      ...['secrecy', 'breach', 'knows', 'signedBy', 'signedOn', 'effective'],
    ],
  ],
  [
    'mediation/confirmation',
    '司法确认申请书',
    ['first', 'second', 'organisation', 'court', 'effective', 'signedBy', 'amount'],
  ],
  ['credit/listing', '列入严重违法失信名单决定书', [...PARTY, 'conduct', 'penaltyOn', 'listed', 'until']],
  ['credit/listing', '信用修复告知书', [...PARTY, 'listed', 'earliest', 'until']],
  ['intake/administrative-case', '信用修复告知书', [...PARTY, 'number', 'earliest', 'until']],
  [
    'routing/joint-action',
    '联合执法方案',
    [
      ...['lead', 'targets', 'parts', 'legal', 'inspects', 'day', 'places', 'evidence', 'secrecy', 'safety'],
      ...['contingency', 'storage', 'press'],
    ],
  ],
]

/** What is there even so: the number that the party is known by, and the day of the paper where no other was given. */
const ALWAYS = ['partyNumber', 'signedOn']

/** The same record with nothing in it. */
const bare = ({ kind, paper }: Source): Source =>
  ({
    ...source(kind, paper.title, { at: '', by: { agency: '', office: '', person: '' } }),
    kind: '',
    papers: [],
  }) as Source

describe('what a paper may not be without', () => {
  it('is told for every paper there is', () => {
    expect(MANDATORY).toHaveLength(LAYOUTS.length)
    expect(whole.map(layoutFor)).toEqual([...LAYOUTS])
  })

  it.each(MANDATORY)('%s: %s', (kind, title, fields) => {
    const one = find(kind, title)
    expect(lacking(one)).toEqual([])
    const nothing = { ...bare(one), facts: { subject: { uscc: firm.uscc } } }
    const layout = layoutFor(one)
    expect(Object.entries(layout.fields).flatMap(([name, { where }]) => (where ? [name] : []))).toEqual(fields)
    expect(missingIn(layout, nothing, names).map(({ field }) => field)).toEqual(
      fields.filter((name) => !ALWAYS.includes(name)),
    )
  })

  it('is named in both languages, with where a person enters it', () => {
    for (const { fields } of LAYOUTS)
      for (const { title, where } of Object.values(fields))
        for (const said of [title, ...(where ? [where] : [])]) {
          expect(said.zh).toMatch(/\p{Script=Han}/u)
          expect(said.en).toMatch(/^[a-zA-Z]/)
        }
  })

  it('is no representative where the party is a natural person or an individual business', () => {
    const one = find('intake/measure', '实施行政强制措施决定书')
    const of = (subject: object) =>
      lacking({ ...one, facts: { ...one.facts, subject: { ...firm, representative: undefined, ...subject } } })
    expect(of({})).toEqual(['representative'])
    expect(of({ uscc: '92411002MA9FK1017B' })).toEqual([])
    expect(of({ natural: true })).toEqual([])
    expect(of({ uscc: undefined })).toEqual(['partyNumber'])
    expect(of({ uscc: undefined, person: '411002********001X' })).toEqual([])
  })

  it('may be completed after the paper was made, and then counts', () => {
    const one = find('intake/administrative-case', '行政处罚决定书')
    const subject = { ...firm, address: undefined }
    const then = { ...one, facts: { ...one.facts, subject } }
    expect(lacking(then)).toEqual(['address'])
    const later = { ...then, now: { subject: { ...subject, address: '后来补充的住所' } } }
    expect(lacking(later)).toEqual([])
    expect(textOf(later)).toContain('住所（住址）：后来补充的住所')
    expect(textOf({ ...one, now: { subject: { ...firm, address: '后来改写的住所' } } })).toContain(
      `住所（住址）：${firm.address}`,
    )
  })

  it('is the content of a penalty, when nothing is imposed', () => {
    const one = find('intake/administrative-case', '行政处罚决定书')
    expect(
      lacking({ ...one, paper: { ...one.paper, fields: { fine: 0, confiscation: 0, kinds: [], duties: [] } } }),
    ).toEqual(['content'])
  })

  it('is the act of a case that was filed without one', () => {
    const one = find('intake/administrative-case', '立案/不予立案审批表')
    expect(lacking({ ...one, facts: { ...one.facts, act: one.record } })).toEqual(['act'])
  })
})

describe('a penalty decision', () => {
  const one = find('intake/administrative-case', '行政处罚决定书')
  it('says the party, the facts, the evidence, the basis, the penalty, how to pay and how to challenge it', () => {
    expect(fillIn(layoutFor(one), one, names)).toMatchObject({
      from: '魏都区市场监督管理局',
      title: '行政处罚决定书',
      number: '许魏市监处罚〔2026〕1号',
      on: '2026-06-10',
    })
    expect(textOf(one).split('\n')).toEqual(
      expect.arrayContaining([
        '当事人：魏都区某饰品厂',
        '统一社会信用代码：91411002MA9FK1017E',
        '法定代表人（负责人）：锦某（虚构）',
        '经查明，生产销售假冒商品。',
        '1．生产记录',
        '2．销售单据',
        '2026年6月2日，本机关向你（单位）送达《行政处罚告知书》（许魏市监罚告〔2026〕1号），告知拟作出行政处罚的内容及事实、理由、依据和依法享有的权利。',
        '你（单位）进行了陈述、申辩，本机关对所提出的事实、理由和证据进行了复核。',
        '1．警告；',
        '2．没收违法所得、非法财物，价值5.50元（大写：人民币伍元伍角整）；',
        '3．罚款100,000.00元（大写：人民币壹拾万元整）；',
        '4．销毁侵权标识。',
        '2026年6月10日',
      ]),
    )
    expect(textOf(one)).toMatch(
      /六十日内向魏都区人民政府申请行政复议，也可以自收到本决定书之日起六个月内依法向魏都区人民法院提起行政诉讼/,
    )
    expect(textOf(one)).toMatch(/自收到本决定书之日起十五日内，将罚款缴至.*百分之三加处罚款/)
  })

  it('says that it is made public, a mere warning not (R-PUB-04)', () => {
    expect(textOf(one)).toContain('向社会公开行政处罚决定信息')
    const warned = { ...one, happened: { ...one.happened, DecisionMade: [{ warningOnly: true }] } }
    expect(textOf(warned)).not.toContain('向社会公开')
  })

  it('says when a notice that was given in public counts as served (R-CAL-12)', () => {
    const happened = { ...one.happened, PenaltyNoticeServed: [] }
    const clocks = [{ id: 'CLK-PUBLIC-NOTICE', due: '2026-06-01' }] as never
    expect(textOf({ ...one, happened, clocks })).toContain('2026年6月1日，本机关向你（单位）送达《行政处罚告知书》')
  })

  it('says nothing of paying where there is no fine', () => {
    const warned = { ...one, paper: { ...one.paper, fields: { fine: 0, kinds: ['warning'] } } }
    expect(textOf(warned)).not.toMatch(/十五日内/)
    expect(textOf(warned).split('\n')).toContain('警告。')
  })
})

describe('the procedure that a paper names', () => {
  const cited = (title: string, agency: string) => {
    const one = find('intake/administrative-case', title)
    return textOf({ ...one, paper: { ...one.paper, agency }, by: { ...one.by, agency } })
  }

  it('is that of market regulators in their papers, and of nobody else (1.1, 1.4)', () => {
    expect(cited('行政处罚告知书', 'SAMR-411002')).toContain('和《市场监督管理行政处罚程序规定》第五十七条')
    expect(cited('立案/不予立案审批表', 'SAMR-411002')).toContain('违反市场监督管理法律、法规、规章的行为')
    for (const title of ['行政处罚告知书', '立案/不予立案审批表'])
      expect(cited(title, 'CULT-411000')).not.toContain('市场监督管理')
    expect(cited('行政处罚告知书', 'CULT-411000')).toContain(
      '依据《中华人民共和国行政处罚法》第四十四条、第六十三条的规定',
    )
  })
})

describe('a transfer to the police', () => {
  const letter = find('routing/transfer', '涉嫌犯罪案件移送书')
  const receipt = find('routing/transfer', '移送书回执')

  it('was approved by the head and no deputy, and asks for the decision within three days (GWY310 5, 8)', () => {
    expect(textOf(letter)).toContain('经本机关正职负责人（或者主持工作的负责人）批准')
    expect(textOf(letter)).toContain('自接受移送之日起三日内')
  })

  it('is reviewed in three days by the organ that keeps it, not by one that sends it on (R-POL-02, R-POL-03)', () => {
    const own = (ownField: boolean) => textOf({ ...receipt, facts: { ...receipt.facts, ownField } })
    expect(own(true)).toContain('自接受移送之日起三日内依法审查')
    expect(own(false)).not.toContain('三日内依法审查')
    expect(own(false)).toContain('二十四小时内转送有管辖权的机关')
  })
})

describe('a listing decision', () => {
  const one = find('credit/listing', '列入严重违法失信名单决定书')
  it('names the consent of the superior where it was given (R-CRD-06)', () => {
    const consented = (yes: boolean) => textOf({ ...one, facts: { ...one.facts, consented: yes } })
    expect(consented(true)).toContain('并经上一级市场监督管理部门同意')
    expect(consented(false)).not.toContain('上一级')
  })
})

describe('the notice of credit repair', () => {
  const one = find('intake/administrative-case', '信用修复告知书')
  const heavy = (yes: boolean) => ({ ...one, happened: { DecisionMade: [{ heavy: yes }] } })

  it('goes with the penalty and says from when and how long, by the class of the penalty (R-REP-01, R-REP-04, 6.3)', () => {
    expect(textOf(heavy(false))).toContain('《行政处罚决定书》（许魏市监处罚〔2026〕1号）')
    expect(textOf(heavy(false))).toMatch(/满三个月，即2026年9月10日起，可以申请信用修复。.*满一年（2027年6月10日）/)
    expect(textOf(heavy(true))).toMatch(/满一年，即2027年6月10日起，可以申请信用修复。.*满三年（2029年6月10日）/)
  })

  it('names the one entrance and the periods of the repair (R-REP-02, R-REP-03, R-REP-05)', () => {
    expect(textOf(one)).toMatch(/“信用中国”网站.*二个工作日内.*十个工作日内.*三个工作日内停止公示/)
    expect(textOf(one)).toMatch(/守信承诺书/)
  })

  it('is served with the decision', () => {
    const proof = find('intake/administrative-case', '送达回证')
    const served = { ...proof, papers: [...proof.papers, one.paper] }
    expect(textOf(served)).toContain('《行政处罚决定书》许魏市监处罚〔2026〕1号\n《信用修复告知书》')
  })
})

describe('a paper', () => {
  it('holds nothing of whoever reported', () => {
    for (const one of whole) expect(textOf(one)).not.toMatch(/INF-/)
  })

  it('leaves no place of a template open', () => {
    for (const one of whole) expect(textOf(one)).not.toMatch(/[{}⟦⟧]|undefined|\[object/)
  })

  it('takes what people write as it is', () => {
    const one = find('intake/administrative-case', '现场笔录')
    const odd = { ...one, input: { ...one.input, scene: '标签写着{party}⟦x⟧$&' } }
    expect(textOf(odd)).toContain('标签写着{party}⟦x⟧$&')
  })

  it('carries the title, number and agency on its pages and the day of the paper in its metadata', () => {
    const one = find('routing/transfer', '涉嫌犯罪案件移送书')
    const { info, foot } = draw(fillIn(layoutFor(one), one, names))
    expect(foot).toBe('魏都区市场监督管理局　许魏市监罪移〔2026〕1号')
    expect(info).toEqual({
      title: '涉嫌犯罪案件移送书 许魏市监罪移〔2026〕1号',
      author: '魏都区市场监督管理局',
      subject: '涉嫌犯罪案件移送书',
      creator: 'Liandun',
      producer: 'Liandun',
      creationDate: '2026-04-03',
    })
  })

  it('names what is served by the event that serves it', () => {
    const one = find('intake/administrative-case', '送达回证')
    expect(textOf(one)).toContain('《行政处罚决定书》许魏市监处罚〔2026〕1号')
    const signed = {
      ...one,
      input: { of: 'PenaltyNoticeServed' },
      happened: { NoticeReceived: [{ on: '2026-06-05' }] },
    }
    expect(textOf(signed)).toContain('《行政处罚告知书》许魏市监罚告〔2026〕1号')
    expect(textOf(signed)).toContain('2026年6月5日')
  })
})
