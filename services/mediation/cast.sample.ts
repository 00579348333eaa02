import type { Actor, Refusal, Subject } from '#kernel'
import { loadRules } from '#rules'

/** Fictitious people and parties of the specs (scenario 5 of the rulebook). */
export const rules = loadRules()

export const ORG = 'MEDIATION-411000'
export const AUTHORITY = 'SAMR-411000'
export const MARK = 'trademark'
export const PATENT = 'invention'
export const COURT = 'COURT-411002'

const officerOf = (agency: string, office: string): Actor => ({ agency, office, person: `${agency}-${office}` })

export const mediator = officerOf(ORG, 'mediator')
export const authority = officerOf(AUTHORITY, 'officer')
export const judge = officerOf(COURT, 'officer')
export const president = officerOf(COURT, 'president')
export const system: Actor = { agency: 'SYSTEM', office: 'system', person: 'SYSTEM' }

export const nursery: Subject = { name: '鄢陵示例花木苗圃（虚构）', uscc: '91411024MA9FK5050M' }
export const shop: Subject = { name: '魏都区示例花木店（虚构）', uscc: '92411002MA9FK1017B', natural: true }

export const holder: Actor = { agency: 'HOLDER', office: 'party', person: 'holder-02', subject: nursery.uscc }
export const respondent: Actor = { agency: 'RESPONDENT', office: 'party', person: 'respondent-01', subject: shop.uscc }
export const stranger: Actor = { agency: 'HOLDER', office: 'party', person: 'holder-03', subject: '91411081MA9FK404XQ' }

export const both = ['requester', 'respondent'] as const

/** A complete agreement: 50,000 yuan by 06-30 and no more infringement. */
export const agreement = {
  dispute: '花木商标侵权纠纷',
  facts: '被请求人销售带有请求人注册商标的花木',
  obligations: '支付五万元；停止侵权',
  amount: 5_000_000,
  currency: 'CNY',
  instalments: [{ amount: 5_000_000, due: '2026-06-30' }],
  payee: 'requester',
  way: '银行转账',
  stop: '立即停止使用该商标',
  stock: '去除标识后自行处理',
  secrecy: '双方保密',
  breach: '逾期按日万分之五支付违约金',
  knowsConfirmation: true,
  signedBy: [...both],
  sealed: true,
}

/** A refusal in one object: its code and its facts. */
export const no = (refusal: Refusal | undefined) => refusal && { code: refusal.refused, ...refusal.facts }
