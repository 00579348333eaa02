import { alarmOf, endOf, type Instant, type NormalRow, type SummaryClock, type Title } from '#kernel'

/** Where a clock stands, so that no colour is needed to say it. */
export const LIGHTS = {
  green: { zh: '正常', en: 'on time' },
  amber: { zh: '临期', en: 'due soon' },
  red: { zh: '超期', en: 'overdue' },
  grey: { zh: '暂停', en: 'paused' },
  blue: { zh: '暂定', en: 'provisional' },
} as const satisfies Record<string, Title>

export type Light = keyof typeof LIGHTS

const isOver = ({ state, due }: SummaryClock, now: Instant): boolean =>
  state === 'breached' || (due !== undefined && now > (due.length === 10 ? endOf(due) : due))

/** What only opens when it ends is never late. */
export const lightOf = (clock: SummaryClock, kind: NormalRow['kind'] | undefined, now: Instant): Light => {
  if (clock.state === 'paused') return 'grey'
  if (kind !== 'gate') {
    if (isOver(clock, now)) return 'red'
    const alarm = alarmOf(clock)
    if (alarm !== undefined && alarm <= now) return 'amber'
  }
  return clock.provisional ? 'blue' : 'green'
}
