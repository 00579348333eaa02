import { field, firstOf, inFuture, oneRecord, servedDay, tooSoon, type Day, type Found, type Refusal } from '#kernel'
import { mediation, type Facts } from '../../mediation/state.js'
import { Confirmed, PerformanceRecorded } from '../events.js'
import { confirmation } from '../state.js'

/** Days of a ruling: made, then served, neither in the future. */
export const ruling = {
  ruledOn: field.day.optional().meta({ title: '裁定日期', description: 'Day of the ruling; today when left out' }),
  servedOn: field.day
    .nullable()
    .optional()
    .meta({ title: '送达日期', description: 'Day of service; today when left out, null while not served' }),
}

/** ERR_DATE: a ruling in the future, before the application, or served before it was made. */
export const wrongDays = (
  now: string,
  received: Day | undefined,
  ruledOn: Day,
  servedOn: Day | null,
): Refusal | undefined =>
  firstOf(
    inFuture(now, { ruledOn, servedOn }),
    tooSoon('ruledOn', ruledOn, received),
    servedOn !== null && tooSoon('servedOn', servedOn, ruledOn),
  )

/** What was performed before the ruling. */
const performed = (found: Found<string, Facts> | undefined) => {
  const { agreement, paid, left } = found?.facts ?? {}
  if (!agreement || !(paid || found?.state === 'PERFORMED')) return []
  const remaining = agreement.amount - (paid ?? 0)
  return [PerformanceRecorded({ remaining, left: [...(left ?? [])], all: remaining === 0 && !left?.length })]
}

/** The ruling takes effect on service; where no day for performance was agreed, enforcement counts from then (R-JC-10). */
export const confirm = confirmation.step({
  name: 'Confirm',
  title: { zh: '裁定确认', en: 'Confirm' },
  law: ['MSF:206', 'MSJS:358'],
  from: ['ACCEPTED', 'REVIEWING'],
  who: { of: 'holder', office: 'judges' },
  makes: '确认裁定书',
  input: ruling,
  needs: { mediation: (_, { facts }) => oneRecord(mediation, facts.mediation) },
  emits: [Confirmed, PerformanceRecorded],
  decide: (input, { facts }, { needs, today, now }) => {
    const ruledOn = input.ruledOn ?? today
    const servedOn = servedDay(input.servedOn, today)
    const { lastPerformanceDay } = facts
    const enforceFrom = lastPerformanceDay ?? servedOn
    return (
      wrongDays(now, facts.receivedOn, ruledOn, servedOn) ?? [
        Confirmed({ mediation: facts.mediation, ruledOn, servedOn, lastPerformanceDay, enforceFrom }),
        ...performed(needs.mediation),
      ]
    )
  },
})
