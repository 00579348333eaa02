import { contract, field } from '#kernel'

export const CLASSES = ['minor', 'ordinary', 'serious'] as const

/** Begun by the first publication of a penalty; the term runs from `determinedOn`, the day of the decision (R-REP-01). */
export const PublicityOpened = contract(
  1,
  'PublicityOpened',
  { zh: '开始公示', en: 'Publicity opened' },
  {
    case: field.id,
    agency: field.agency,
    subject: field.subject,
    class: field.oneOf(...CLASSES),
    determinedOn: field.day,
    where: field.name,
    on: field.day,
  },
)

/** The publicity of a penalty ends before its term (R-REP-02); systems that show it take it down. */
export const Repaired = contract(
  1,
  'Repaired',
  { zh: '信用修复', en: 'Repaired' },
  { case: field.id, agency: field.agency, on: field.day },
)

/** The publicity ends: its term is over, or the penalty no longer stands. */
export const PublicityEnded = contract(
  1,
  'PublicityEnded',
  { zh: '公示结束', en: 'Publicity ended' },
  { case: field.id, ground: field.name },
)
