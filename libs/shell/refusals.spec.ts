import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { REFUSALS, sentences } from './refusals.js'
import { LAW } from './refusals-law.js'
import { CASE } from './guards/case.js'
import { CREDIT } from './guards/credit.js'
import { LEAD } from './guards/lead.js'
import { MEASURE } from './guards/measure.js'
import { MEDIATION } from './guards/mediation.js'
import { ROUTING } from './guards/routing.js'

/** Rulebook 11.16, in its order. */
const CODES =
  `ERR_SOD ERR_WRONG_APPROVER ERR_NEED_CITY_HEAD ERR_NO_SELF_TRANSFER ERR_USE_REDIRECT ERR_NO_RETRANSFER ERR_MUST_ACCEPT
ERR_DOUBLE_FINE ERR_LATE ERR_TOO_EARLY ERR_JOINT ERR_WRONG_COURT ERR_NEW_PENALTY ERR_NOTICE_MISSING ERR_CONSENT_MISSING ERR_DOC_MISSING
ERR_CLOCK_RULE ERR_IDENTITY ERR_STATE ERR_GUARD ERR_HEAVIER ERR_NOT_LISTABLE ERR_WRONG_LEVEL ERR_OUT_OF_REGION ERR_DOUBLE_SEAL
ERR_NOT_MEDIABLE ERR_NO_BASIS ERR_DATE ERR_TOO_MANY ENCLOSURE_MISSING TITLE_CLAUSE`.split(/\s+/)

const sources = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !/(^toy|\.spec|\.sample)\.ts$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))

describe('refusals', () => {
  it('has a row for every code of the rulebook and no other code of law', () => {
    expect(Object.keys(LAW)).toEqual(CODES)
  })

  it('has a row for every code that the sources name', () => {
    const text = [...sources('services'), ...sources('libs/kernel'), ...sources('libs/rules')].join('\n')
    const named = [...text.matchAll(/'(ERR_[A-Z_]+)'|warn\('([A-Z_]+)'/g)].map((match) => match[1] ?? match[2]!)
    expect([...new Set(named)].filter((code) => !(code in REFUSALS))).toEqual([])
  })

  it('gives every row a status and four sentences', () => {
    const faulty = Object.entries(REFUSALS).filter(
      ([, { status, says, todo }]) =>
        !(status >= 200 && status < 600) || [says.zh, says.en, todo.zh, todo.en].some((text) => !text),
    )
    expect(faulty).toEqual([])
  })

  it('puts facts and their words into the sentence', () => {
    const words = new Map([
      ['head', { zh: '正职负责人', en: 'head' }],
      ['leader', { zh: '部门负责人', en: 'leader' }],
    ])
    expect(sentences('ERR_WRONG_APPROVER', { office: 'leader', needed: ['head'] }, words)).toEqual({
      status: 403,
      says: {
        zh: '您的职务不能办理此步骤：须由正职负责人办理，您的职务是部门负责人',
        en: 'your office may not take this step: it is for head; you act as leader',
      },
      todo: { zh: '提请有该职务的人员办理', en: 'ask somebody who holds that office' },
    })
  })

  it('leaves out what it has no facts for, and writes instants as people do', () => {
    expect(sentences('ERR_LATE', { due: '2026-03-07T16:00:00.000+08:00' }).says).toEqual({
      zh: '期限已过，截止 2026-03-07 16:00',
      en: 'the time for it has passed, due 2026-03-07 16:00',
    })
    expect(sentences('ERR_LATE').says).toEqual({ zh: '期限已过', en: 'the time for it has passed' })
  })

  it('says from when a step is open: a gate from the first moment of its day, a period from the day after its last (11.0)', () => {
    const gate = { due: '2027-06-10', opensAt: '2027-06-10T00:00:00.000+08:00' }
    const period = { due: '2026-06-08', opensAt: '2026-06-09T00:00:00.000+08:00' }
    const said = (facts: object) => sentences('ERR_TOO_EARLY', { ...facts }).says.zh
    expect([gate, period].map(said)).toEqual([
      '时间未到，2027-06-10 00:00 起方可办理',
      '时间未到，2026-06-09 00:00 起方可办理',
    ])
    expect(said({ pausedSince: '2026-06-03' })).toBe('时间未到，自 2026-06-03 起中止')
  })

  it('speaks of no right where an agency came too late: preserved goods were released, a day for a hearing is gone (11.0)', () => {
    expect(sentences('ERR_LATE').todo.zh).toBe('届满后不能再办理；如有早于截止日的事实，请补录该事实')
  })

  it('does not promise that what a seal has outlived can still be done late (11.2a)', () => {
    expect(sentences('ERR_CLOCK_RULE').todo.zh).not.toContain('仍可继续办理')
  })

  it('says by which figure a hearing has to be offered, and that the notice has to say so (R-ADM-16)', () => {
    const { says, todo } = sentences('ERR_NOTICE_MISSING', { missing: 'hearing', figure: 5_000_000 })
    expect(says.zh).toContain('达到听证标准 50,000.00 元')
    expect(todo.zh).toContain('写入告知书')
  })

  it('makes whole sentences of law without any fact', () => {
    const texts = Object.keys(LAW).flatMap((code) => Object.values(sentences(code).says))
    expect(texts.filter((text) => /[…{}⟦⟧]/.test(text))).toEqual([])
  })

  it('has one row for a guard', () => {
    const names = [LEAD, CASE, MEASURE, ROUTING, MEDIATION, CREDIT].flatMap((part) => Object.keys(part))
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })

  it('tells the condition instead of its name, with money as people write it', () => {
    const facts = { guard: 'more-than-owed', owed: 8_600_005, amount: 100_000_000 }
    expect(sentences('ERR_GUARD', facts)).toEqual({
      status: 422,
      says: {
        zh: '所填金额 1,000,000.00 元 超过尚欠的 86,000.05 元',
        en: 'the amount CNY 1,000,000.00 is more than the CNY 86,000.05 that is owed',
      },
      todo: { zh: '改正金额；多付的另行退还', en: 'correct the amount; what was paid too much goes back separately' },
    })
  })

  it('is 422 where the input fails the condition, 409 where another time or state would do', () => {
    const statusOf = (guard: string) => sentences('ERR_GUARD', { guard }).status
    const ofInput = ['unknown-channel', 'unknown-ip', 'unknown-act', 'unknown-person', 'person-twice', 'officers']
    const more = ['instalment-plan', 'instalments-sum', 'unknown-lead', 'unknown-to-the-rules', 'unknown-matter']
    const ofTime = ['hearing-not-scheduled', 'goods-held', 'already-accepted', 'claim-taken', 'not-explained']
    expect([...ofInput, ...more].map(statusOf)).toEqual([...ofInput, ...more].map(() => 422))
    expect(ofTime.map(statusOf)).toEqual(ofTime.map(() => 409))
  })

  it('puts the condition behind the sentence of another code', () => {
    const facts = { state: 'REQUESTED', from: ['CONSENTED'], guard: 'patent' }
    const words = new Map([
      ['REQUESTED', { zh: '已请求', en: 'requested' }],
      ['CONSENTED', { zh: '已同意', en: 'consented' }],
    ])
    expect(sentences('ERR_STATE', facts, words)).toEqual({
      status: 409,
      says: {
        zh: '当前状态“已请求”不能办理此步骤；可在：已同意：专利纠纷须先送达陈述意见通知书并取得被请求人同意',
        en: 'not possible in this state: requested; possible in: consented: in a patent dispute the respondent is heard and consents first',
      },
      todo: { zh: '先送达陈述意见通知书', en: 'serve the notice to comment first' },
    })
  })

  it('takes the word that a fact gives its code, names fields by their path, and each language its own', () => {
    const words = new Map([
      ['field:basis', { zh: '法律依据', en: 'Legal basis' }],
      ['A-1', { zh: '甲局', en: 'Bureau A' }],
      ['kind:recon', { zh: '行政复议', en: 'reconsideration' }],
    ])
    expect(sentences('ERR_GUARD', { guard: 'plan-content', missing: ['A-1.basis'] }, words).says).toEqual({
      zh: '方案缺少：甲局的法律依据',
      en: 'the plan lacks: Bureau A: Legal basis',
    })
    expect(sentences('ERR_GUARD', { guard: 'not-challenged', kind: 'recon' }, words).says.zh).toBe(
      '没有正在进行的行政复议',
    )
    expect(sentences('MALFORMED', { why: { zh: '不是 JSON', en: 'not JSON' } }).says).toEqual({
      zh: '请求内容无法读取：不是 JSON',
      en: 'the request cannot be read: not JSON',
    })
  })

  it('counts the entries of a list from one and names the fields within', () => {
    const words = new Map([
      ['field:officers', { zh: '办案人员', en: 'Officers' }],
      ['field:plan', { zh: '分期', en: 'Parts' }],
      ['field:.due', { zh: '履行期限', en: 'last day' }],
      ['field:due', { zh: '另一表单的字段', en: 'a field of another form' }],
    ])
    const said = (field: string) =>
      sentences('ERR_GUARD', { guard: 'person-twice', field, person: 'weidu-02' }, words).says
    expect(said('officers.1')).toEqual({
      zh: '“办案人员第 2 项”：weidu-02 已经写过',
      en: '“Officers, entry 2”: weidu-02 is named already',
    })
    expect(said('plan.0.due').zh).toBe('“分期第 1 项的履行期限”：weidu-02 已经写过')
    expect(said('plan.0.due').en).toBe('“Parts, entry 1: last day”: weidu-02 is named already')
    expect(said('due').zh).toBe('“另一表单的字段”：weidu-02 已经写过')
  })

  it('suggests the code that is to be written', () => {
    const words = new Map([
      ['SRC-EXPO', { zh: '展会投诉', en: 'Complaint at a fair' }],
      ['StartVerification', { zh: '开始核查', en: 'Start verification' }],
    ])
    const facts = { guard: 'unknown-channel', channel: 'SRC-NOPE', nearest: 'SRC-EXPO', known: ['SRC-EXPO'] }
    expect(sentences('ERR_GUARD', facts, words).says.zh).toBe(
      '没有“SRC-NOPE”这个来源渠道，您是否要写“SRC-EXPO”（展会投诉）',
    )
    expect(sentences('NOT_FOUND', { nearest: 'StartVerification' }, words).todo.zh).toBe(
      '核对地址和编号；是否指 StartVerification',
    )
  })

  it('ends a long list with how many more there are', () => {
    const missing = Array.from({ length: 23 }, (_, index) => `乙${index}`)
    const { says } = sentences('ERR_DOC_MISSING', { missing })
    expect(says.zh.endsWith('乙19……另有 3 项')).toBe(true)
    expect(says.en.endsWith('乙19 … and 3 more')).toBe(true)
  })

  it('says in one form which date cannot be', () => {
    const words = new Map([['field:servedOn', { zh: '送达日期', en: 'Day of service' }]])
    const facts = { field: 'servedOn', given: '2026-06-03', notAfter: '2026-06-02' }
    expect(sentences('ERR_DATE', facts, words).says).toEqual({
      zh: '日期不成立：送达日期 2026-06-03，不得晚于 2026-06-02',
      en: 'the date cannot be: Day of service, 2026-06-03, must not be after 2026-06-02',
    })
  })

  it('says of one place or many alike what does not fit, and not only of steps', () => {
    expect(sentences('INVALID_INPUT', { count: 1 }).says.en).toBe(
      'the input does not fit the form (places: 1); see issues',
    )
    expect(sentences('INVALID_INPUT', { count: 1 }).todo.zh).toBe('按 issues 逐处改正；步骤的表单见 /api/steps')
  })

  it('answers an unknown code as a fault', () => {
    expect(sentences('ERR_NEVER_HEARD_OF').status).toBe(500)
  })
})
