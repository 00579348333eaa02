import type { Title } from '#kernel'

/** Why a court does not take an application (MSJS 355). */
export const REFUSAL_GROUNDS = {
  scope: { zh: '不属于人民法院受理范围', en: 'Not in scope' },
  'wrong-court': { zh: '不属于收到申请的人民法院管辖', en: 'Another court is competent' },
  status: { zh: '申请确认身份关系', en: 'Marriage, parentage and the like' },
  'other-procedure': { zh: '适用其他特别程序、公示催告程序、破产程序', en: 'Another special procedure or insolvency' },
  title: { zh: '涉及物权、知识产权确权', en: 'Property rights, IP validity or ownership' },
  identity: { zh: '申请人身份不明', en: 'Identity' },
} as const satisfies Record<string, Title>

/** Why a court rejects an application that it took (MSJS 358). */
export const REJECTION_GROUNDS = {
  'mandatory-law': { zh: '违反法律强制性规定', en: 'Violates mandatory law' },
  interest: { zh: '损害国家利益、社会公共利益、他人合法权益', en: 'Harms the state, the public or a third party' },
  'public-order': { zh: '违背公序良俗', en: 'Contrary to public order' },
  'not-voluntary': { zh: '违反自愿原则', en: 'Not voluntary' },
  unclear: { zh: '内容不明确', en: 'Content unclear' },
  other: { zh: '其他不能确认的情形', en: 'Other' },
} as const satisfies Record<string, Title>
