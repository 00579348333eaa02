export const STATES = {
  SUSPECTED: { zh: '发现涉嫌犯罪', en: 'Crime suspected' },
  TASK_FORCE: { zh: '专案组核实', en: 'Task force at work' },
  REPORT_SUBMITTED: { zh: '报告已提交', en: 'Report submitted' },
  APPROVED: { zh: '已批准移送', en: 'Transfer approved' },
  NOT_APPROVED: { zh: '不予移送', en: 'Not approved', final: true },
  SENT: { zh: '已移送', en: 'Sent to the police' },
  RECEIVED_BY_POLICE: { zh: '公安机关已签收', en: 'Received by the police' },
  SUPPLEMENTING: { zh: '补正材料中', en: 'Material being supplemented' },
  FORWARDED: { zh: '已转送', en: 'Forwarded' },
  POLICE_FILED: { zh: '公安机关已立案', en: 'Filed by the police' },
  REFUSED: { zh: '公安机关不予立案', en: 'Refused by the police' },
  RECON_REQUESTED: { zh: '复议中', en: 'Reconsideration requested' },
  RECON_UPHELD: { zh: '复议维持不予立案', en: 'Refusal upheld' },
  SUPERVISION_REQUESTED: { zh: '已建议立案监督', en: 'Supervision requested' },
  EXPLAINING: { zh: '公安机关说明理由中', en: 'Police explaining' },
  ORDERED_TO_FILE: { zh: '已通知立案', en: 'Ordered to file' },
  SUPERVISION_REJECTED: { zh: '不立案理由成立', en: 'Reasons for not filing upheld', final: true },
  HANDED_OVER: { zh: '涉案物品已移交', en: 'Goods handed over' },
  IN_INVESTIGATION: { zh: '刑事侦查中', en: 'Under criminal investigation' },
  PROSECUTED: { zh: '已提起公诉', en: 'Prosecuted' },
  NON_PROSECUTION: { zh: '不起诉', en: 'Not prosecuted', final: true },
  CONVICTED: { zh: '有罪判决', en: 'Convicted', final: true },
  ACQUITTED: { zh: '无罪判决', en: 'Acquitted', final: true },
  RETURNED_WITHDRAWN: { zh: '撤案退回', en: 'Withdrawn and returned', final: true },
  ENDED: { zh: '嫌疑处理终结', en: 'Ended', final: true },
} as const

/** Every state, closed ones included. */
export const EVERY = Object.keys(STATES) as readonly (keyof typeof STATES)[]

/** Exempted from punishment is guilty all the same. */
export const OUTCOME_STATES = {
  convicted: 'CONVICTED',
  exempted: 'CONVICTED',
  acquitted: 'ACQUITTED',
  'non-prosecution': 'NON_PROSECUTION',
} as const
