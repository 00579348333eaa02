import { describe, expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { loadRules } from './load.js'

const rules = loadRules()
const number = (agency: string, title: string, n = 12) => rules.number(agency, title, 2026, n)

/** Titles of rulebook appendix A, beyond the 56 forms, copied by hand. */
const APPENDIX =
  `投诉登记表 举报登记表 投诉/举报分送通知书 限期提供身份证明材料通知书 投诉受理决定书 投诉不予受理决定书 投诉调解通知书 投诉终止调解决定书 投诉调解书 举报处理结果告知书
受案登记表 受案回执 移送书回执 补正材料通知书 立案决定书 立案通知书 不予立案通知书 复议申请书 复议决定书 移交清单 交接手续 撤销案件决定书 移送案件通知书
建议立案监督函 要求说明不立案理由通知书 不立案理由说明书 通知立案书 纠正违法通知书 立案监督案件催办函 不起诉决定书 检察意见书 审查终结报告 中止审查决定书 终结审查决定书
专利侵权纠纷处理请求书 答辩通知书 答辩书 中止处理通知书 恢复处理通知书 口头审理通知书 口头审理笔录 合议笔录 行政裁决书 专利侵权纠纷调解协议书 咨询意见书
调解请求书 陈述意见通知书 意见陈述书 调解协议书 司法确认申请书 受理通知书 不予受理裁定书 确认裁定书 驳回申请裁定书
列入严重违法失信名单决定书 移出决定书 撤销列入决定书 恢复列入决定书 信用修复告知书 信用修复申请书 守信承诺书 准予/不予信用修复决定书 异议申请书 异议处理结果告知书
线索通报函 线索办理反馈函 协助调查复函 延期告知函 联合执法方案 联合执法情况报告 会商纪要 督办函 执法监督意见书 执法监督决定书 海关扣留凭单 中止放行通知`.split(
    /\s+/,
  )

/** What the document columns of rulebook 11.1–11.11 call the papers, shortened as they are there. */
const COLUMNS =
  `登记表 案源登记 分送通知书 退回单 告知书 决定书 调解书 终止调解决定书 送达回证 鉴定委托书 协助辨认/鉴别通知书 期间告知书 结果告知书 涉嫌犯罪线索分析表 审批表 并案记录 线索关联记录 不予立案审批表 案件/线索移送函 报请指定管辖函 举报处理结果告知书 线索办理反馈函
立案审批表 笔录 清单 提取单 责令退款通知书 协助调查函 集体讨论记录 案件移送函 案件调查终结报告 案件审核/法制审核表 审核表 行政处罚告知书 送达公告 陈述申辩笔录 申请 行政处罚听证通知书 听证笔录 听证报告 公示记录 缴款凭证 延期/分期缴纳罚款通知书 履行催告书 强制执行申请书 裁定 受理通知 判决书 撤销决定 结案审批表
先行登记保存证据通知书 解除先行登记保存证据通知书 实施行政强制措施决定书 场所/设施/财物清单 封条 延长行政强制措施期限决定书 查封/扣押物品移送告知书 解除行政强制措施决定书
专案组任命 关于移送涉嫌犯罪案件的报告 不予移送理由记录 移送书 回执 补正材料通知书 补正材料 移送案件通知书 立案决定书 立案通知书 不予立案通知书 签收 复议申请书 复议决定书 建议立案监督函 要求说明不立案理由通知书 不立案理由说明书 审查意见 不立案理由审查意见通知书 通知立案书 移交清单 交接手续 起诉书 撤销案件决定书 不起诉决定书 涉案物品清单 调查报告 检验报告 其他材料
内部移送函 中止审查决定书 检察意见书 终结审查决定书 处理结果回函 督促函 指定管辖通知书 案件交接 告知函 延期告知函 复函 报告
联合执法方案 通知 现场笔录 会商纪要 联合执法情况报告 请求书 异议决定书 举证通知书 中止通知书 恢复通知书 口头审理通知书 行政裁决书 调解协议书 撤销案件决定书
调解请求书 陈述意见通知书 意见陈述书 不予立案通知书 受理登记 调解笔录 同意书 终止记录 履行证明 司法确认申请书 承诺书 受理通知书 不予受理裁定书 补充通知 准许撤回裁定 确认裁定书 驳回申请裁定书 异议书 执行申请书
请示 同意函 不同意函 列入决定书 信用修复告知书 异议申请书 异议处理结果告知书 撤销列入决定书 信用修复申请书 守信承诺书 准予/不予信用修复决定书 恢复列入决定书 移出决定书`.split(
    /\s+/,
  )

describe('the document catalogue', () => {
  it('has the 56 forms and the 10 complaint forms by number', () => {
    const codes = rules.documents.map((one) => one.code)
    expect(codes.filter((code) => /^F\d+$/.test(code))).toEqual(Array.from({ length: 56 }, (_, i) => `F${i + 1}`))
    expect(codes.filter((code) => /^T\d+$/.test(code))).toEqual(Array.from({ length: 10 }, (_, i) => `T${i + 1}`))
    expect(rules.document('F45')!.title).toEqual({ zh: '行政处罚决定书', en: 'Penalty decision' })
    expect(rules.document('F56')!.title).toEqual({ zh: '卷内备考表', en: 'File remarks sheet' })
  })

  it('knows every title of appendix A', () => {
    expect(APPENDIX.filter((title) => rules.document(title)?.title.zh !== title)).toEqual([])
  })

  it('finds what section 11 names in short', () => {
    expect(COLUMNS.filter((title) => !rules.document(title))).toEqual(['决定书'])
    expect(rules.document('审批表')!.title.zh).toBe('行政处罚案件有关事项审批表')
    expect(rules.document('移送书')!.title.zh).toBe('涉嫌犯罪案件移送书')
    expect(rules.document('立案审批表')!.title.zh).toBe('立案/不予立案审批表')
    expect(rules.document('no such paper')).toBeUndefined()
  })

  it('has English titles that are titles', () => {
    expect(rules.documents.filter(({ title }) => /also:|[[\]{}]|\p{Script=Han}/u.test(title.en))).toEqual([])
  })
})

describe('paper numbers (rulebook 1.7)', () => {
  it.each([
    ['SAMR-411000', '行政处罚决定书', '许市监处罚〔2026〕12号'],
    ['SAMR-411002', '行政处罚决定书', '许魏市监处罚〔2026〕12号'],
    ['SAMR-411003', '行政处罚决定书', '许建市监处罚〔2026〕12号'],
    ['SAMR-411024', '行政处罚决定书', '鄢市监处罚〔2026〕12号'],
    ['SAMR-411025', '行政处罚决定书', '襄市监处罚〔2026〕12号'],
    ['SAMR-411081', '行政处罚决定书', '禹市监处罚〔2026〕12号'],
    ['SAMR-411082', '行政处罚决定书', '长市监处罚〔2026〕12号'],
    ['SAMR-411000', '案件来源登记表', '许市监案源〔2026〕12号'],
    ['SAMR-411000', '立案审批表', '许市监立案〔2026〕12号'],
    ['SAMR-411000', '行政处罚告知书', '许市监罚告〔2026〕12号'],
    ['SAMR-411000', '实施行政强制措施决定书', '许市监强制〔2026〕12号'],
    ['SAMR-411000', '协助调查函', '许市监协查〔2026〕12号'],
    ['SAMR-411000', '涉嫌犯罪案件移送书', '许市监罪移〔2026〕12号'],
    ['SAMR-411000', '指定管辖通知书', '许市监指辖〔2026〕12号'],
    ['SAMR-411000', '行政裁决书', '许知裁字〔2026〕12号'],
    ['PSB-411000', '受案登记表', '许公（食药环）受案字〔2026〕12号'],
    ['PSB-411000', '立案决定书', '许公（食药环）立字〔2026〕12号'],
    ['PSB-411000', '不予立案通知书', '许公（食药环）不立字〔2026〕12号'],
    ['PROC-411000', '要求说明不立案理由通知书', '许检刑检说理〔2026〕12号'],
    ['PROC-411000', '通知立案书', '许检刑检通立〔2026〕12号'],
    ['PROC-411000', '检察意见书', '许检行检意〔2026〕12号'],
    ['COURT-411002', '受理通知书', '（2026）豫1002诉前调确12号'],
  ])('%s %s: %s', (agency, title, expected) => {
    expect(number(agency, title)).toBe(expected)
    if (!agency.startsWith('COURT')) expect(expected).toMatch(/^[\u4e00-\u9fa5（）]{2,20}〔20\d{2}〕[1-9]\d{0,5}号$/)
  })

  it('has one counter per agency, series and year', () => {
    expect(rules.numberScope('SAMR-411002', '行政处罚决定书', '2026')).toBe('SAMR-411002/penalty/2026')
    expect(rules.numberScope('COURT-411002', '不予受理裁定书', 2026)).toBe(
      rules.numberScope('COURT-411002', '受理通知书', 2026),
    )
  })

  it.each([
    ['SAMR-411002', '现场笔录'],
    ['SAMR-411002', '不予立案审批表'],
    ['SAMR-411002', '不予立案通知书'],
    ['SAMR-411002', '受理通知书'],
    ['HOLDER', '行政处罚决定书'],
    ['no such agency', '行政处罚决定书'],
  ])('leaves %s %s without a number', (agency, title) => {
    expect(rules.numberScope(agency, title, '2026')).toBeUndefined()
    expect(() => number(agency, title)).toThrow('carries no number')
  })

  it('pads nothing and writes no 第', () => {
    expect(number('SAMR-411000', '行政处罚决定书', 1)).toBe('许市监处罚〔2026〕1号')
    expect(readFileSync(new URL('./documents.yaml', import.meta.url), 'utf8')).not.toMatch(/pattern: .*第/)
  })
})
