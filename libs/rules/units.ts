import type { Title } from '#kernel'
import type { Metric } from './schemas.js'

/** In what a number is counted. Money is held in fen and shown in yuan. */
export interface Unit extends Title {
  readonly format?: 'fen'
}

export const FEN: Unit = { format: 'fen', zh: '分', en: 'fen' }

const MONEY = 'CNY'

/** In what figures are counted, by their keys. */
export const unitsOf = (metrics: readonly Metric[]): Readonly<Record<string, Unit>> =>
  Object.fromEntries(
    metrics.flatMap(({ key, unit, counted }) => {
      const said = unit === MONEY ? FEN : counted
      return said ? [[key, said]] : []
    }),
  )
