import { subject } from '#contracts'
import { event, field } from '#kernel'

/** What happens to a ledger. Amounts are told to nobody but the ledgers of the same person and the matters concerned. */
export const { AccumulationReached, MattersLinked, SubjectsJoined } = subject

const about = { key: field.name, name: field.name }

export const MatterNoted = event(
  'MatterNoted',
  { zh: '登记事项', en: 'Matter noted' },
  { ...about, noted: subject.noted },
)

/** One key more that the same person stands behind. */
export const KeysNoted = event(
  'KeysNoted',
  { zh: '登记关联主体', en: 'Keys noted' },
  { ...about, keys: field.list(field.name, 1, 1000) },
)

export const AmountNoted = event(
  'AmountNoted',
  { zh: '登记数额', en: 'Amount noted' },
  { ...about, amount: subject.amount },
)

export const AmountSettled = event(
  'AmountSettled',
  { zh: '数额已经处理', en: 'Amount settled' },
  { ...about, settlement: subject.settlement },
)

/** The penalty fell: the amount counts again, the repeat does not. */
export const AmountRestored = event(
  'AmountRestored',
  { zh: '数额恢复未处理', en: 'Amount restored' },
  { ...about, matter: field.id },
)

export const RepeatNoted = event(
  'RepeatNoted',
  { zh: '登记处罚记录', en: 'Penalty noted for repeats' },
  { ...about, repeat: subject.repeat },
)
