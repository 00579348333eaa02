import { loadRules } from '#rules'
import type { Names, Source } from './source.js'

/** Papers for specs, each from facts that are whole; all persons and firms are fictitious. */

const rules = loadRules().withPeople([
  { agency: 'SAMR-411002', person: 'p1', licence: '豫K0001', name: '王一（虚构）' },
  { agency: 'SAMR-411002', person: 'p2', licence: '', name: '赵四（虚构）' },
  { agency: 'SAMR-411002', person: 'p3', name: '李二（虚构）' },
  { agency: 'PSB-411002', person: 'p5', name: '周五（虚构）' },
])

const WORDS: Readonly<Record<string, string>> = {
  'ground:minor-corrected': '轻微并及时改正',
  'conduct:intentional-infringement': '故意侵犯知识产权',
  'offence:counterfeit_mark_goods': '假冒注册商标罪（商品）',
  'metric:illegal_business': '非法经营数额',
}

export const names: Names = { rules, word: (fact, code) => WORDS[`${fact}:${code}`] }

export const firm = {
  name: '魏都区某饰品厂',
  uscc: '91411002MA9FK1017E',
  address: '许昌市魏都区示范路1号（虚构）',
  representative: '锦某（虚构）',
}
const other = { ...firm, name: '许昌某发制品公司', uscc: '91411000MA9FK7072K' }

const AT = '2026-06-10T09:30:00.000+08:00'
type More = Partial<Omit<Source, 'paper' | 'clocks'>> & { paper?: Partial<Source['paper']>; clocks?: readonly object[] }

export const source = (kind: string, title: string, { paper, clocks = [], ...more }: More): Source => {
  const own = { title, agency: 'SAMR-411002', on: '2026-06-10', fields: {}, ...paper }
  return {
    ...{ id: 'i', kind, record: 'r', step: 'S', at: AT, now: {}, input: {}, happened: {}, facts: {} },
    by: { agency: own.agency, office: 'officer', person: 'p1' },
    papers: [own],
    ...more,
    paper: own,
    clocks: clocks as Source['clocks'],
  }
}

const lead = {
  channel: 'SRC-12315-JB',
  receivedOn: '2026-06-09',
  named: true,
  reporter: 'INF-2026-0001',
  clue: '大量生产假冒商标的假发',
  ip: 'trademark',
  subject: firm,
  officers: ['p1', 'p2'],
}
const notice = {
  title: '行政处罚告知书',
  agency: 'SAMR-411002',
  on: '2026-06-01',
  number: '许魏市监罚告〔2026〕1号',
  fields: {
    facts: '生产销售假冒商品。',
    reasons: '侵犯注册商标专用权',
    basis: '商标法第六十条',
    fine: 10000000,
    confiscation: 0,
    kinds: ['fine'],
    hearingOffered: true,
  },
}
const decision = {
  ...notice,
  title: '行政处罚决定书',
  on: '2026-06-10',
  number: '许魏市监处罚〔2026〕1号',
  fields: { fine: 10000000, confiscation: 550, kinds: ['warning', 'fine'], duties: ['销毁侵权标识'] },
}
const evidence = { EvidenceCollected: [{ items: ['生产记录', '销售单据'], present: ['p1', 'p2'] }] }
const goods = [{ name: '假发', quantity: 800, unit: '件' }]
const agreement = {
  effectiveOn: '2026-05-20',
  lastPerformanceDay: '2026-07-31',
  amount: 8000000,
  payee: 'requester',
  instalments: [{ no: 1, amount: 8000000, due: '2026-07-31' }],
}
const letter = {
  title: '涉嫌犯罪案件移送书',
  agency: 'SAMR-411002',
  on: '2026-04-03',
  number: '许魏市监罪移〔2026〕1号',
  fields: { to: 'PSB-411002', goods },
}
const suspicion = {
  agency: 'SAMR-411002',
  subject: firm,
  offence: 'counterfeit_mark_goods',
  officers: ['p1', 'p2'],
  prosecutor: 'PROC-411002',
  amounts: [{ metric: 'illegal_business', value: 8600000 }],
}
const part = {
  basis: '商标法',
  inspects: '门店',
  decides: true,
  officers: [
    { person: 'p1', licence: '豫K0001' },
    { person: 'p2', licence: '豫K0002' },
  ],
}
const clauses = {
  dispute: '商标侵权',
  facts: '销售侵权商品',
  obligations: '停止并赔偿',
  currency: 'CNY',
  way: '转账',
  stop: '立即停止',
  stock: '拆除标识',
  secrecy: '保密',
  breach: '逾期担责',
  knowsConfirmation: true,
  signedBy: ['requester', 'respondent'],
  parties: [other, firm],
}
const listed = {
  agency: 'SAMR-411002',
  subject: firm,
  conduct: 'intentional-infringement',
  consented: true,
  penalty: { on: '2026-06-10', decider: 'p3' },
  listedOn: '2026-06-10',
}
const listing = {
  facts: listed,
  clocks: [
    { id: 'CLK-LIST-END', due: '2029-06-10' },
    { id: 'CLK-LIST-EARLY', due: '2027-06-10' },
  ],
  by: { agency: 'SAMR-411002', office: 'leader', person: 'p3' },
}

/** One of every paper, with everything in it that it may not be without. */
export const whole: readonly Source[] = [
  source('intake/lead', '案件来源登记表', { facts: lead, paper: { number: '许魏市监案源〔2026〕1号' } }),
  source('intake/lead', '立案/不予立案审批表', { facts: lead, input: { ground: 'minor-corrected' }, by: listing.by }),
  source('intake/administrative-case', '立案/不予立案审批表', {
    facts: {
      subject: firm,
      act: '生产假冒商品',
      ip: 'trademark',
      officers: ['p1', 'p2'],
      approver: 'p3',
      leads: ['l'],
    },
    input: { conditions: { evidence: true, penalty: true, jurisdiction: true, limitation: true } },
  }),
  source('intake/administrative-case', '现场笔录', {
    facts: { subject: firm },
    input: { place: '示范路1号', scene: '八台设备正在生产', items: ['生产记录'], rightsTold: true },
    happened: evidence,
  }),
  source('routing/joint-action', '现场笔录', {
    facts: { targets: [{ subject: firm, ip: 'trademark' }], places: [{ region: '411002', address: '示范路1号' }] },
    input: { scene: '货架上有侵权商品' },
  }),
  source('intake/measure', '实施行政强制措施决定书', {
    facts: { subject: firm, ip: 'trademark', goods },
    input: { kind: 'seize', basis: '商标法第六十二条' },
    paper: { number: '许魏市监强制〔2026〕1号' },
    clocks: [{ id: 'CLK-SEAL', due: '2026-07-10' }],
  }),
  source('intake/measure', '场所/设施/财物清单', { facts: { subject: firm, goods } }),
  source('intake/administrative-case', '行政处罚告知书', { facts: { subject: firm, officers: ['p1'] }, paper: notice }),
  source('intake/administrative-case', '行政处罚决定书', {
    facts: { subject: firm, used: { statement: true, hearing: false }, hearing: { held: false } },
    happened: { ...evidence, PenaltyNoticeServed: [{ servedOn: '2026-06-02' }] },
    paper: decision,
    papers: [notice, decision],
  }),
  source('intake/administrative-case', '送达回证', {
    facts: { subject: firm },
    happened: { DecisionServed: [{ servedOn: '2026-06-11' }] },
    papers: [notice, decision],
  }),
  source('routing/transfer', '涉嫌犯罪案件移送书', {
    facts: suspicion,
    input: { enclosures: { 调查报告: ['r1'], 涉嫌犯罪案件移送书: ['m1'] } },
    paper: letter,
  }),
  source('routing/transfer', '移送书回执', {
    facts: { ...suspicion, ownField: true, complete: false },
    papers: [letter],
    paper: { agency: 'PSB-411002' },
    by: { agency: 'PSB-411002', office: 'officer', person: 'p5' },
  }),
  source('mediation/mediation', '调解协议书', {
    facts: { organisation: 'MEDIATION-411000', agreement },
    paper: { agency: 'MEDIATION-411000', fields: clauses },
  }),
  source('mediation/confirmation', '司法确认申请书', {
    facts: { parties: [other, firm], organisation: 'MEDIATION-411000', court: 'COURT-411002', amount: 8000000 },
    input: { signedBy: ['requester', 'respondent'] },
    paper: { agency: 'MEDIATION-411000', fields: { effectiveOn: '2026-05-20', dispute: '侵权纠纷' } },
  }),
  source('credit/listing', '列入严重违法失信名单决定书', listing),
  source('credit/listing', '信用修复告知书', listing),
  source('intake/administrative-case', '信用修复告知书', {
    facts: { subject: firm },
    happened: { DecisionMade: [{ heavy: true }] },
    papers: [notice, decision],
  }),
  source('routing/joint-action', '联合执法方案', {
    facts: {
      lead: 'SAMR-411002',
      proposer: 'SAMR-411002',
      office: 'JC-OFFICE-411000',
      targets: [{ subject: firm, ip: 'trademark', act: '销售' }],
      parts: [{ ...part, agency: 'SAMR-411002' }],
      day: '2026-06-22',
      places: [{ region: '411002', address: '某市场' }],
    },
    input: {
      evidence: '各自制作笔录',
      secrecy: '内部',
      informantSafety: '不透露线索来源',
      contingency: '备用车辆',
      storage: '涉案物品库',
      press: '统一发布',
    },
  }),
]
