import type { SealedGoods } from '../views/sealed-goods.js'
import type { TransferFacts } from './facts.js'

/** Sealed goods of the matter; of the lead only while there is no case. */
export const ofMatter = ({ case: ofCase, lead }: TransferFacts) => ({
  ...(ofCase ? { case: ofCase } : { lead: lead ?? '' }),
  open: true,
})

/** The list of goods that goes with the letter: every item with how it is held. */
export const listOf = (held: readonly SealedGoods[] = []) =>
  held.flatMap(({ kind, goods = [] }) => goods.map((one) => ({ ...one, ...(kind && { held: kind }) })))
