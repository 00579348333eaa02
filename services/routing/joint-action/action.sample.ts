import type { Actor } from '#kernel'
import { at, specOf } from '#kernel/spec'
import { rules } from '../city.sample.js'
import { routing } from '../service.js'
import * as happened from './events.js'

/** A joint action of scenario 4's kind: bureau of the place, police, customs. All persons and companies are fictitious. */
const person = (agency: string, office: string, name: string): Actor => ({ agency, office, person: name })
export const PROPOSER = person('SAMR-411082', 'officer', 'he')
export const HEADS = {
  'SAMR-411082': person('SAMR-411082', 'head', 'ma'),
  'PSB-411082': person('PSB-411082', 'head', 'luo'),
  'CUSTOMS-411000': person('CUSTOMS-411000', 'acting-head', 'tang'),
}
export const OFFICE = person('JC-OFFICE-411000', 'officer', 'jin')
export const OFFICE_HEAD = person('JC-OFFICE-411000', 'leader', 'yan')
export const POLICE = person('PSB-411082', 'officer', 'song')

export const FIRST = { name: '长葛市锦绣发制品有限公司（虚构）', uscc: '91411082MA9FK30391' }
export const SECOND = { name: '某直播间（虚构）', shop: 'shop-1' }
export const TARGETS = [
  { subject: FIRST, ip: 'trademark' },
  { subject: SECOND, ip: 'trademark' },
]
export const officers = (prefix: string) => [
  { person: `${prefix}1`, licence: `${prefix}-001` },
  { person: `${prefix}2`, licence: `${prefix}-002` },
]
const part = (agency: string, decides: boolean) => ({
  agency,
  basis: '商标法第六十条',
  inspects: '生产、仓储场所',
  decides,
  officers: officers(agency),
})
export const PLAN = {
  lead: 'SAMR-411082',
  parts: [part('SAMR-411082', true), part('PSB-411082', false), part('CUSTOMS-411000', false)],
  day: '2026-05-22',
  places: [{ region: '411082', address: '长葛市某工业园' }],
  evidence: '各自制作现场笔录，共同物品一次登记',
  secrecy: '秘密',
  informantSafety: '不得透露举报人信息',
  contingency: '封控出入口',
  storage: '市局涉案物品库',
  press: '行动后统一发布',
}
const HASH = 'a'.repeat(64)
export const ITEM = { name: '假发套', quantity: 300, hash: HASH, shared: true }
export const ALLOCATIONS = [
  { target: FIRST, act: '假冒注册商标', agency: 'PSB-411082', ip: 'trademark' },
  { target: SECOND, act: '销售侵权商品', agency: 'SAMR-411082', ip: 'trademark' },
]

const proposed = at(
  '2026-05-15T09:00',
  happened.JointActionProposed({
    proposer: 'SAMR-411082',
    office: 'JC-OFFICE-411000',
    targets: TARGETS,
    basis: '商标法',
  }),
)
export const drafted = [proposed, { ...at('2026-05-18T09:00', happened.PlanDrafted(PLAN)), by: PROPOSER }]
const approvedBy = (agency: string) => at('2026-05-19T09:00', happened.PlanApprovedByAgency({ agency }))
export const twoHeads = [...drafted, approvedBy('SAMR-411082'), approvedBy('PSB-411082')]
export const allHeads = [...twoHeads, approvedBy('CUSTOMS-411000')]
export const approved = [...allHeads, at('2026-05-20T09:00', happened.PlanApproved({ day: '2026-05-22' }))]
export const announced = [
  ...approved,
  at('2026-05-20T10:00', happened.JointActionAnnounced({ to: PLAN.parts.map((one) => one.agency) })),
]
export const executing = [...announced, at('2026-05-22T09:00', happened.ExecutionStarted({ present: PLAN.parts }))]
export const allocated = [...executing, at('2026-05-28T09:00', happened.TargetsAllocated({ allocations: ALLOCATIONS }))]
export const reported = [
  ...allocated,
  at('2026-06-04T09:00', happened.JointActionReported({ summary: '查获假发套三百件' })),
]

export { at, happened, proposed }
export const spec = specOf(routing.records[1]!, rules)
