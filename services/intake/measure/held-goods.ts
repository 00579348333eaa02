import { MEASURE, measure as contract } from '#contracts'
import { rows, type Lookup, type Summary, type View } from '#kernel'
import type { Goods } from './state.js'

/** A sealing or seizure and the serial numbers of its goods. */
export interface SealedRow {
  id: string
  state: string
  serials: string[]
}

const serialsOf = (goods: readonly Goods[]): string[] =>
  [...new Set(goods.flatMap(({ serial }) => serial ?? []))].sort()

/** Which goods are or were sealed, by serial number: for QZF 23. */
export const sealedGoods: View = {
  name: 'sealed-goods',
  format: 1,
  topics: ['intake'],
  index: ['serials'],
  ids: ({ kind, record }) => (kind === MEASURE ? [record] : []),
  fold: (before, envelope, id) => {
    const taken = envelope.events.find(({ type }) => type === contract.MeasureTaken.type)
    const serials = taken
      ? serialsOf((taken.data as { goods: Goods[] }).goods)
      : (before as SealedRow | undefined)?.serials
    return serials?.length ? { id, state: (envelope.summary as Summary).state, serials } : undefined
  },
}

export const sealedBefore = (goods: readonly Goods[]): Lookup<SealedRow[]> =>
  rows<SealedRow>(sealedGoods.name, { serials: { $in: serialsOf(goods) } })

export const stillSealed = (found: readonly SealedRow[]): SealedRow[] => found.filter(({ state }) => state !== 'LIFTED')

/** One sealing of the same goods at a time: the n-th takes the n-th name, so that of two at once one is second. */
export const sealClaims = (goods: readonly Goods[], found: readonly SealedRow[]): string[] =>
  serialsOf(goods).map((serial) => `sealed:${serial}:${found.filter(({ serials }) => serials.includes(serial)).length}`)
