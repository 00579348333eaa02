import { z } from 'zod'
import { contract } from './event.js'

const lapse = { clock: z.string(), key: z.string(), due: z.string() }

/** A duty was not done in time. The step stays possible, its event carries `lateBy`. */
export const ClockBreached = contract(1, 'ClockBreached', { zh: '期限届满未办', en: 'Deadline missed' }, lapse)
/** A right was not used in time. */
export const ClockLapsed = contract(1, 'ClockLapsed', { zh: '权利期限届满', en: 'Right lapsed' }, lapse)
/** A "not before" day has come. */
export const GateOpened = contract(1, 'GateOpened', { zh: '已到可办之日', en: 'Gate opened' }, lapse)
/** A date to be reminded of has passed; nothing is refused or breached. */
export const ClockReminded = contract(1, 'ClockReminded', { zh: '期限提醒', en: 'Reminder' }, lapse)
/** A fact recorded late shows that a lapse never was; `event` is what it had made. */
export const LapseTakenBack = contract(
  1,
  'LapseTakenBack',
  { zh: '撤回期限届满', en: 'Lapse taken back' },
  { ...lapse, at: z.string(), event: z.string() },
)

/**
 * Other rules (a calendar that was published) end a clock at another moment: `from` and `to` are first instants outside the period.
 * `floor`: the new moment had already passed; the lapse comes no earlier than this (11.15, invariant 10).
 */
export const DeadlineRecomputed = contract(
  1,
  'DeadlineRecomputed',
  { zh: '期限重新计算', en: 'Deadline recomputed' },
  { clock: z.string(), key: z.string(), from: z.string(), to: z.string(), floor: z.string().optional() },
)

/** Events that any record may have without listing them. */
export const LAPSE_EVENTS = [
  ClockBreached,
  ClockLapsed,
  GateOpened,
  ClockReminded,
  LapseTakenBack,
  DeadlineRecomputed,
] as const
