import { administrativeCase, CASE, MEASURE, measure } from '#contracts'
import type { Envelope, Row } from '#ports'
import type { View } from '#kernel'

/** A sealing or seizure, as far as a hand-over needs to know it. */
export interface SealedGoods extends Row {
  agency: string
  /** The case it belongs to, else the lead it was opened from. */
  case?: string
  lead?: string
  open: boolean
  kind?: string
  goods?: readonly Goods[]
}

type Goods = ReturnType<typeof measure.MeasureTaken>['data']['goods'][number]
type Told = { agency?: string; case?: string; lead?: string; measures?: string[]; kind?: string; goods?: Goods[] }

const dataOf = (envelope: Envelope, type: string): Told | undefined =>
  envelope.events.find((event) => event.type === type)?.data as Told | undefined

const taken = (row: SealedGoods | undefined, envelope: Envelope, id: string): SealedGoods | undefined => {
  const data = dataOf(envelope, 'MeasureTaken')
  if (data) {
    const { agency = '', lead, kind, goods } = data
    return { id, agency, case: row?.case ?? data.case, lead, open: true, kind, goods }
  }
  return row && dataOf(envelope, 'MeasureLifted') ? { ...row, open: false } : row
}

/** Measures that hold goods, by the case or lead whose goods they are. */
export const sealedGoods: View = {
  name: 'sealed-goods',
  format: 1,
  topics: ['intake'],
  index: ['case', 'lead'],
  reads: { [MEASURE]: measure, [CASE]: administrativeCase },
  ids: (envelope) => {
    if (envelope.kind === MEASURE) return [envelope.record]
    return envelope.kind === CASE ? (dataOf(envelope, 'CaseFiled')?.measures ?? []) : []
  },
  fold: (row, envelope, id) => {
    const before = row as SealedGoods | undefined
    if (envelope.kind === MEASURE) return taken(before, envelope, id)
    return { ...(before ?? { id, agency: '', open: false }), case: envelope.record }
  },
}
