import type { SummaryClock, Title } from '#kernel'
import type { Rules } from '#rules'
import { rowOf } from './explain.js'
import { LIGHTS, lightOf, type Light } from './light.js'
import { leftOf, leftWords, openingWords, untilWords } from './time-words.js'

/** How a clock looks now, without colour too: its light, what is left in the unit of the rule, and when it ends. */
export interface Look {
  light: Light
  lightTitle: Title
  leftTitle?: Title
  dueTitle?: Title
}

const OVER = ['lapsed', 'satisfied', 'cancelled']

/** Of a clock that still runs, stands still, may be used or was missed; nothing of one that is over. */
export const looksOf = (rules: Rules, kind: string, clock: SummaryClock, now: string): Look | object => {
  if (clock.stoppedAt !== undefined || OVER.includes(clock.state)) return {}
  const row = rowOf(rules, kind, clock)
  const light = lightOf(clock, row?.kind, now)
  const { due, unit } = clock
  if (due === undefined) return { light, lightTitle: LIGHTS[light] }
  const left = clock.state !== 'paused' && row?.kind !== 'gate' && leftOf(due, unit, now, rules.calendar)
  return {
    light,
    lightTitle: LIGHTS[light],
    dueTitle: row?.kind === 'gate' ? openingWords(due, now) : untilWords(due, now),
    ...(left && { leftTitle: leftWords(left) }),
  }
}
