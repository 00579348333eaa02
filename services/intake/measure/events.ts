import { administrativeCase, measure } from '#contracts'
import { event, field } from '#kernel'

/** What happens to goods that are kept, sealed or seized. Those that others hear of are contracts. */
export const {
  EvidenceRegistered,
  PreservedDisposed,
  PreservationReleased,
  MeasureTaken,
  MeasureExpired,
  MeasureLifted,
} = measure

/** Dated as on the lead or case that sent the goods to be tested. */
export const { TestCommissioned, TestReceived } = administrativeCase

export const UrgentMeasureReported = event('UrgentMeasureReported', {
  zh: '紧急措施已报告',
  en: 'Urgent measure reported',
})

export const MeasureExtended = event(
  'MeasureExtended',
  { zh: '延长查封扣押期限', en: 'Measure extended' },
  {
    servedOn: field.day.nullable(),
  },
)

/** `agency`: who has the goods from now on, when the file went to another case. */
export const CaseLinked = event(
  'CaseLinked',
  { zh: '关联案件', en: 'Case linked' },
  { case: field.id, agency: field.agency.optional() },
)

/** What was not known of the party when it was first named. */
export const PartyCompleted = event(
  'PartyCompleted',
  { zh: '补充当事人信息', en: 'Party completed' },
  { address: field.name.optional(), representative: field.name.optional() },
)
