/** The states of an administrative penalty case (rulebook 11.2). */
export const STATES = {
  FILED: { zh: '已立案', en: 'Filed' },
  INVESTIGATING: { zh: '调查中', en: 'Investigating' },
  SUSPENDED: { zh: '中止调查', en: 'Suspended' },
  INVESTIGATION_CLOSED: { zh: '调查终结', en: 'Investigation closed' },
  UNDER_REVIEW: { zh: '审核中', en: 'Under review' },
  REVIEW_RETURNED: { zh: '审核退回', en: 'Review returned' },
  REVIEWED: { zh: '审核完成', en: 'Reviewed' },
  NOTICE_SERVED: { zh: '已告知', en: 'Notice served' },
  HEARING_PENDING: { zh: '待听证', en: 'Hearing pending' },
  HEARING_DONE: { zh: '听证结束', en: 'Hearing done' },
  DECISION_READY: { zh: '集体讨论完毕', en: 'Ready for decision' },
  DECIDED: { zh: '已作出决定', en: 'Decided' },
  SERVED: { zh: '决定已送达', en: 'Decision served' },
  PERFORMING: { zh: '履行中', en: 'Performing' },
  ENFORCING: { zh: '强制执行中', en: 'Enforcing' },
  CRIMINAL_TRANSFERRED: { zh: '已移送公安机关', en: 'Transferred to the police' },
  CLOSED: { zh: '已结案', en: 'Closed', final: true },
  TERMINATED: { zh: '终止调查', en: 'Terminated', final: true },
  CLOSED_AFTER_CONVICTION: { zh: '刑事判决后结案', en: 'Closed after conviction', final: true },
  JURISDICTION_TRANSFERRED: { zh: '已移送管辖', en: 'Jurisdiction transferred', final: true },
  REVOKED: { zh: '决定已撤销', en: 'Decision revoked', final: true },
} as const

export type CaseState = keyof typeof STATES

export const BEFORE_DECIDED = [
  'FILED',
  'INVESTIGATING',
  'SUSPENDED',
  'INVESTIGATION_CLOSED',
  'UNDER_REVIEW',
  'REVIEW_RETURNED',
  'REVIEWED',
  'NOTICE_SERVED',
  'HEARING_PENDING',
  'HEARING_DONE',
  'DECISION_READY',
] as const satisfies readonly CaseState[]

/** A decision stands: it may be challenged, published, revoked. */
export const DECIDED = [
  'DECIDED',
  'SERVED',
  'PERFORMING',
  'ENFORCING',
  'CLOSED',
] as const satisfies readonly CaseState[]

export const undecided = (state: string): boolean => (BEFORE_DECIDED as readonly string[]).includes(state)
