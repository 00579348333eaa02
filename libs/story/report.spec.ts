import { describe, expect, it } from '@jest/globals'
import type { Clock, Shown } from '#kernel'
import { loadRules } from '#rules'
import { readStory } from './read.js'
import type { Played, Playing } from './play.js'
import { explanation } from './report-clocks.js'
import { findingList, type Page } from './report-findings.js'
import { htmlReport } from './report-html.js'
import { tellPlayed } from './report-text.js'
import { dateText, daysText, escape, valueText } from './report-words.js'

const rules = loadRules()
const page: Page = { rules, year: '2026', nameOf: (record) => record.label }

/** CLK-VERIFY: 15 working days (PROC 18) from 3 March 2026 end on 24 March. */
const clock: Clock = {
  id: 'CLK-VERIFY',
  key: '',
  state: 'running',
  start: '2026-03-03T09:00:00.000+08:00',
  base: '2026-03-03',
  length: { n: 15, unit: 'WD' },
  unit: 'WD',
  lapse: 'breach',
  due: '2026-03-24',
  strict: '2026-03-24',
  provisional: false,
  excluded: [],
  extensions: [],
}

const lead = {
  id: 'r1',
  kind: 'intake/lead',
  state: 'DISPATCHED',
  stateTitle: { zh: '已分送', en: 'Dispatched' },
  label: '某厂（虚构）',
  papers: [{ title: '审批表' }, { title: '审批表' }, { title: '登记表', number: '1号' }],
  clocks: [clock],
  entries: [{ events: [{ type: 'LeadDispatched', title: { zh: '线索已分送', en: 'Lead dispatched' } }] }],
  chain: { seq: 3, head: 'a'.repeat(64) },
} as unknown as Shown

const played = (findings: Played['findings']): Played => ({
  n: 1,
  at: '2026-03-03T09:00:00.000+08:00',
  by: 'hub',
  actor: { agency: 'HUB-411000', office: 'intake', person: 'p1', name: '许接（虚构）' },
  do: 'intake/lead/DispatchLead',
  title: { zh: '分送线索', en: 'Dispatch the lead' },
  reply: { status: 200, outcome: 'DISPATCHED' },
  findings,
  records: { this: lead },
})

const text = (html: string): string[] =>
  html
    .replace(/<details.*?<\/details>/g, '')
    .split('</li>')
    .map((one) => one.replace(/<[^>]+>/g, '').trim())
    .filter(Boolean)

describe('words of a report', () => {
  it('writes days and moments as people do, the year only where it is another', () => {
    expect(dateText('2026-03-07T16:00:00.000+08:00', '2026')).toBe('3月7日 周六 16:00')
    expect(dateText('2027-06-10', '2026')).toBe('2027年6月10日 周四')
    expect(daysText('2026-04-25', '2026-04-26', '2026')).toBe('4月25日–26日')
    expect(daysText('2026-12-31', '2027-01-02', '2026')).toBe('12月31日–2027年1月2日')
  })

  it('shows no JSON, and nothing that a browser would run', () => {
    expect(valueText({ n: 3, days: ['2026-03-07'] }, '2026')).toBe('n 3，days 3月7日 周六')
    expect(valueText(true)).toBe('是')
    expect(escape('<script>"')).toBe('&lt;script&gt;&quot;')
  })
})

describe('an explanation', () => {
  it('tells days of one sense once', () => {
    expect(text(explanation(rules, 'intake/lead', clock, '2026').replace(/<\/?details>/g, ''))).toEqual([
      '为什么是这一天 why this day · 市场监督管理行政处罚程序规定 第18条3月3日 周二起算之日，不计入 the day it starts, not counted',
      '3月4日–6日工作日，计入，第 1–3 个工作日 working day, counts as working days 1–3',
      '3月7日–8日休息日，不计入 rest day, not counted',
      '3月9日–13日工作日，计入，第 4–8 个工作日 working day, counts as working days 4–8',
      '3月14日–15日休息日，不计入 rest day, not counted',
      '3月16日–20日工作日，计入，第 9–13 个工作日 working day, counts as working days 9–13',
      '3月21日–22日休息日，不计入 rest day, not counted',
      '3月23日 周一工作日，计入，第 14 个工作日 working day, counts as working day 14',
      '3月24日 周二工作日，计入，第 15 个工作日；期限最后一日 working day, counts as working day 15; last day of the period',
    ])
  })

  it('is silent about a paused clock', () => {
    expect(explanation(rules, 'intake/lead', { ...clock, due: undefined }, '2026')).toBe('')
  })
})

describe('an entry while it is played', () => {
  const says = { zh: '应由负责人批准', en: 'the head approves' }
  const refused = { status: 403, outcome: 'ERR_WRONG_APPROVER', says }
  const finding = { what: 'rejected', expected: 'ERR_WRONG_APPROVER', found: 'ERR_WRONG_APPROVER', ok: true }

  it('is told in Chinese first, by title and state', () => {
    expect(tellPlayed({ ...played([]), records: { this: { ...lead, state: 'DISPATCHED' } } })).toBe(
      '  2026-03-03 09:00  hub 分送线索 / Dispatch the lead  → 已分送 Dispatched',
    )
    expect(tellPlayed({ ...played([]), by: undefined, title: undefined, do: undefined, reply: undefined })).toBe(
      '  2026-03-03 09:00  时间经过 / time passes',
    )
  })

  it('that is refused as the story expects is no failure', () => {
    expect(tellPlayed({ ...played([finding]), reply: refused })).toBe(
      '  2026-03-03 09:00  hub 分送线索 / Dispatch the lead  → 如预期被拒绝 / refused as expected: 应由负责人批准 / the head approves',
    )
    expect(tellPlayed({ ...played([{ ...finding, expected: 'ERR_SOD', ok: false }]), reply: refused })).toBe(
      '  2026-03-03 09:00  hub 分送线索 / Dispatch the lead  → 被拒绝 / refused: ERR_WRONG_APPROVER 应由负责人批准 / the head approves  ✗ 1',
    )
  })
})

describe('the checks of an entry', () => {
  it('gathers what is said of a clock, names it in Chinese and says what was found instead', () => {
    const findings = [
      { what: 'CLK-VERIFY state', expected: 'running', found: 'running', ok: true, clock: 'CLK-VERIFY' },
      { what: 'CLK-VERIFY due', expected: '2026-03-25', found: '2026-03-24', ok: false, clock: 'CLK-VERIFY' },
      { what: 'events', expected: ['LeadDispatched'], found: ['LeadDispatched'], ok: true },
    ]
    expect(text(findingList(played(findings), page))).toEqual([
      '✓ 事件：线索已分送',
      '✗ 线索核查期限 CLK-VERIFY 进行中；应为 截止 3月25日 周三，实为 截止 3月24日 周二',
    ])
  })

  it('leaves out the days after the first, and says that a last day was not put off', () => {
    const of = (what: string, expected: unknown) => ({
      ...{ what: `CLK-VERIFY ${what}`, expected, found: expected, ok: true, clock: 'CLK-VERIFY' },
    })
    const findings = [
      of('due', '2026-06-08'),
      of('strict', '2026-06-08'),
      of('excluded', [
        ['2026-03-06', '2026-03-10'],
        ['2026-03-12', '2026-03-12'],
      ]),
    ]
    expect(text(findingList(played(findings), page))).toEqual([
      '✓ 线索核查期限 CLK-VERIFY 截止 6月8日 周一；没有顺延；扣除 3月7日–10日',
    ])
  })

  it('calls a fact and its value by their titles, where the record tells them', () => {
    const findings = [
      { what: 'facts.result', expected: 'not-met', found: 'not-met', ok: true },
      { what: 'facts.metrics.sales_amount', expected: 1, found: 2, ok: false },
    ]
    const words = {
      result: { zh: '是否达到立案追诉标准', en: 'threshold' },
      'result:not-met': { zh: '未达到', en: 'not met' },
    }
    const one = { ...played(findings), records: { this: { ...lead, words } } }
    expect(text(findingList(one, page))).toEqual([
      '✓ 是否达到立案追诉标准：未达到',
      '✗ 事实 metrics.sales_amount：应为 1，实为 2',
    ])
  })

  it('never repeats what must not be seen', () => {
    const findings = [
      { what: 'absent 何举报', expected: false, found: false, ok: true },
      { what: 'state as before', expected: 'A', found: 'A', ok: true },
      { what: 'version as before', expected: 1, found: 1, ok: true },
    ]
    expect(text(findingList(played(findings), page))).toEqual(['✓ 记录没有改变', '✓ 不应出现的 1 项内容均未出现'])
  })
})

describe('the page', () => {
  const playing: Playing = {
    story: readStory('seeds/stories/flagship.yaml'),
    kinds: { 'intake/lead': { zh: '线索', en: 'Lead' } },
    entries: [played([])],
    ok: true,
    counts: { entries: 1, branches: 0, findings: 0, failed: 0 },
  }
  const html = htmlReport(playing, rules)

  it('says who did what to which record and where it led', () => {
    expect(html).toContain('<b>分送线索</b> <span>线索 · 某厂（虚构）</span><em>已分送</em>')
    expect(html).toContain('许昌市12315投诉举报中心 · 受理人员 · 许接（虚构）')
    expect(html).toContain('文书 papers：《审批表》×2、《登记表》1号')
  })

  it('says a refusal in its own words', () => {
    const reply = {
      status: 403,
      outcome: 'ERR_SOD',
      says: { zh: '同一人不得既办理又审核', en: 'the same person may not' },
    }
    const refused = htmlReport({ ...playing, entries: [{ ...played([]), reply }] }, rules)
    expect(refused).toContain(
      '<p class="says">同一人不得既办理又审核 <small>the same person may not</small> <small>ERR_SOD</small></p>',
    )
  })
})
