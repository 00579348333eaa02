import { field, refuse, type Refusal, type Subject } from '#kernel'
import type { HearingAnswer, HearingQuestion, Rules } from '#rules'
import { titled } from '../form.js'
import { HEAVY_KINDS, LIGHT_KINDS } from './terms.js'

/** What a penalty consists of; money in fen. */
export interface Penalty {
  fine: number
  confiscation: number
  kinds: readonly string[]
}

const kind = field.oneOf(...LIGHT_KINDS, ...HEAVY_KINDS)

export const penaltyInput = {
  fine: titled(field.fen, '罚款', 'Fine').default(0),
  confiscation: titled(field.fen, '没收价值', 'Value confiscated').default(0),
  kinds: titled(field.list(kind), '其他处罚种类', 'Other kinds of penalty').default([]),
}

/** Fine and confiscation are kinds by their amounts. */
export const penaltyOf = ({ fine, confiscation, kinds }: Penalty): Penalty & { kinds: string[] } => {
  const amounts = [...(fine ? ['fine'] : []), ...(confiscation ? ['confiscation'] : [])]
  return { fine, confiscation, kinds: [...new Set([...kinds, ...amounts])].sort() }
}

/** A warning and nothing else: it is not made public (R-PUB-04). */
export const warnsOnly = (penalty: Penalty, duties: readonly string[]): boolean =>
  !duties.length && penaltyOf(penalty).kinds.every((kind) => kind === 'warning')

/** A fine that is named without an amount is forgotten, not intended. */
export const fineOfNothing = ({ fine, kinds }: Penalty): Refusal | false =>
  fine === 0 && kinds.includes('fine') && refuse('ERR_GUARD', { guard: 'fine-of-nothing' })

/** A USCC of an individual business (个体工商户) begins with 92; who is not known to be an organisation gets the lower figures. */
const partyOf = ({ natural, uscc }: Subject): HearingQuestion['party'] => {
  if (uscc === undefined) return natural === false ? 'organisation' : 'person'
  return (natural ?? uscc.startsWith('92')) ? 'individual-business' : 'organisation'
}

const isHeavy = (one: string): boolean => (HEAVY_KINDS as readonly string[]).includes(one)

/** Whether a hearing must be offered (R-ADM-16, 16a). */
export const hearingFor = (rules: Rules, subject: Subject, penalty: Penalty): HearingAnswer =>
  rules.hearing({
    party: partyOf(subject),
    fine: penalty.fine,
    confiscation: penalty.confiscation,
    kinds: penalty.kinds.filter(isHeavy),
  })

/** A heavier penalty by its kind (SX44 2); a fine is heavy by the benchmark of its agency. */
export const heavyByKind = ({ kinds }: Penalty): boolean => kinds.some(isHeavy)

/** Nobody is punished more heavily than notified for having defended himself (CFF 45). */
export const heavier = (decided: Penalty, notified: Penalty | undefined): Refusal | undefined => {
  if (!notified) return undefined
  const added = decided.kinds.filter((one) => isHeavy(one) && !notified.kinds.includes(one))
  const more = (['fine', 'confiscation'] as const).filter((amount) => decided[amount] > notified[amount])
  if (!added.length && !more.length) return undefined
  return refuse('ERR_HEAVIER', {
    added,
    ...Object.fromEntries(more.map((one) => [one, [notified[one], decided[one]]])),
  })
}
