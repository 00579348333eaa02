import { event, field } from '#kernel'
import { publicity } from '#contracts'
import * as objection from '../objection.js'

export { ClockBreached } from '#kernel'
export const { PublicityOpened, Repaired, PublicityEnded } = publicity
export const { ObjectionFiled, ProviderAsked, ProviderAnswered, TestCommissioned, TestReceived, ObjectionResolved } =
  objection

/** Another system shows it too. */
export const PlacePublished = event(
  'PlacePublished',
  { zh: '另一系统公示', en: 'Published in another place' },
  { where: field.name, on: field.day },
)

export const PenaltyPerformed = event('PenaltyPerformed', { zh: '处罚履行完毕', en: 'Penalty performed' })
export const RepairApplied = event('RepairApplied', { zh: '申请信用修复', en: 'Repair applied for' })
export const RepairAccepted = event('RepairAccepted', { zh: '受理信用修复', en: 'Repair accepted' })
export const RepairExtended = event('RepairExtended', { zh: '延长修复办理', en: 'Repair decision extended' })
export const RepairRefused = event('RepairRefused', { zh: '不予信用修复', en: 'Repair refused' })
export const PublicityStopped = event('PublicityStopped', { zh: '停止公示', en: 'Publicity stopped' })
