import { z } from 'zod'
import { jointAction } from '#contracts'
import { event, field } from '#kernel'
import { officer, part, place } from './plan.js'
import { item, target } from './found.js'

export const { CrimeFlagged, TargetsAllocated } = jointAction

export const JointActionProposed = event(
  'JointActionProposed',
  { zh: '提议联合执法', en: 'Joint action proposed' },
  {
    proposer: field.agency,
    office: field.agency,
    targets: field.list(target),
    basis: field.text,
  },
)

export const PlanDrafted = event(
  'PlanDrafted',
  { zh: '拟定联合执法方案', en: 'Plan drafted' },
  {
    lead: field.agency,
    parts: field.list(part),
    day: field.day,
    places: field.list(place),
    evidence: field.text,
    secrecy: field.text,
    informantSafety: field.text,
    contingency: field.text,
    storage: field.text,
    press: field.text,
  },
)

export const PlanApprovedByAgency = event(
  'PlanApprovedByAgency',
  { zh: '参加单位批准方案', en: 'Plan approved by an agency' },
  { agency: field.agency },
)

export const PlanApproved = event('PlanApproved', { zh: '方案获批', en: 'Plan approved' }, { day: field.day })

export const JointActionAnnounced = event(
  'JointActionAnnounced',
  { zh: '通知参加单位', en: 'Announced to the participants' },
  {
    to: field.list(field.agency),
    /** Why the notice is short. */
    urgent: field.text.optional(),
  },
)

const present = z.strictObject({ agency: field.agency, officers: field.list(officer) })

export const ExecutionStarted = event(
  'ExecutionStarted',
  { zh: '行动开始', en: 'Execution started' },
  { present: field.list(present) },
)

export const ItemsRecorded = event(
  'ItemsRecorded',
  { zh: '记录现场与物品', en: 'Items recorded' },
  {
    agency: field.agency,
    items: field.list(item),
  },
)

export const JointActionReported = event(
  'JointActionReported',
  { zh: '提交联合执法情况报告', en: 'Joint action reported' },
  { summary: field.text },
)

export const JointActionClosed = event('JointActionClosed', { zh: '联合执法结束', en: 'Joint action closed' })

export const JointActionCancelled = event(
  'JointActionCancelled',
  { zh: '取消联合执法', en: 'Joint action cancelled' },
  { reason: field.text },
)
