import { contract, field } from '#kernel'

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
